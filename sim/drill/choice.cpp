#include "sim/drill/phases.hpp"

#include <limits>

namespace evac {

namespace {

/// How near one must come to find a door locked: one tries the handle, or sees others do it [m].
constexpr double locked_seen_from = 3.0;
/// A way that is visibly blocked is seen from farther off [m].
constexpr double blocked_seen_from = 10.0;

bool may_pass(const Opening& opening, bool from_second) {
    return opening.one_way == 0 || (opening.one_way < 0) == from_second;
}

/// Speed on this ground: flights slow people down, more so upward.
double speed_on(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const Unit& unit = drill.plan().units[static_cast<std::size_t>(crowd.unit[slot])];
    const double free = crowd.free_speed[slot];
    const int target = crowd.target[slot];
    if (unit.kind != UnitKind::flight || target < 0 ||
        target >= static_cast<int>(drill.plan().openings.size())) {
        return free;
    }
    const Person& person = drill.people[static_cast<std::size_t>(crowd.id[slot])];
    const Profile& profile = drill.scenario.profiles[static_cast<std::size_t>(person.profile)];
    constexpr double same_height = 0.05;  // m; elevations in files are rounded
    const bool up = drill.plan().openings[static_cast<std::size_t>(target)].elevation >
                    unit.elevation + same_height;
    return free * (up ? profile.stairs_up : profile.stairs_down);
}

/// Time to the end of the escape by the best target of the person's unit, under one policy.
struct Choice {
    double time = unreachable;
    Passing passing = -1;  ///< -1 with a finite time: the assembly area itself
};

Choice best_choice(Drill& drill, std::size_t slot, int policy) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const int unit = crowd.unit[slot];
    const Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
    const RoutePolicy& rule = drill.routes.policies[static_cast<std::size_t>(policy)];
    const RouteTable& table = route_table(drill.routes, plan, policy, mind.known);
    const Vec2 here = crowd.position(slot);
    const double pace = 1.0 / drill.routes.speeds.level;
    Choice best;

    if (rule.assembly_area >= 0 &&
        plan.assembly_areas[static_cast<std::size_t>(rule.assembly_area)].unit == unit) {
        const int field =
            find_field(drill.ground, unit, {Target::Kind::assembly_area, rule.assembly_area});
        best.time = pace * heading_at(drill.ground, plan, unit, field, here).distance;
    }
    for (const int o : drill.doors.of_unit[static_cast<std::size_t>(unit)]) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(o)];
        const bool from_second = opening.units[1] == unit;
        if (known_closed(drill.routes, mind.known, o) || !may_pass(opening, from_second)) {
            continue;
        }
        const Passing p = passing(o, from_second);
        const double rest = table.time[static_cast<std::size_t>(p)];
        if (rest == unreachable) {
            continue;
        }
        const int field = find_field(drill.ground, unit, {Target::Kind::opening, o});
        const double time =
            pace * heading_at(drill.ground, plan, unit, field, here).distance + rest;
        if (time < best.time) {
            best = {time, p};
        }
    }
    return best;
}

}  // namespace

const RoutePolicy& policy_of(const Drill& drill, int person) {
    const Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    return drill.routes
        .policies[static_cast<std::size_t>(mind.policies[static_cast<std::size_t>(mind.policy)])];
}

void head_for(Drill& drill, std::size_t slot, Passing p, const RouteTable& table) {
    Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const int openings = static_cast<int>(plan.openings.size());
    const int unit = crowd.unit[slot];
    const int area = policy_of(drill, crowd.id[slot]).assembly_area;
    crowd.after[slot] = -1;
    crowd.ahead[slot] = 0.0;
    if (p < 0) {
        crowd.target[slot] = openings + area;
        crowd.beyond[slot] = outside;
        crowd.field[slot] = find_field(drill.ground, unit, {Target::Kind::assembly_area, area});
        crowd.pass[slot] = -1;
    } else {
        const int o = opening_of(p);
        crowd.target[slot] = o;
        crowd.beyond[slot] = unit_after(plan, p);
        crowd.field[slot] = find_field(drill.ground, unit, {Target::Kind::opening, o});
        crowd.pass[slot] = -1;
        const auto here = static_cast<std::size_t>(p);
        const Passing next = table.next[here];
        if (next >= 0) {
            crowd.after[slot] = opening_of(next);
            crowd.ahead[slot] = table.length[here] - table.length[static_cast<std::size_t>(next)];
        } else if (area >= 0 && crowd.beyond[slot] != outside) {
            crowd.after[slot] = openings + area;
            crowd.ahead[slot] = table.length[here];
        }
    }
    crowd.remaining[slot] = unreachable;  // until it is looked up
    if (crowd.came[slot] == crowd.target[slot]) {
        crowd.came[slot] = -1;  // back through the door just passed
    }
    crowd.mode[slot] = Mode::walking;
    crowd.speed_limit[slot] = speed_on(drill, slot);
    const bool on_flight = plan.units[static_cast<std::size_t>(unit)].kind == UnitKind::flight;
    crowd.stop_distance[slot] =
        on_flight ? drill.motion.flight_distance : drill.motion.stop_distance;
    drill.minds[static_cast<std::size_t>(crowd.id[slot])].cut_off = false;
}

void choose_target(Drill& drill, std::size_t slot) {
    Crowd& crowd = drill.crowd;
    Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
    const bool out_of_doors =
        drill.plan().units[static_cast<std::size_t>(crowd.unit[slot])].kind == UnitKind::outdoors;
    for (std::size_t fallback = 0; fallback < mind.policies.size(); ++fallback) {
        const int policy = mind.policies[fallback];
        if (out_of_doors &&
            drill.routes.policies[static_cast<std::size_t>(policy)].assembly_area < 0) {
            continue;  // out already: nobody goes through the house to come out again
        }
        const Choice choice = best_choice(drill, slot, policy);
        if (choice.time < unreachable) {
            mind.policy = static_cast<int>(fallback);
            mind.least_left = never;  // a new way is measured afresh
            head_for(drill, slot, choice.passing,
                     route_table(drill.routes, drill.plan(), policy, mind.known));
            return;
        }
    }
    mind.cut_off = true;
    crowd.mode[slot] = Mode::waiting;
    crowd.target[slot] = crowd.after[slot] = crowd.field[slot] = crowd.pass[slot] = -1;
    crowd.beyond[slot] = outside;
}

void wake_people(Drill& drill) {
    const double now = drill.time();
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const auto person = static_cast<std::size_t>(drill.crowd.id[slot]);
        PersonOutcome& outcome = drill.outcome.people[person];
        if (outcome.start_time == never && drill.minds[person].start <= now) {
            outcome.start_time = now;
            drill.minds[person].progress_at = now;
            choose_target(drill, slot);
        }
    }
}

void revise_routes(Drill& drill) {
    Crowd& crowd = drill.crowd;
    const int openings = static_cast<int>(drill.plan().openings.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int o = crowd.target[slot];
        if (o < 0 || o >= openings || drill.doors.open[static_cast<std::size_t>(o)]) {
            continue;
        }
        const bool visible = drill.blocked[static_cast<std::size_t>(o)];
        if (crowd.remaining[slot] > (visible ? blocked_seen_from : locked_seen_from)) {
            continue;
        }
        const int person = crowd.id[slot];
        Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        mind.known = learn_closed(drill.routes, mind.known, o);
        ++drill.outcome.people[static_cast<std::size_t>(person)].turned_round;
        drill.outcome.happenings.push_back(
            {Happening::Kind::turned_round, drill.time(), o, person});
        choose_target(drill, slot);
    }
}

}  // namespace evac
