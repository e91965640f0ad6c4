#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

/// Everybody starts within 8 m of the west end of a corridor 20 m long, nearer to "west".
Scenario near_west(int people) {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(20.0, 2.0));
    scenes::add_group(scenario, "all", "corridor", people);
    return scenario;
}

Event event(Event::Kind kind, double time, int element, bool announced = false) {
    Event e;
    e.kind = kind;
    e.time = time;
    e.element = element;
    e.announced = announced;
    return e;
}

int used(const Drill& drill, int exit) {
    int people = 0;
    for (const PersonOutcome& person : drill.outcome.people) {
        people += person.exit_opening == exit ? 1 : 0;
    }
    return people;
}

}  // namespace

TEST_CASE("nobody moves before the alarm, the hold, the release and the pre-movement are over") {
    Scenario scenario = scenes::quiet_drill(scenes::one_room(6.0, 6.0, 1.0));
    scenes::add_group(scenario, "all", "room", 5);
    scenario.alarm = 10.0;
    scenario.hold = 20.0;
    scenario.groups[0].release_after = 5.0;
    scenario.profiles[0].pre_movement = {Distribution::Shape::constant, 3.0};
    Drill drill(scenario, 1);
    scenes::run(drill);
    for (const PersonOutcome& person : drill.outcome.people) {
        CHECK(person.start_time == Approx(10.0 + 20.0 + 5.0 + 3.0).margin(0.051));
        CHECK(person.exit_time > person.start_time);
    }
}

TEST_CASE("people take the nearest exit unless they are assigned one") {
    Scenario scenario = near_west(10);
    const int west = scenes::opening(scenario, "west");
    const int east = scenes::opening(scenario, "east");
    Drill free(scenario, 1);
    scenes::run(free);
    for (std::size_t i = 0; i < free.people.size(); ++i) {
        const bool is_west = free.people[i].position.x() < 10.0;
        CHECK(free.outcome.people[i].exit_opening == (is_west ? west : east));
    }
    scenario.groups[0].exits = {east};
    Drill assigned(scenario, 1);
    scenes::run(assigned);
    CHECK(used(assigned, east) == 10);
}

TEST_CASE("whoever meets a locked exit turns round and takes the next best way") {
    Scenario scenario = near_west(10);
    const int west = scenes::opening(scenario, "west");
    const int east = scenes::opening(scenario, "east");
    scenario.events = {event(Event::Kind::lock, 0.0, west)};
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 10);
    CHECK(used(drill, east) == 10);
    // Of those who walk west, the first find out; others may hear of it from them.
    int turned = 0;
    for (std::size_t i = 0; i < drill.people.size(); ++i) {
        const int times = drill.outcome.people[i].turned_round;
        CHECK(times <= (drill.people[i].position.x() < 10.0 ? 1 : 0));
        turned += times;
    }
    CHECK(turned >= 1);
}

TEST_CASE("an announced lock saves the walk to the locked exit") {
    Scenario scenario = near_west(10);
    scenario.events = {event(Event::Kind::lock, 0.0, scenes::opening(scenario, "west"), true)};
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 10);
    for (const PersonOutcome& person : drill.outcome.people) {
        CHECK(person.turned_round == 0);
    }
}

TEST_CASE("an exit locked behind people who are just out keeps nobody") {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(30.0, 4.0));
    scenes::add_group(scenario, "all", "corridor", 60);
    scenario.events.push_back({Event::Kind::lock, 4.0, scenes::opening(scenario, "east"), false});
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 60);
    CHECK(drill.time() < 100.0);
    for (const PersonOutcome& person : drill.outcome.people) {
        CHECK(person.turned_round <= 1);
    }
}

TEST_CASE("the last point of the curve is the end of the drill") {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(30.0, 4.0));
    scenes::add_group(scenario, "all", "corridor", 5);
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 5);
    CHECK(drill.outcome.curve.back().time == drill.time());
    CHECK(drill.outcome.curve.back().inside == 0);
    CHECK(drill.outcome.level_clear[0] != never);
}

TEST_CASE("with every exit locked people stay, are listed with the reason, and the drill ends") {
    Scenario scenario = near_west(4);
    scenario.events = {event(Event::Kind::lock, 0.0, scenes::opening(scenario, "west")),
                       event(Event::Kind::lock, 0.0, scenes::opening(scenario, "east"))};
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 0);
    CHECK(drill.time() < scenario.time_limit);  // no use in waiting
    for (const PersonOutcome& person : drill.outcome.people) {
        CHECK(person.inside == InsideReason::way_cut_off);
        CHECK(person.last_unit == 0);
    }
}

TEST_CASE("an exit that is opened again lets out those who were cut off") {
    Scenario scenario = near_west(4);
    const int east = scenes::opening(scenario, "east");
    scenario.events = {event(Event::Kind::lock, 0.0, scenes::opening(scenario, "west")),
                       event(Event::Kind::lock, 0.0, east), event(Event::Kind::open, 60.0, east)};
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 4);
    for (const PersonOutcome& person : drill.outcome.people) {
        CHECK(person.exit_time > 60.0);
    }
}

TEST_CASE("an exit locked in the plan is never tried") {
    Plan plan = scenes::corridor(20.0, 2.0);
    plan.openings[static_cast<std::size_t>(find_opening(plan, "west"))].lock = Lock::locked;
    Scenario scenario = scenes::quiet_drill(plan);
    scenes::add_group(scenario, "all", "corridor", 10);
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(used(drill, scenes::opening(scenario, "east")) == 10);
    CHECK(drill.outcome.openings[static_cast<std::size_t>(scenes::opening(scenario, "west"))]
              .forward == 0);
}

TEST_CASE("goods put down across a corridor send people the other way") {
    Scenario scenario = near_west(10);
    // A wall of goods from side to side at x = 2 m, put down at 0.1 s where nobody stands.
    scenario.plan.units[0].name.by_language["en"] = "corridor";
    const int goods =
        scenes::add_fixture(scenario.plan, "goods", scenes::rectangle({0.1, 0.0}, {0.3, 2.0}), 0);
    scenario.fixture_present.push_back(0);
    scenario.events = {event(Event::Kind::put_down, 0.1, goods)};
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 10);
    CHECK(used(drill, scenes::opening(scenario, "east")) == 10);
}

TEST_CASE("people from upstairs come down the stair and out, slower than on the level") {
    Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
    scenes::add_group(scenario, "one", "hall_1", 1);
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 1);
    const PersonOutcome& person = drill.outcome.people[0];
    const double mean_speed = person.walked / (person.exit_time - person.start_time);
    CHECK(mean_speed < 1.25);
    CHECK(mean_speed > 1.34 * 0.57);
}

TEST_CASE("stairs that are only stacked polygons lead down as well") {
    Scenario scenario = scenes::quiet_drill(scenes::stacked_flights());
    scenes::add_group(scenario, "all", "hall_1", 15);
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 15);
    CHECK(drill.outcome.stuck.empty());
}
