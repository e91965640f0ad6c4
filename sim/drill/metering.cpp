#include "sim/crowd/hydraulic.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

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

/// The slot of a member who is on the way inside, or yet to set out; -1 for the others.
std::int32_t slot_inside(const Drill& drill, int member) {
    const auto person = static_cast<std::size_t>(member);
    const std::int32_t slot = drill.slot_of[person];
    const bool comes = slot >= 0 && drill.outcome.people[person].exit_time == never &&
                       drill.crowd.mode[static_cast<std::size_t>(slot)] != Mode::down &&
                       !drill.minds[person].cut_off;
    return comes ? slot : -1;
}

/// Whether the person has begun to be carried over a stair: on a flight, or on a landing of a stair
/// at another height than at the start. From there on the team keeps together by pace.
bool carried(const Drill& drill, std::size_t slot) {
    constexpr double same_height = 0.05;  // m; elevations in files are rounded
    const Unit& here = unit_at(drill.plan(), drill.crowd.unit[slot]);
    const int start = drill.people[static_cast<std::size_t>(drill.crowd.id[slot])].unit;
    return here.kind == UnitKind::flight ||
           (!here.stair.empty() &&
            std::abs(here.elevation - unit_at(drill.plan(), start).elevation) > same_height);
}

/// Whether `other` is close enough to lend a hand at the flight ahead of the one at `slot`.
bool at_hand(const Drill& drill, std::size_t slot, std::size_t other) {
    const Crowd& crowd = drill.crowd;
    const bool side_by_side =
        crowd.unit[other] == crowd.unit[slot] || crowd.unit[other] == crowd.beyond[slot];
    return side_by_side && (crowd.position(other) - crowd.position(slot)).norm() <= helpers_within;
}

/// Members who can carry: those at hand for the one at `slot`, or all who are inside.
int count_helpers(const Drill& drill, const Company& company, std::optional<std::size_t> slot) {
    int helpers = 0;
    for (const int member : company.members) {
        const std::int32_t at = slot_inside(drill, member);
        const auto other = static_cast<std::size_t>(at);
        const bool counts =
            at >= 0 && profile_of(drill, member).carriers == 0 &&
            (!slot || (drill.crowd.mode[other] == Mode::walking && at_hand(drill, *slot, other)));
        helpers += counts ? 1 : 0;
    }
    return helpers;
}

/// At the first flight of a stair, those who must be carried and their helpers wait until all that
/// are needed are together: helpers who went ahead one by one would not come back.
bool waits_to_carry(const Drill& drill, std::size_t slot, const Company& company) {
    const int needed = profile_of(drill, drill.crowd.id[slot]).carriers;
    if (needed > 0) {
        return !carried(drill, slot) && count_helpers(drill, company, slot) < needed;
    }
    const int able = count_helpers(drill, company, std::nullopt);
    for (const int member : company.members) {
        const int carriers = profile_of(drill, member).carriers;
        const std::int32_t at = slot_inside(drill, member);
        const auto charge = static_cast<std::size_t>(at);
        if (carriers == 0 || carriers > able || at < 0 || carried(drill, charge)) {
            continue;
        }
        const bool ready = drill.crowd.mode[charge] == Mode::walking &&
                           at_hand(drill, slot, charge) &&
                           count_helpers(drill, company, charge) >= carriers;
        if (!ready) {
            return true;
        }
    }
    return false;
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
