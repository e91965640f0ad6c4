#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

namespace evac::scenes {

Scenario quiet_drill(Plan plan) {
    Scenario scenario;
    scenario.id = plan.id;
    scenario.plan = std::move(plan);
    scenario.fixture_present.assign(scenario.plan.fixtures.size(), 1);
    Profile adult;
    adult.id = "adult";
    adult.free_speed = {Distribution::Shape::constant, 1.34, 0.0};
    scenario.profiles.push_back(adult);
    scenario.time_limit = 600.0;
    return scenario;
}

int add_group(Scenario& scenario, const std::string& id, const std::string& unit, int count) {
    const int index = find_unit(scenario.plan, unit);
    REQUIRE(index >= 0);
    Group group;
    group.id = id;
    group.occupants.push_back({index, 0, count, ""});
    scenario.groups.push_back(group);
    return static_cast<int>(scenario.groups.size()) - 1;
}

int opening(const Scenario& scenario, const std::string& id) {
    const int index = find_opening(scenario.plan, id);
    REQUIRE(index >= 0);
    return index;
}

void run(Drill& drill, const std::function<void()>& after_step) {
    while (!finished(drill)) {
        step(drill);
        if (after_step) {
            after_step();
        }
    }
    conclude(drill);
}

}  // namespace evac::scenes
