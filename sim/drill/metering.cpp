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
/// Helpers who carry somebody on a stair are at most so far from him [m].
constexpr double helpers_within = 2.0;

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

bool on_flight(const Drill& drill, int unit) {
    return unit != outside && unit_at(drill.plan(), unit).kind == UnitKind::flight;
}

/// Whether the person stands at the first step of a flight.
bool at_a_flight(const Drill& drill, std::size_t slot) {
    return on_flight(drill, drill.crowd.beyond[slot]) && !on_flight(drill, drill.crowd.unit[slot]);
}

/// At the foot or head of a flight, those who must be carried and their helpers wait for one
/// another: the one for as many as are needed, the others until the one is there.
bool waits_to_carry(const Drill& drill, std::size_t slot, const Company& company) {
    const int needed = profile_of(drill, drill.crowd.id[slot]).carriers;
    int helpers = 0;
    for (const int member : company.members) {
        const std::int32_t at = drill.slot_of[static_cast<std::size_t>(member)];
        const auto other = static_cast<std::size_t>(at);
        if (at < 0 || drill.crowd.mode[other] != Mode::walking) {
            continue;
        }
        const Vec2 between = drill.crowd.position(other) - drill.crowd.position(slot);
        const bool side_by_side = drill.crowd.unit[other] == drill.crowd.unit[slot] ||
                                  drill.crowd.unit[other] == drill.crowd.beyond[slot];
        const bool near = side_by_side && between.norm() <= helpers_within;
        if (profile_of(drill, member).carriers == 0) {
            helpers += near ? 1 : 0;
        } else if (needed == 0 && !near && !on_flight(drill, drill.crowd.unit[other]) &&
                   drill.outcome.people[static_cast<std::size_t>(member)].exit_time == never) {
            return true;
        }
    }
    return helpers < needed;
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
    for (const Company& company : drill.companies) {
        if (company.carries) {
            for (const int member : company.members) {
                const std::int32_t slot = drill.slot_of[static_cast<std::size_t>(member)];
                if (slot >= 0 && at_a_flight(drill, static_cast<std::size_t>(slot)) &&
                    waits_to_carry(drill, static_cast<std::size_t>(slot), company)) {
                    crowd.pass[static_cast<std::size_t>(slot)] = -1;
                }
            }
        }
    }
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
