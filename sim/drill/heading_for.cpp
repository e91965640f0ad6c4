#include "sim/drill/phases.hpp"

namespace evac {

void head_for(Drill& drill, std::size_t slot, Passing p, const RouteTable& table) {
    Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const int openings = static_cast<int>(plan.openings.size());
    const int unit = crowd.unit[slot];
    const RoutePolicy& rule = policy_of(drill, crowd.id[slot]);
    const int area = rule.unit < 0 ? rule.assembly_area : -1;
    crowd.after[slot] = -1;
    crowd.ahead[slot] = 0.0;
    crowd.pass[slot] = -1;
    if (p < 0) {
        crowd.target[slot] = openings + area;
        crowd.beyond[slot] = outside;
        crowd.field[slot] = find_field(drill.ground, unit, {Target::Kind::assembly_area, area});
    } else {
        const int o = opening_of(p);
        crowd.target[slot] = o;
        crowd.beyond[slot] = unit_after(plan, p);
        crowd.field[slot] = find_field(drill.ground, unit, {Target::Kind::opening, o});
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
    const bool on_flight = plan.units[static_cast<std::size_t>(unit)].kind == UnitKind::flight;
    crowd.stop_distance[slot] =
        on_flight ? drill.motion.flight_distance : drill.motion.stop_distance;
    drill.minds[static_cast<std::size_t>(crowd.id[slot])].cut_off = false;
}

void stand(Drill& drill, std::size_t slot) {
    Crowd& crowd = drill.crowd;
    if (crowd.mode[slot] != Mode::down) {
        crowd.mode[slot] = Mode::waiting;
    }
    crowd.target[slot] = crowd.after[slot] = crowd.field[slot] = crowd.pass[slot] = -1;
    crowd.beyond[slot] = outside;
}

}  // namespace evac
