// What evac check says of the lifts, posts and fires of a drill.

#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"
#include "tools/check/drill_parts.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

/// 5 people in "inner", and one of staff who is posted there for so long [s].
Scenario posted(const Duty& duty, double stay) {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "all", "inner", 5);
    const int staff = scenes::add_group(scenario, "staff", "inner", 1);
    Group& group = scenario.groups[static_cast<std::size_t>(staff)];
    group.number = 1;
    group.visits.push_back({find_unit(scenario.plan, "inner"), stay});
    group.duty = duty;
    return scenario;
}

Duty holding(const std::string& opening) {
    Duty duty;
    duty.kind = Duty::Kind::hold;
    duty.opening = find_opening(scenes::two_rooms(1.0), opening);
    return duty;
}

std::vector<std::string> doubts(const Scenario& scenario) {
    std::vector<std::string> words;
    for (const Label& doubt : look_at_drill(Site(scenario)).doubts) {
        words.push_back(doubt.in(Language::en));
        CHECK_FALSE(doubt.in(Language::zh).empty());
    }
    return words;
}

}  // namespace

TEST_CASE("a post beside the door that it holds is in order, one away from it is not") {
    const DrillParts parts = look_at_drill(Site(posted(holding("door"), 60.0)));
    CHECK(parts.posts == 1);
    CHECK(parts.lifts == 0);
    CHECK(parts.fires == 0);
    CHECK(parts.doubts.empty());
    CHECK(drill_line(parts).in(Language::en) == "The drill: lifts 0, posts 1, fires 0");
    const auto elsewhere = doubts(posted(holding("exit"), 60.0));
    REQUIRE(elsewhere.size() == 1);
    CHECK(elsewhere[0] ==
          "staff: stands in inner, but exit, which it holds, is no door of that place");
    CHECK(doubts(posted(holding("door"), 0.0)).size() == 1);  // gone at once
}

TEST_CASE("a door held until those who wait at it have gone is told") {
    Duty duty = holding("door");
    duty.until_clear = {0};
    const auto told = doubts(posted(duty, 0.0));
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("door may stay shut to the end") != std::string::npos);
    Scenario scenario = posted(duty, 0.0);
    scenario.groups.back().duty->until_clear = {scenes::add_level(scenario.plan, "L1", 3.0)};
    CHECK(doubts(scenario).empty());
}

TEST_CASE("a post that tells a way which is none is told") {
    Duty duty;
    duty.exits = {find_opening(scenes::two_rooms(1.0), "exit")};
    Scenario scenario = posted(duty, 60.0);
    CHECK(doubts(scenario).empty());
    scenario.plan.openings[static_cast<std::size_t>(duty.exits[0])].lock = Lock::locked;
    CHECK(doubts(scenario).size() == 1);
}

TEST_CASE("a lift that nobody may use, or that lets nobody out, is told") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    const int level = scenes::add_level(scenario.plan, "L1", 3.0);
    const int above =
        scenes::add_unit(scenario.plan, "above", "room", scenes::rectangle({0, 0}, {5, 4}), level);
    Lift lift;
    lift.id = "lift";
    lift.units = {
        scenes::add_unit(scenario.plan, "car-0", "elevator", scenes::rectangle({0, 4}, {2, 6})),
        scenes::add_unit(scenario.plan, "car-1", "elevator", scenes::rectangle({0, 4}, {2, 6}),
                         level)};
    scenes::add_opening(scenario.plan, "landing-0", {0.5, 4}, {1.5, 4}, lift.units[0],
                        find_unit(scenario.plan, "inner"));
    scenes::add_opening(scenario.plan, "landing-1", {0.5, 4}, {1.5, 4}, lift.units[1], above);
    scenario.lifts = {lift};
    scenes::add_group(scenario, "all", "inner", 5);
    const auto told = doubts(scenario);
    REQUIRE(told.size() == 2);  // nobody may use it; from "above" there is no stair
    CHECK(told[1].find("car-1") != std::string::npos);
    scenario.groups[0].lifts = true;
    CHECK(doubts(scenario).size() == 1);
    scenario.lifts.clear();
    const auto without = doubts(scenario);
    REQUIRE(without.size() == 1);
    CHECK(without[0].find("may use lifts") != std::string::npos);
}

TEST_CASE("a fire in the open air or after the end of the drill is told") {
    Scenario scenario = posted(holding("door"), 60.0);
    const int yard =
        scenes::add_unit(scenario.plan, "yard", "outdoors", scenes::rectangle({9, 0}, {15, 4}));
    scenario.plan.units[static_cast<std::size_t>(yard)].kind = UnitKind::outdoors;
    Fire fire = *fire_preset("wood");
    fire.unit = find_unit(scenario.plan, "outer");
    scenario.hazards.fires = {fire};
    CHECK(doubts(scenario).empty());
    scenario.hazards.fires[0].start = scenario.time_limit + 1.0;
    CHECK(doubts(scenario).size() == 1);
    scenario.hazards.fires[0] = fire;
    scenario.hazards.fires[0].unit = yard;
    CHECK(doubts(scenario).size() == 1);
}
