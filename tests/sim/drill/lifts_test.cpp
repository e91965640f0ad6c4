#include "sim/drill/lift_travel.hpp"
#include "tests/scenes/air.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

/// NIST TN 1822, 2.7: a room at 0 m with the exit, a room at 3.5 m, a lift between them and no
/// stair.
Scenario two_rooms_and_a_lift(int people) {
    Plan plan = scenes::empty_plan("lift");
    const int upper_level = scenes::add_level(plan, "L1", 3.5);
    const int lower = scenes::add_unit(plan, "lower", "room", scenes::rectangle({0, 0}, {8, 6}));
    const int upper =
        scenes::add_unit(plan, "upper", "room", scenes::rectangle({0, 0}, {8, 6}), upper_level);
    const int car_0 =
        scenes::add_unit(plan, "car_0", "elevator", scenes::rectangle({8, 2}, {10, 4}));
    const int car_1 = scenes::add_unit(plan, "car_1", "elevator",
                                       scenes::rectangle({8, 2}, {10, 4}), upper_level);
    for (const int car : {car_0, car_1}) {
        plan.units[static_cast<std::size_t>(car)].kind = UnitKind::passage;
    }
    scenes::add_opening(plan, "door_0", {8, 2.4}, {8, 3.6}, lower, car_0);
    scenes::add_opening(plan, "door_1", {8, 2.4}, {8, 3.6}, upper, car_1);
    scenes::add_exit(plan, "exit", {0, 2.5}, {0, 3.5}, lower);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenario.profiles[0].free_speed.a = 1.0;
    scenes::add_group(scenario, "upper", "upper", people);
    Lift lift;
    lift.id = "lift";
    lift.units = {car_0, car_1};
    lift.capacity = 4;
    scenario.lifts.push_back(lift);
    return scenario;
}

}  // namespace

TEST_CASE("somebody who may take the lift comes down by it, in the time of its kinematics") {
    Scenario scenario = two_rooms_and_a_lift(1);
    scenario.groups[0].lifts = true;
    Drill drill(scenario, 1);
    const double to_door = 8.0 - drill.people[0].position.x();
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 1);
    // Called from 2.5 m before the door, it comes up while the person arrives; then into the car,
    // the dwell, down, and 8 m to the exit.
    const LiftMotion motion;
    const double trip = lift_trip_time(motion, 3.5);
    const double least = to_door - 2.5 + trip + motion.dwell + trip + 8.0;
    CHECK(drill.outcome.people[0].exit_time > least);
    CHECK(drill.outcome.people[0].exit_time < least + 12.0);
}

TEST_CASE("the lift takes no more than its capacity at once, and comes back for the rest") {
    Scenario scenario = two_rooms_and_a_lift(10);
    scenario.groups[0].lifts = true;
    Drill drill(scenario, 1);
    std::size_t most = 0;
    scenes::run(drill, [&] { most = std::max(most, drill.lifts[0].riders.size()); });
    CHECK(most == 4);
    CHECK(drill.outcome.out == 10);
}

TEST_CASE("nobody takes a lift who may not") {
    Drill drill(two_rooms_and_a_lift(2), 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 0);
    CHECK(drill.outcome.people[0].inside == InsideReason::no_way_out);
}

TEST_CASE("whoever is brought down in a lift lies in it and is counted once") {
    Scenario scenario = two_rooms_and_a_lift(4);
    scenario.groups[0].lifts = true;
    Atmosphere air;
    air.co = 1.0e5;
    scenario.hazards.air = scenes::air_in(scenario.plan, {"car_0", "car_1"}, air);
    scenario.time_limit = 200.0;
    scenario.profiles[0].dose_limit = 0.1;
    Drill drill(scenario, 1);
    std::vector<char> was_down(4, 0);
    scenes::run(drill, [&] {
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            char& down = was_down[static_cast<std::size_t>(drill.crowd.id[slot])];
            REQUIRE((down == 0 || drill.crowd.mode[slot] == Mode::down));
            down = drill.crowd.mode[slot] == Mode::down ? 1 : 0;
        }
    });
    CHECK(drill.outcome.incapacitated >= 1);
    CHECK(drill.outcome.incapacitated <= 4);
    CHECK(drill.outcome.out + drill.outcome.incapacitated == 4);
}

TEST_CASE("whoever is brought down in a car that stands takes up room in it") {
    Scenario scenario = two_rooms_and_a_lift(12);
    scenario.groups[0].lifts = true;
    Atmosphere air;
    air.co = 9.0e5;
    scenario.hazards.air = scenes::air_in(scenario.plan, {"car_0"}, air);
    const int upper = find_unit(scenario.plan, "car_1");
    const int lower = find_unit(scenario.plan, "car_0");
    scenario.time_limit = 300.0;
    Drill drill(scenario, 1);
    std::ptrdiff_t most = 0;
    scenes::run(drill, [&] {
        most =
            std::max(most, std::count_if(drill.crowd.unit.begin(), drill.crowd.unit.end(),
                                         [&](int unit) { return unit == upper || unit == lower; }));
    });
    CHECK(drill.outcome.incapacitated >= 1);
    CHECK(most <= 4);
}

TEST_CASE("a lift whose landing door is locked fetches nobody into a car that is full") {
    Scenario scenario = two_rooms_and_a_lift(10);
    scenario.groups[0].lifts = true;
    scenario.events.push_back(
        {Event::Kind::lock, 12.0, scenes::opening(scenario, "door_0"), false});
    scenario.time_limit = 300.0;
    Drill drill(scenario, 1);
    const int car = find_unit(scenario.plan, "car_0");
    std::ptrdiff_t most = 0;
    scenes::run(drill, [&] {
        most = std::max(most, std::count(drill.crowd.unit.begin(), drill.crowd.unit.end(), car));
    });
    CHECK(most == 4);
}
