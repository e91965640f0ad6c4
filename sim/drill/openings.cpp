#include "sim/crowd/kept_walls.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>
#include <array>

namespace evac {

namespace {

/// Who leaves the last unit keeps in the way of others until this far behind the line [m].
constexpr double gone_behind = 1.0;
/// Window for the peak flow [s].
constexpr double flow_window = 10.0;
/// Nearer than this to the line a step may cross it [m].
constexpr double crossing_concern = 0.5;

void count_passing(Drill& drill, int opening, bool backward) {
    const auto o = static_cast<std::size_t>(opening);
    const double now = drill.time();
    OpeningOutcome& outcome = drill.outcome.openings[o];
    ++(backward ? outcome.backward : outcome.forward);
    outcome.first_time = std::min(outcome.first_time, now);
    outcome.last_time = now;
    std::vector<double>& passed = drill.watches[o].passed;
    passed.push_back(now);
    std::erase_if(passed, [&](double time) { return time <= now - flow_window; });
    outcome.peak_flow =
        std::max(outcome.peak_flow, static_cast<double>(passed.size()) / flow_window);
}

/// Puts the person into the unit behind the opening and on the way to the next target.
void enter_next_unit(Drill& drill, std::size_t slot) {
    Crowd& crowd = drill.crowd;
    const int o = crowd.target[slot];
    const int person = crowd.id[slot];
    const Passing p =
        passing(o, drill.plan().openings[static_cast<std::size_t>(o)].units[1] == crowd.unit[slot]);
    crowd.unit[slot] = crowd.beyond[slot];
    crowd.came[slot] = o;
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    const int version = drill.unit_version[static_cast<std::size_t>(crowd.unit[slot])];
    if (version != known_version(drill.routes, mind.known, crowd.unit[slot])) {
        mind.known = learn_changed(drill.routes, mind.known, crowd.unit[slot], version);
        choose_target(drill, slot);
        return;
    }
    const RouteTable& table = route_table(drill.routes, drill.plan(), mind.following, mind.known);
    const Passing next = table.next[static_cast<std::size_t>(p)];
    if (next >= 0 && unit_before(drill.plan(), next) != crowd.unit[slot]) {
        board_lift(drill, slot, next);
    } else if (next < 0 && policy_of(drill, person).unit >= 0) {
        choose_target(drill, slot);  // there
    } else {
        head_for(drill, slot, next, table);
    }
}

bool leads_into_the_open(const Plan& plan, std::size_t opening) {
    const std::array<int, 2>& units = plan.openings[opening].units;
    return std::any_of(units.begin(), units.end(), [&](int unit) { return open_air(plan, unit); });
}

/// The doorway that somebody who stands, or gives way to others, was pushed into, as far as it
/// goes, or -1. Nobody is pushed into the open air, or back from it: that would be a way out that
/// nobody chose.
int pushed_into(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const bool out_already = crowd.mode[slot] == Mode::walking && across(crowd, slot);
    if (crowd.turned[slot] == 0 || out_already || drill.scenario.flow == Flow::design) {
        return -1;  // minds nobody, is only in the way of others, or would pass unmetered
    }
    constexpr double nearly = 0.9;
    const double far = nearly * doorway_reach(crowd, slot, drill.motion);
    const int unit = crowd.unit[slot];
    for (const int opening : drill.doors.of_unit[static_cast<std::size_t>(unit)]) {
        const auto o = static_cast<std::size_t>(opening);
        if (opening == crowd.target[slot] || !drill.doors.gives_room[o] || !drill.doors.open[o] ||
            drill.held[o] || leads_into_the_open(drill.plan(), o)) {
            continue;
        }
        const double beyond = beyond_line(drill.doors, o, unit, crowd.position(slot));
        if (beyond > far && beyond < crossing_concern &&
            level_with(drill.doors.line[o], crowd.position(slot))) {
            return opening;
        }
    }
    return -1;
}

/// Somebody pushed through a doorway goes on from there: back, most likely. Who has yet to set out
/// stands there until then.
void step_into(Drill& drill, std::size_t slot, int opening) {
    Crowd& crowd = drill.crowd;
    const auto& units = drill.plan().openings[static_cast<std::size_t>(opening)].units;
    const bool from_second = units[1] == crowd.unit[slot];
    count_passing(drill, opening, from_second);
    crowd.unit[slot] = units[from_second ? 0 : 1];
    crowd.came[slot] = -1;
    if (drill.outcome.people[static_cast<std::size_t>(crowd.id[slot])].start_time != never) {
        choose_target(drill, slot);
    }
}

/// Beyond the line, one has come through this opening, and not through another one in its wall.
bool came_through(const Drill& drill, std::size_t slot, std::size_t o) {
    const Segment& line = drill.doors.line[o];
    const Vec2 here = drill.crowd.position(slot);
    return distance(line, here) <= crossing_concern &&
           (drill.doors.turn[o] || level_with(line, here, askew));
}

/// A step near the line: where is the person now?
void look_again(Drill& drill, std::size_t slot) {
    Crowd& crowd = drill.crowd;
    crowd.remaining[slot] = heading_at(drill.ground, drill.plan(), crowd.unit[slot],
                                       crowd.field[slot], crowd.position(slot))
                                .distance;
}

}  // namespace

void number_slots(Drill& drill) {
    std::fill(drill.slot_of.begin(), drill.slot_of.end(), -1);
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        drill.slot_of[static_cast<std::size_t>(drill.crowd.id[slot])] =
            static_cast<std::int32_t>(slot);
    }
}

void pass_openings(Drill& drill) {
    Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const int openings = static_cast<int>(plan.openings.size());
    std::vector<char> gone(crowd.size(), 0);
    bool anybody_gone = false;
    const auto leave = [&](std::size_t slot) {
        gone[slot] = 1;
        anybody_gone = true;
        PersonOutcome& outcome = drill.outcome.people[static_cast<std::size_t>(crowd.id[slot])];
        outcome.last_unit = crowd.unit[slot];
        outcome.last_position = crowd.position(slot);
    };
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int target = crowd.target[slot];
        if (crowd.mode[slot] == Mode::down) {
            continue;
        }
        if (const int doorway = pushed_into(drill, slot); doorway >= 0) {
            step_into(drill, slot, doorway);
            continue;
        }
        if (crowd.mode[slot] != Mode::walking || crowd.remaining[slot] > crossing_concern) {
            continue;
        }
        PersonOutcome& outcome = drill.outcome.people[static_cast<std::size_t>(crowd.id[slot])];
        look_again(drill, slot);
        const double remaining = crowd.remaining[slot];
        if (target >= openings) {
            if (remaining <= 0.0) {
                outcome.assembled_time = drill.time();
                leave(slot);
            }
            continue;
        }
        const auto o = static_cast<std::size_t>(target);
        if (remaining > (drill.doors.turn[o] ? turn_reach : 0.0)) {
            continue;
        }
        const bool first_time_across = !across(crowd, slot);
        if (first_time_across &&
            (!drill.doors.open[o] || crowd.pass[slot] != target || !came_through(drill, slot, o))) {
            continue;  // stands in the doorway and may not pass yet, or in the one beside it
        }
        const int unit = crowd.unit[slot];
        const int next_unit = crowd.beyond[slot];
        const bool goes_on = crowd.after[slot] >= 0 || policy_of(drill, crowd.id[slot]).unit >= 0;
        const bool ends_here = next_unit == outside || !goes_on;
        if (first_time_across) {
            const bool from_second = plan.openings[o].units[1] == unit;
            count_passing(drill, target, from_second);
            if (leads_out(plan, passing(target, from_second)) && outcome.exit_time == never) {
                outcome.exit_time = drill.time();
                outcome.exit_opening = target;
                ++drill.outcome.out;
            } else if (leads_out(plan, passing(target, !from_second)) &&
                       outcome.exit_time != never) {
                outcome.exit_time = never;  // a rescuer: inside until out again
                outcome.exit_opening = -1;
                --drill.outcome.out;
            }
        }
        if (!ends_here) {
            enter_next_unit(drill, slot);
        } else if (remaining <= -gone_behind) {
            leave(slot);
        } else {
            crowd.came[slot] = target;  // across, but still in the way of those behind
        }
    }
    if (anybody_gone) {
        remove_people(crowd, gone);
        number_slots(drill);
    }
}

}  // namespace evac
