#include "sim/verification/moments.hpp"

#include "sim/verification/samples.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

/// Speeds are taken over this time on both sides of a moment [s]; experiments use 0.2 to 0.5 s.
constexpr double speed_reach = 0.3;

}  // namespace

std::vector<Moment> moments(const Parameters& parameters) {
    const Trial& trial = parameters.trial();
    const WatchedArea area = parameters.area();
    const auto who = parameters.who();
    const auto [from, to] = parameters.window();
    const bool directed = parameters.has("direction");
    const Vec2 direction = directed ? parameters.direction("direction") : Vec2::Zero();
    // Single file: what counts is the length.
    const double size = parameters.number("length", evac::area(area.polygon));
    const auto reach = static_cast<std::size_t>(std::max(
        1.0, std::floor(speed_reach * parameters.drill().scenario.frames_per_second + 0.5)));
    const Plan& plan = parameters.drill().plan();
    std::vector<Moment> all;
    for (std::size_t f = reach; f + reach < trial.frames.size(); ++f) {
        if (trial.frames[f].time < from || trial.frames[f].time > to) {
            continue;
        }
        Moment moment;
        double speeds = 0.0;
        for (const Walk& walk : walks_at(trial, f, reach)) {
            if (unit_at(plan, walk.unit).level == area.level && who(walk.person) &&
                contains(area.polygon, walk.position)) {
                ++moment.people;
                speeds += directed ? walk.velocity.dot(direction) : walk.velocity.norm();
            }
        }
        moment.density = moment.people / size;
        moment.speed = moment.people > 0 ? speeds / moment.people : 0.0;
        all.push_back(moment);
    }
    return all;
}

double mean_speed(const std::vector<Moment>& all) {
    double people = 0.0;
    double sum = 0.0;
    for (const Moment& moment : all) {
        people += moment.people;
        sum += moment.people * moment.speed;
    }
    return people > 0.0 ? sum / people : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace evac
