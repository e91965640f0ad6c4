#include "sim/drill/exit_ahead.hpp"

#include <catch2/catch.hpp>

using namespace evac;

TEST_CASE("the exit somebody walks to is the one that is used when nothing happens on the way") {
    Scenario scenario = read_scenario(EVAC_SOURCE_DIR "/scenarios/workshop");
    for (Group& group : scenario.groups) {
        group.assembly_area = -1;
    }
    Drill drill(std::move(scenario), 1);
    std::vector<int> aim(drill.people.size(), -1);
    while (!finished(drill) && drill.time() < 300.0) {
        step(drill);
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            const int exit = exit_ahead(drill, slot);
            int& before = aim[static_cast<std::size_t>(drill.crowd.id[slot])];
            before = exit >= 0 ? exit : before;
        }
    }
    REQUIRE(drill.outcome.out == drill.outcome.placed);
    for (std::size_t person = 0; person < aim.size(); ++person) {
        INFO("person " << person);
        CHECK(aim[person] == drill.outcome.people[person].exit_opening);
    }
}

TEST_CASE("whoever has not set out walks to no exit yet") {
    Drill drill(read_scenario(EVAC_SOURCE_DIR "/scenarios/workshop"), 1);
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        CHECK(exit_ahead(drill, slot) == -1);
    }
}
