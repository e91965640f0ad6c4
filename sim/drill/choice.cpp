#include "sim/drill/phases.hpp"

#include "sim/drill/turns.hpp"

#include <algorithm>

namespace evac {

namespace {

/// How near one must come to find a door locked: one tries the handle, or sees others do it [m].
constexpr double locked_seen_from = 3.0;
/// A way that is visibly blocked is seen from farther off [m].
constexpr double blocked_seen_from = 10.0;

/// What a queue is reckoned to move [persons/(m s)]: bottleneck experiments have
/// 1.8 to 1.9 (Kretz 2006, Seyfried 2009).
constexpr double queue_flow = 1.9;
/// Another way must save this share of the time left, and this much more [s], to be worth it:
/// whoever changed at every glance would dither.
constexpr double worth_share = 0.15;
constexpr double worth_seconds = 2.0;
/// Not everybody who could gain changes at the same glance, or all would come back at the next.
constexpr double change_probability = 0.25;

/// What everybody else in the room does makes a way look shorter, by so much if all take it (own
/// assumption; that people follow is found throughout, Kinateder et al. 2014, how much is not).
constexpr double follow_share = 0.1;
/// Who has just set out is still undecided for so long [s]: no more than the better way is asked.
constexpr double undecided_for = 3.0;

bool may_pass(const Opening& opening, bool from_second) {
    return opening.one_way == 0 || (opening.one_way < 0) == from_second;
}

/// Time to the end of the escape by the best target of the person's unit, under one policy.
struct Choice {
    double time = unreachable;
    Passing passing = -1;  ///< -1 with a finite time: the assembly area itself
};

/// Of the others of this unit who walk, the share that is bound for the passing.
double share_of_others(const Drill& drill, std::size_t slot, Passing p) {
    const int unit = drill.crowd.unit[slot];
    const int own = drill.crowd.target[slot];
    double all = 0.0;
    double there = 0.0;
    for (const int o : drill.doors.of_unit[static_cast<std::size_t>(unit)]) {
        const bool from_second =
            drill.plan().openings[static_cast<std::size_t>(o)].units[1] == unit;
        const Passing q = passing(o, from_second);
        const double people =
            static_cast<double>(people_bound_for(drill.queues, q)) - (o == own ? 1.0 : 0.0);
        all += std::max(0.0, people);
        there += q == p ? std::max(0.0, people) : 0.0;
    }
    return all > 0.0 ? there / all : 0.0;
}

/// Time to the end by one passing of the person's unit: walking, or the queue if that takes longer.
double time_by(const Drill& drill, std::size_t slot, Passing p, const RouteTable& table) {
    const Plan& plan = drill.plan();
    const int unit = drill.crowd.unit[slot];
    const int o = opening_of(p);
    const double rest = table.time[static_cast<std::size_t>(p)];
    if (rest == unreachable) {
        return unreachable;
    }
    const int field = find_field(drill.ground, unit, {Target::Kind::opening, o});
    const double way =
        heading_at(drill.ground, plan, unit, field, drill.crowd.position(slot)).distance;
    double time = way / drill.routes.speeds.level;
    if (drill.scenario.choice == RouteChoice::quickest) {
        const double width = plan.openings[static_cast<std::size_t>(o)].clear_width;
        time = std::max(time, people_before(drill.queues, p, way) / (queue_flow * width));
        time *= 1.0 - follow_share * share_of_others(drill, slot, p);
    }
    return time + rest;
}

Choice best_choice(Drill& drill, std::size_t slot, int policy) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const int unit = crowd.unit[slot];
    const Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
    const RoutePolicy& rule = drill.routes.policies[static_cast<std::size_t>(policy)];
    const RouteTable& table = route_table(drill.routes, plan, policy, mind.known);
    Choice best;
    if (rule.step_free && unit_at(plan, unit).kind == UnitKind::flight) {
        return best;  // nobody left to carry on from here
    }
    if (rule.assembly_area >= 0 && rule.unit < 0 &&
        plan.assembly_areas[static_cast<std::size_t>(rule.assembly_area)].unit == unit) {
        const int field =
            find_field(drill.ground, unit, {Target::Kind::assembly_area, rule.assembly_area});
        best.time = heading_at(drill.ground, plan, unit, field, crowd.position(slot)).distance /
                    drill.routes.speeds.level;
    }
    for (const int o : drill.doors.of_unit[static_cast<std::size_t>(unit)]) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(o)];
        const bool from_second = opening.units[1] == unit;
        if (known_closed(drill.routes, mind.known, o) || !may_pass(opening, from_second)) {
            continue;
        }
        const Passing p = passing(o, from_second);
        const double time = time_by(drill, slot, p, table);
        if (time < best.time) {
            best = {time, p};
        }
    }
    return best;
}

/// Whether the person may look for another way where it stands: not on a stair, not on an assigned
/// way, and only where there is something to choose.
bool free_to_choose(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const int o = crowd.target[slot];
    const auto unit = static_cast<std::size_t>(crowd.unit[slot]);
    if (crowd.mode[slot] != Mode::walking || o < 0 ||
        o >= static_cast<int>(drill.plan().openings.size()) ||
        drill.doors.of_unit[unit].size() < 2 || !drill.plan().units[unit].stair.empty()) {
        return false;
    }
    const RoutePolicy& rule = policy_of(drill, crowd.id[slot]);
    return rule.stairs.empty() && rule.exits.size() != 1 && rule.unit < 0;
}

/// Takes another way out of this unit if it looks quicker by enough.
void reconsider(Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    const Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    const int o = drill.crowd.target[slot];
    const bool from_second =
        drill.plan().openings[static_cast<std::size_t>(o)].units[1] == drill.crowd.unit[slot];
    const RouteTable& table = route_table(drill.routes, drill.plan(), mind.following, mind.known);
    const double now = time_by(drill, slot, passing(o, from_second), table);
    const Choice other = best_choice(drill, slot, mind.following);
    const double set_out = drill.outcome.people[static_cast<std::size_t>(person)].start_time;
    const bool undecided = drill.time() - set_out < undecided_for;
    const double good_enough = undecided ? now : (1.0 - worth_share) * now - worth_seconds;
    if (other.passing < 0 || opening_of(other.passing) == o || other.time >= good_enough) {
        return;
    }
    const Draw draw{drill.scenario.seed, Purpose::behaviour, static_cast<std::uint32_t>(person),
                    static_cast<std::uint32_t>(drill.steps)};
    if (undecided || draw.uniform(change_way_draw) < change_probability) {
        head_for(drill, slot, other.passing, table);
    }
}

/// A door ahead that is found closed; whoever is across already does not look back.
bool finds_closed(const Drill& drill, std::size_t slot) {
    const int o = drill.crowd.target[slot];
    if (o < 0 || o >= static_cast<int>(drill.plan().openings.size()) ||
        drill.doors.open[static_cast<std::size_t>(o)] || across(drill.crowd, slot)) {
        return false;
    }
    const bool visible = drill.blocked[static_cast<std::size_t>(o)];
    return drill.crowd.remaining[slot] <= (visible ? blocked_seen_from : locked_seen_from);
}

/// A way ahead that is full of smoke or fire, seen from where it is still clearer.
bool finds_smoke(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const int o = crowd.target[slot];
    const int beyond = crowd.beyond[slot];
    const Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
    const auto turns_back = mind.braves_smoke ? heat_turns_people_back : turns_people_back;
    return !drill.air.empty() && o >= 0 && o < static_cast<int>(drill.plan().openings.size()) &&
           beyond != outside && crowd.remaining[slot] <= blocked_seen_from && !mind.braves_heat &&
           turns_back(drill, beyond) && !turns_back(drill, crowd.unit[slot]);
}

/// Whoever knows no way without smoke takes the one through it: what was only thought closed
/// because of it is open again. False if nothing was.
bool brave_smoke(Drill& drill, std::size_t slot) {
    Mind& mind = drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])];
    const std::vector<int> closed =
        drill.routes.knowledge[static_cast<std::size_t>(mind.known)].closed;
    const int before = mind.known;
    for (const int opening : closed) {
        if (drill.doors.open[static_cast<std::size_t>(opening)]) {
            mind.known = learn_opened(drill.routes, mind.known, opening);
        }
    }
    const bool braves = mind.known != before;
    mind.braves_smoke = mind.braves_smoke || braves;
    mind.braves_heat = mind.braves_heat || braves;
    return braves;
}

/// Remembers that the opening ahead is of no use, and looks for another way.
void turn_round(Drill& drill, std::size_t slot) {
    const int o = drill.crowd.target[slot];
    const int person = drill.crowd.id[slot];
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    mind.known = learn_closed(drill.routes, mind.known, o);
    ++drill.outcome.people[static_cast<std::size_t>(person)].turned_round;
    drill.outcome.happenings.push_back({Happening::Kind::turned_round, drill.time(), o, person});
    choose_target(drill, slot);
}

}  // namespace

const RoutePolicy& policy_of(const Drill& drill, int person) {
    const Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    return drill.routes.policies[static_cast<std::size_t>(mind.following)];
}

bool follow_policy(Drill& drill, std::size_t slot, int policy) {
    Mind& mind = drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])];
    const Choice choice = best_choice(drill, slot, policy);
    if (choice.time == unreachable) {
        return false;
    }
    mind.following = policy;
    mind.least_left = never;  // a new way is measured afresh
    head_for(drill, slot, choice.passing,
             route_table(drill.routes, drill.plan(), policy, mind.known));
    return true;
}

void choose_target(Drill& drill, std::size_t slot) {
    Crowd& crowd = drill.crowd;
    const bool left_by_last_opening =
        across(crowd, slot) &&
        (crowd.beyond[slot] == outside ||
         (crowd.after[slot] < 0 && policy_of(drill, crowd.id[slot]).unit < 0));
    if (left_by_last_opening) {
        return;  // only still in the way of those behind: news do not turn anybody round out there
    }
    if (crowd.mode[slot] == Mode::down || rides(drill, slot) || go_to_visit(drill, slot)) {
        return;
    }
    Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
    const bool out_of_doors = open_air(drill.plan(), crowd.unit[slot]);
    for (const int policy : mind.policies) {
        if (out_of_doors &&
            drill.routes.policies[static_cast<std::size_t>(policy)].assembly_area < 0) {
            continue;  // out already: nobody goes through the house to come out again
        }
        if (follow_policy(drill, slot, policy)) {
            return;
        }
    }
    if (!drill.air.empty() && !mind.braves_heat && brave_smoke(drill, slot)) {
        choose_target(drill, slot);
        return;
    }
    mind.cut_off = true;
    stand(drill, slot);
}

void revise_routes(Drill& drill) {
    Crowd& crowd = drill.crowd;
    const bool queues_matter = drill.scenario.choice == RouteChoice::quickest && glance_due(drill);
    if (queues_matter) {
        look_at_queues(drill.queues, crowd, drill.plan());
    }
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int person = crowd.id[slot];
        if (finds_closed(drill, slot) || finds_smoke(drill, slot)) {
            turn_round(drill, slot);
        } else if (queues_matter && glances_now(drill, person) && free_to_choose(drill, slot)) {
            reconsider(drill, slot);
        }
    }
}

}  // namespace evac
