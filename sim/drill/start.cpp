#include "sim/drill/lengths.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

namespace {

/// The time gaps that make a crowd calm, drilled or pressing: flows at a 1 m door rise from 1.9 to
/// 2.3 persons/s, nothing else of the model changes (motion study, "T is a clean dial").
double time_gap(Motivation motivation) {
    switch (motivation) {
        case Motivation::calm:
            return 1.06;
        case Motivation::drill:
            return 0.95;
        case Motivation::urgent:
            return 0.70;
    }
    return 0.95;
}

/// The policy as assigned, then what people fall back on when it leads nowhere: any stair, any
/// exit, and at last just out.
std::vector<int> policies_of(const Group& group, RouteBook& book) {
    RoutePolicy policy{group.exits, group.stairs, group.assembly_area};
    std::vector<int> chain{policy_number(book, policy)};
    const auto fall_back = [&] {
        const int number = policy_number(book, policy);
        if (std::find(chain.begin(), chain.end(), number) == chain.end()) {
            chain.push_back(number);
        }
    };
    policy.stairs.clear();
    fall_back();
    policy.exits.clear();
    fall_back();
    policy.assembly_area = -1;
    fall_back();
    return chain;
}

}  // namespace

Drill::Drill(Scenario drill_scenario, int threads)
    : scenario(std::move(drill_scenario)),
      people(place_people(scenario)),
      fixture_present(scenario.fixture_present),
      ground(build_ground(plan(), fixture_present)),
      doors(make_doors(plan())),
      cells(make_cells(plan())),
      team(threads) {
    motion.step = scenario.step;
    motion.time_gap = time_gap(scenario.motivation);

    routes.locked = closed_openings(plan());
    routes.lengths.push_back(measure_lengths(ground, plan()));
    std::vector<std::vector<int>> group_policies;
    for (const Group& group : scenario.groups) {
        group_policies.push_back(policies_of(group, routes));
    }

    const double release = scenario.alarm + scenario.hold;
    for (std::size_t person = 0; person < people.size(); ++person) {
        const Person& who = people[person];
        const Group& group = scenario.groups[static_cast<std::size_t>(who.group)];
        add_person(crowd, static_cast<std::int32_t>(person), who.position, who.body_radius,
                   who.free_speed, who.unit);
        Mind mind;
        mind.start = release + group.release_after + who.pre_movement;
        mind.policies = group_policies[static_cast<std::size_t>(who.group)];
        minds.push_back(std::move(mind));
    }

    unit_version.assign(plan().units.size(), 0);
    blocked.assign(plan().openings.size(), 0);
    watches.resize(plan().openings.size());
    outcome.placed = static_cast<int>(people.size());
    outcome.people.resize(people.size());
    outcome.openings.resize(plan().openings.size());
    outcome.level_clear.assign(plan().levels.size(), never);
    for (std::size_t person = 0; person < people.size(); ++person) {
        const auto unit = static_cast<std::size_t>(people[person].unit);
        if (plan().units[unit].kind == UnitKind::outdoors) {
            outcome.people[person].exit_time = 0.0;  // in the open from the start
            ++outcome.out;
        }
    }
    measure(*this);
}

std::vector<int> occupied_units_without_way_out(const Drill& drill) {
    std::vector<int> units =
        units_without_way_out(drill.plan(), drill.routes.lengths.front(), drill.routes.locked);
    std::erase_if(units, [&](int unit) {
        return std::none_of(drill.people.begin(), drill.people.end(),
                            [&](const Person& person) { return person.unit == unit; });
    });
    return units;
}

}  // namespace evac
