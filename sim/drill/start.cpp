#include "sim/drill/company.hpp"
#include "sim/drill/lengths.hpp"
#include "sim/drill/lifts.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

namespace {

/// The exit by which visitors came who do not say: the widest one.
int main_entrance(const Plan& plan) {
    int widest = -1;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        if (opening.exit && opening.lock != Lock::locked &&
            (widest < 0 ||
             opening.clear_width > plan.openings[static_cast<std::size_t>(widest)].clear_width)) {
            widest = static_cast<int>(o);
        }
    }
    return widest;
}

/// The policy as assigned, then what people fall back on when it leads nowhere: any stair, any
/// exit, and at last just out.
std::vector<int> policies_of(RoutePolicy policy, RouteBook& book) {
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

/// Whether the group has as many helpers as its people of this profile need on stairs.
bool has_helpers(const Scenario& scenario, const Group& group, const Profile& profile) {
    int helpers = 0;
    for (const Group& part : scenario.groups) {
        for (const Occupants& some : part.occupants) {
            if (part.number == group.number &&
                scenario.profiles[static_cast<std::size_t>(some.profile)].carriers == 0) {
                helpers += some.count;
            }
        }
    }
    return helpers >= profile.carriers;
}

/// The ways that somebody of this group and profile is ready to take, the first one first.
RoutePolicy policy_for(const Scenario& scenario, const Group& group, const Profile& profile) {
    RoutePolicy policy{group.exits, group.stairs, group.assembly_area};
    policy.lifts = group.lifts;
    policy.step_free = profile.carriers > 0 && !has_helpers(scenario, group, profile);
    if (profile.knows == Familiarity::way_in && group.exits.empty()) {
        const int entrance = group.came_in >= 0 ? group.came_in : main_entrance(scenario.plan);
        if (entrance >= 0) {
            policy.exits = {entrance};
        }
    }
    return policy;
}

/// Where the group's visits lead, one policy each.
std::vector<int> visit_policies_of(const Group& group, RouteBook& book) {
    std::vector<int> numbers;
    for (const Visit& visit : group.visits) {
        RoutePolicy policy;
        policy.unit = visit.unit;
        policy.lifts = group.lifts;
        numbers.push_back(policy_number(book, policy));
    }
    return numbers;
}

}  // namespace

Drill::Drill(Scenario drill_scenario, int threads)
    : scenario(std::move(drill_scenario)),
      people(place_people(scenario)),
      fixture_present(scenario.fixture_present),
      ground(build_ground(plan(), fixture_present, scenario.lattice)),
      doors(make_doors(plan())),
      cells(make_cells(plan())),
      team(threads) {
    motion.step = scenario.step;
    motion.time_gap = time_gap(scenario.motivation);

    routes.locked = closed_openings(plan());
    routes.lengths.push_back(measure_lengths(ground, plan()));
    routes.lengths.back().rides = rides_of(scenario);
    for (const Group& group : scenario.groups) {
        visit_policies.push_back(visit_policies_of(group, routes));
    }
    lifts = lifts_at_start(scenario);
    doses.resize(people.size());
    if (scenario.hazards.any()) {
        air.resize(plan().units.size());
    }
    if (!scenario.hazards.fires.empty()) {
        smoke = make_smoke_spread(plan(), scenario.hazards.fires);
    }
    stood_in.assign(plan().units.size(), 0);
    set_out_of.assign(plan().units.size(), 0);
    held.assign(plan().openings.size(), 0);
    companies = companies_of(scenario, people);
    company_of.assign(people.size(), -1);
    for (std::size_t company = 0; company < companies.size(); ++company) {
        for (const int member : companies[company].members) {
            company_of[static_cast<std::size_t>(member)] = static_cast<int>(company);
        }
    }

    const double release = scenario.alarm + scenario.hold;
    for (std::size_t person = 0; person < people.size(); ++person) {
        const Person& who = people[person];
        const Group& group = scenario.groups[static_cast<std::size_t>(who.group)];
        add_person(crowd, static_cast<std::int32_t>(person), who.position, who.body_radius,
                   who.free_speed, who.unit);
        Mind mind;
        mind.start = release + group.release_after + who.pre_movement;
        const Profile& kind = scenario.profiles[static_cast<std::size_t>(who.profile)];
        mind.policies = policies_of(policy_for(scenario, group, kind), routes);
        mind.following = mind.policies.front();
        mind.braves_smoke = kind.enters_smoke;
        minds.push_back(std::move(mind));
        ++stood_in[static_cast<std::size_t>(who.unit)];
    }
    slot_of.assign(people.size(), -1);
    number_slots(*this);

    unit_version.assign(plan().units.size(), 0);
    floors.resize(plan().units.size());
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
