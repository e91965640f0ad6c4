#include "sim/crowd/hydraulic.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

namespace {

/// An opening saves up no more than one person for a gap in the queue: with more, some seconds
/// would pass more than the flow it is granted.
constexpr double most_allowance = 1.0;
/// The next to pass stands at most this far from the line [m].
constexpr double next_in_line = 0.9;

/// The one who stands nearest to the line of each opening and may not pass yet.
std::vector<int> first_in_line(const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    const int openings = static_cast<int>(drill.plan().openings.size());
    std::vector<int> first(static_cast<std::size_t>(openings), -1);
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int o = crowd.target[slot];
        if (crowd.mode[slot] != Mode::walking || o < 0 || o >= openings || crowd.pass[slot] == o ||
            crowd.remaining[slot] > next_in_line) {
            continue;
        }
        int& leader = first[static_cast<std::size_t>(o)];
        if (leader < 0 ||
            crowd.remaining[slot] < crowd.remaining[static_cast<std::size_t>(leader)]) {
            leader = static_cast<int>(slot);
        }
    }
    return first;
}

/// What may pass the opening in a second under a limited flow [1/s].
double granted_flow(const Drill& drill, std::size_t o) {
    const Opening& opening = drill.plan().openings[o];
    return drill.scenario.model == MotionModel::hydraulic
               ? hydraulic_capacity(drill.plan(), opening)
               : design_flow * opening.clear_width;
}

void grant_limited(Drill& drill) {
    Crowd& crowd = drill.crowd;
    const std::vector<int> first = first_in_line(drill);
    for (std::size_t o = 0; o < first.size(); ++o) {
        double& allowance = drill.watches[o].allowance;
        allowance =
            std::min(most_allowance, allowance + granted_flow(drill, o) * drill.scenario.step);
        if (first[o] >= 0 && allowance >= 1.0) {
            allowance -= 1.0;
            crowd.pass[static_cast<std::size_t>(first[o])] = static_cast<std::int32_t>(o);
        }
    }
}

}  // namespace

void meter_openings(Drill& drill) {
    Crowd& crowd = drill.crowd;
    if (drill.scenario.flow == Flow::design || drill.scenario.model == MotionModel::hydraulic) {
        grant_limited(drill);
    } else {
        for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
            crowd.pass[slot] = crowd.target[slot];
        }
    }
    gather_to_carry(drill);
    const int openings = static_cast<int>(drill.plan().openings.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int o = crowd.target[slot];
        if (o < 0 || o >= openings || crowd.came[slot] == o) {
            continue;  // across already
        }
        const bool held_back =
            drill.held[static_cast<std::size_t>(o)] && !has_visits(drill, crowd.id[slot]);
        if (held_back || !lift_takes(drill, slot)) {
            crowd.pass[slot] = -1;
        }
    }
}

}  // namespace evac
