#include "sim/verification/kinds.hpp"
#include "sim/verification/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

/// A person has set out once it has moved this far [m].
constexpr double set_out = 0.05;

/// Last moment at which any of them is in the unit.
double unit_empty(const Parameters& parameters) {
    const auto who = parameters.who();
    const int unit = parameters.unit("of");
    double last = 0.0;
    for (const Frame& frame : parameters.trial().frames) {
        for (const Pose& pose : frame.poses) {
            if (pose.unit == unit && who(pose.person)) {
                last = frame.time;
            }
        }
    }
    return last;
}

/// Time from when each was to set out to when it had moved: the largest difference.
double start_error(const Parameters& parameters) {
    const Trial& trial = parameters.trial();
    const Drill& drill = parameters.drill();
    const auto who = parameters.who();
    std::vector<double> moved(drill.people.size(), never);
    for (const Frame& frame : trial.frames) {
        for (const Pose& pose : frame.poses) {
            const auto person = static_cast<std::size_t>(pose.person);
            const Vec2 here{static_cast<double>(pose.x), static_cast<double>(pose.y)};
            if (moved[person] == never && (here - drill.people[person].position).norm() > set_out) {
                moved[person] = frame.time;
            }
        }
    }
    double worst = 0.0;
    const double release = drill.scenario.alarm + drill.scenario.hold;
    for (std::size_t person = 0; person < moved.size(); ++person) {
        if (who(static_cast<int>(person))) {
            const Person& one = drill.people[person];
            const Group& group = drill.scenario.groups[static_cast<std::size_t>(one.group)];
            const double planned = release + group.release_after + one.pre_movement;
            worst = std::max(worst, std::abs(moved[person] - planned));
        }
    }
    return worst;
}

}  // namespace

double take_time(const std::string& kind, const Parameters& parameters) {
    if (kind == "unit_empty") {
        return unit_empty(parameters);
    }
    if (kind == "start_error") {
        return start_error(parameters);
    }
    const auto who = parameters.who();
    const Drill& drill = parameters.drill();
    std::vector<double> times;
    for (std::size_t person = 0; person < drill.people.size(); ++person) {
        const PersonOutcome& outcome = drill.outcome.people[person];
        if (!who(static_cast<int>(person))) {
            continue;
        }
        times.push_back(kind == "time_out"      ? outcome.exit_time
                        : kind == "travel_time" ? outcome.exit_time - outcome.start_time
                                                : outcome.incapacitated_time);
    }
    return statistic(parameters.text("stat", "max"), std::move(times));
}

}  // namespace evac
