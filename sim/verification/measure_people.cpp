#include "sim/verification/kinds.hpp"
#include "sim/verification/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace evac {

namespace {

/// Positions are kept as floats, and "inside the walls" is meant to the millimetre [m].
constexpr double tolerance = 0.001;

/// Moments at which somebody stands on no walkable floor, over all frames.
double outside_floor(const Trial& trial) {
    const Plan& plan = trial.drill->plan();
    double count = 0.0;
    for (const Frame& frame : trial.frames) {
        for (const Pose& pose : frame.poses) {
            const Vec2 here{static_cast<double>(pose.x), static_cast<double>(pose.y)};
            // Who has left the building may stand before its door.
            if (trial.drill->outcome.people[static_cast<std::size_t>(pose.person)].exit_time <=
                frame.time) {
                continue;
            }
            const bool on_floor =
                std::any_of(plan.units.begin(), plan.units.end(), [&](const Unit& unit) {
                    return walkable(unit) && (contains(unit.polygon, here) ||
                                              edge_distance(unit.polygon, here) <= tolerance);
                });
            count += on_floor ? 0.0 : 1.0;
        }
    }
    return count;
}

}  // namespace

double least_advance(std::span<const Parameters> trials) {
    double least = std::numeric_limits<double>::infinity();
    for (const Parameters& parameters : trials) {
        const auto who = parameters.who();
        const auto [from, to] = parameters.window();
        std::map<int, Vec2> began;
        std::map<int, double> farthest;
        for (const Frame& frame : parameters.trial().frames) {
            if (frame.time < from || frame.time > to) {
                continue;
            }
            for (const Pose& pose : frame.poses) {
                const Vec2 here{static_cast<double>(pose.x), static_cast<double>(pose.y)};
                if (who(pose.person)) {
                    const Vec2 there = began.try_emplace(pose.person, here).first->second;
                    double& most = farthest[pose.person];
                    most = std::max(most, (here - there).norm());
                }
            }
        }
        for (const auto& [person, most] : farthest) {
            least = std::min(least, most);
        }
    }
    return std::isfinite(least) ? least : std::numeric_limits<double>::quiet_NaN();
}

double take_people(const std::string& kind, const Parameters& parameters) {
    const Drill& drill = parameters.drill();
    if (kind == "outside_floor") {
        return outside_floor(parameters.trial());
    }
    if (kind == "deepest_overlap") {
        return drill.outcome.deepest_overlap;
    }
    const auto who = parameters.who();
    const int by = kind == "left_by" ? parameters.opening("of") : -1;
    double count = 0.0;
    double all = 0.0;
    for (std::size_t person = 0; person < drill.people.size(); ++person) {
        if (!who(static_cast<int>(person))) {
            continue;
        }
        const PersonOutcome& outcome = drill.outcome.people[person];
        const bool counts = kind == "left_by"         ? outcome.exit_opening == by
                            : kind == "incapacitated" ? outcome.incapacitated_time != never
                                                      : outcome.exit_time == never;  // still_inside
        all += 1.0;
        count += counts ? 1.0 : 0.0;
    }
    return parameters.text("stat", "count") == "share" ? count / all : count;
}

}  // namespace evac
