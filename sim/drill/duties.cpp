#include "sim/drill/phases.hpp"
#include "sim/drill/turns.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Staff are heard this far, in the room where they stand [m].
constexpr double call_reach = 10.0;

const Group& group_at(const Drill& drill, int group) {
    return drill.scenario.groups[static_cast<std::size_t>(group)];
}

/// Keeps people back from the openings that staff hold just now.
void hold_openings(Drill& drill) {
    std::vector<char> held(drill.plan().openings.size(), 0);
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        const Group& group = group_of(drill, person);
        if (group.duty && group.duty->kind == Duty::Kind::hold && on_duty(drill, person) &&
            drill.crowd.mode[slot] != Mode::down) {
            held[static_cast<std::size_t>(group.duty->opening)] = 1;
        }
    }
    for (std::size_t o = 0; o < held.size(); ++o) {
        if (held[o] != drill.held[o]) {
            drill.outcome.happenings.push_back(
                {held[o] ? Happening::Kind::held : Happening::Kind::let_go, drill.time(),
                 static_cast<int>(o), -1});
        }
    }
    drill.held = std::move(held);
}

/// Sends one person the way that the staff of `group` tell; once is enough.
void direct(Drill& drill, std::size_t slot, int group) {
    const int person = drill.crowd.id[slot];
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    if (std::find(mind.directed_by.begin(), mind.directed_by.end(), group) !=
        mind.directed_by.end()) {
        return;
    }
    mind.directed_by.push_back(group);
    const Duty& duty = *group_at(drill, group).duty;
    RoutePolicy told = drill.routes.policies[static_cast<std::size_t>(mind.policies.front())];
    told.exits = duty.exits;
    told.stairs = duty.stairs;
    mind.policies.insert(mind.policies.begin(), policy_number(drill.routes, told));
    if (drill.crowd.mode[slot] == Mode::walking) {
        choose_target(drill, slot);
    }
}

void call_out(Drill& drill, std::size_t staff) {
    const int group = drill.people[static_cast<std::size_t>(drill.crowd.id[staff])].group;
    const Vec2 here = drill.crowd.position(staff);
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        if (drill.crowd.unit[slot] == drill.crowd.unit[staff] && !has_visits(drill, person) &&
            drill.crowd.mode[slot] != Mode::down &&
            (drill.crowd.position(slot) - here).norm() <= call_reach) {
            direct(drill, slot, group);
        }
    }
}

}  // namespace

void do_duties(Drill& drill) {
    const bool any = std::any_of(drill.scenario.groups.begin(), drill.scenario.groups.end(),
                                 [](const Group& group) { return group.duty.has_value(); });
    if (!any || !glance_due(drill)) {
        return;
    }
    hold_openings(drill);
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        const Group& group = group_of(drill, person);
        if (group.duty && group.duty->kind == Duty::Kind::direct && on_duty(drill, person) &&
            drill.crowd.mode[slot] != Mode::down) {
            call_out(drill, slot);
        }
    }
}

}  // namespace evac
