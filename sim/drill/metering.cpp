#include "sim/crowd/hydraulic.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

namespace {

/// An opening saves up no more than this for a gap in the queue [persons]; less costs flow.
constexpr double most_allowance = 1.5;
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
    return drill.scenario.model == MotionModel::hydraulic ? hydraulic_capacity(drill.plan(), opening)
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

const Profile& profile_of(const Drill& drill, int person) {
    const int profile = drill.people[static_cast<std::size_t>(person)].profile;
    return drill.scenario.profiles[static_cast<std::size_t>(profile)];
}

/// Helpers of the same group near enough to carry the person.
int helpers_near(const Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    int near = 0;
    for (const Company& company : drill.companies) {
        if (std::find(company.members.begin(), company.members.end(), person) ==
            company.members.end()) {
            continue;
        }
        for (const int member : company.members) {
            const std::int32_t other = drill.slot_of[static_cast<std::size_t>(member)];
            if (other < 0 || profile_of(drill, member).carriers > 0) {
                continue;
            }
            const auto there = static_cast<std::size_t>(other);
            const Vec2 between = drill.crowd.position(there) - drill.crowd.position(slot);
            near += drill.crowd.mode[there] == Mode::walking && between.norm() <= helpers_within;
        }
    }
    return near;
}

/// Somebody who must be carried up or down the flight ahead waits at it for the helpers.
bool waits_for_helpers(const Drill& drill, std::size_t slot) {
    const int carriers = profile_of(drill, drill.crowd.id[slot]).carriers;
    const int beyond = drill.crowd.beyond[slot];
    return carriers > 0 && beyond != outside &&
           unit_at(drill.plan(), beyond).kind == UnitKind::flight &&
           unit_at(drill.plan(), drill.crowd.unit[slot]).kind != UnitKind::flight &&
           helpers_near(drill, slot) < carriers;
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
    const int openings = static_cast<int>(drill.plan().openings.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int o = crowd.target[slot];
        if (o < 0 || o >= openings || crowd.came[slot] == o) {
            continue;  // across already
        }
        const bool held_back =
            drill.held[static_cast<std::size_t>(o)] && !has_visits(drill, crowd.id[slot]);
        if (held_back || waits_for_helpers(drill, slot) || !lift_takes(drill, slot)) {
            crowd.pass[slot] = -1;
        }
    }
}

}  // namespace evac
