#include "sim/drill/phases.hpp"
#include "sim/drill/turns.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// Helpers who carry somebody on a stair are at most so far from him [m].
constexpr double helpers_within = 2.0;

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

bool can_carry(const Drill& drill, int member) {
    return profile_of(drill, member).carriers == 0;
}

bool keeps_off_flights(const Drill& drill, int person) {
    const int first = drill.minds[static_cast<std::size_t>(person)].policies.front();
    return drill.routes.policies[static_cast<std::size_t>(first)].step_free;
}

/// Whether the flight ahead of a helper leads to the height at which the charge is: there they
/// meet.
bool leads_to(const Drill& drill, std::size_t slot, std::size_t charge) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const double higher =
        unit_at(plan, crowd.unit[charge]).elevation - unit_at(plan, crowd.unit[slot]).elevation;
    const int after = crowd.after[slot];
    if (std::abs(higher) <= same_height || after < 0 ||
        after >= static_cast<int>(plan.openings.size())) {
        return false;
    }
    const auto elevation = [&](int opening) {
        return plan.openings[static_cast<std::size_t>(opening)].elevation;
    };
    return (elevation(after) > elevation(crowd.target[slot])) == (higher > 0.0);
}

/// Members inside who can carry and for whose slots `counts` holds.
template <class Condition>
int count_helpers(const Drill& drill, const Company& company, const Condition& counts) {
    return static_cast<int>(
        std::count_if(company.members.begin(), company.members.end(), [&](int member) {
            const std::int32_t at = slot_inside(drill, member);
            return at >= 0 && can_carry(drill, member) && counts(static_cast<std::size_t>(at));
        }));
}

int helpers_inside(const Drill& drill, const Company& company) {
    return count_helpers(drill, company, [](std::size_t) { return true; });
}

/// Those who are ready to lend a hand to the one at `slot`.
int helpers_at_hand(const Drill& drill, const Company& company, std::size_t slot) {
    return count_helpers(drill, company, [&](std::size_t other) {
        return drill.crowd.mode[other] == Mode::walking && at_hand(drill, slot, other);
    });
}

/// At the first flight of a stair, those who must be carried and their helpers wait until all that
/// are needed are together: helpers who went ahead one by one would not come back.
bool waits_to_carry(const Drill& drill, std::size_t slot, const Company& company) {
    const int needed = profile_of(drill, drill.crowd.id[slot]).carriers;
    if (needed > 0) {
        return !carried(drill, slot) && helpers_at_hand(drill, company, slot) < needed;
    }
    const int able = helpers_inside(drill, company);
    for (const int member : company.members) {
        const int carriers = profile_of(drill, member).carriers;
        const std::int32_t at = slot_inside(drill, member);
        const auto charge = static_cast<std::size_t>(at);
        if (carriers == 0 || carriers > able || at < 0 || carried(drill, charge) ||
            keeps_off_flights(drill, member) || leads_to(drill, slot, charge)) {
            continue;
        }
        const bool ready = drill.crowd.mode[charge] == Mode::walking &&
                           at_hand(drill, slot, charge) &&
                           helpers_at_hand(drill, company, charge) >= carriers;
        if (!ready) {
            return true;
        }
    }
    return false;
}

/// Whether the group has too few left who could carry the one at `slot`. On a stair those who are
/// still on their feet carry on, also one who is past the exit already, a step ahead.
bool lost_helpers(const Drill& drill, std::size_t slot, const Company& company) {
    const int needed = profile_of(drill, drill.crowd.id[slot]).carriers;
    if (!carried(drill, slot)) {
        return helpers_inside(drill, company) < needed;
    }
    return std::count_if(company.members.begin(), company.members.end(), [&](int member) {
               const auto person = static_cast<std::size_t>(member);
               return can_carry(drill, member) && !drill.minds[person].cut_off &&
                      drill.outcome.people[person].incapacitated_time == never;
           }) < needed;
}

/// Whether so many helpers wait at other flights that the one at `slot`, who waits at one, can not
/// be carried: they came from elsewhere, and nobody goes to fetch anybody.
bool misses_helpers(const Drill& drill, std::size_t slot, const Company& company) {
    if (!at_a_flight(drill, slot)) {
        return false;
    }
    const int may_come = count_helpers(drill, company, [&](std::size_t other) {
        return !at_a_flight(drill, other) ||
               drill.crowd.target[other] == drill.crowd.target[slot] ||
               leads_to(drill, other, slot);
    });
    return may_come < profile_of(drill, drill.crowd.id[slot]).carriers;
}

/// From now on for this person there is no way over flights.
void keep_off_flights(Drill& drill, std::size_t slot) {
    Mind& mind = drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])];
    for (int& policy : mind.policies) {
        RoutePolicy rule = drill.routes.policies[static_cast<std::size_t>(policy)];
        rule.step_free = true;
        policy = policy_number(drill.routes, rule);
    }
    choose_target(drill, slot);
}

}  // namespace

void gather_to_carry(Drill& drill) {
    for (const Company& company : drill.companies) {
        if (!company.carries) {
            continue;
        }
        for (const int member : company.members) {
            const std::int32_t at = drill.slot_of[static_cast<std::size_t>(member)];
            const auto slot = static_cast<std::size_t>(at);
            if (at >= 0 && at_a_flight(drill, slot) && waits_to_carry(drill, slot, company)) {
                drill.crowd.pass[slot] = -1;
            }
        }
    }
}

void miss_helpers(Drill& drill) {
    if (!glance_due(drill)) {
        return;
    }
    for (const Company& company : drill.companies) {
        for (const int member : company.members) {
            const std::int32_t at = slot_inside(drill, member);
            const auto slot = static_cast<std::size_t>(at);
            if (at >= 0 && !can_carry(drill, member) && drill.crowd.mode[slot] == Mode::walking &&
                !keeps_off_flights(drill, member) &&
                (lost_helpers(drill, slot, company) || misses_helpers(drill, slot, company))) {
                keep_off_flights(drill, slot);
            }
        }
    }
}

}  // namespace evac
