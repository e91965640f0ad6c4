#include "sim/drill/phases.hpp"
#include "tests/scenes/air.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

double spread_of_exits(const Drill& drill, int first, int count) {
    double earliest = never;
    double latest = 0.0;
    for (int person = first; person < first + count; ++person) {
        const double out = drill.outcome.people[static_cast<std::size_t>(person)].exit_time;
        earliest = std::min(earliest, out);
        latest = std::max(latest, out);
    }
    return latest - earliest;
}

double last_exit(const Drill& drill) {
    double last = 0.0;
    for (const PersonOutcome& person : drill.outcome.people) {
        last = std::max(last, person.exit_time);
    }
    return last;
}

/// A long corridor with four quick people and a slow one at its west end.
Scenario family(Cohesion together) {
    Plan plan = scenes::empty_plan("way");
    const int start = scenes::add_unit(plan, "start", "room", scenes::rectangle({0, 0}, {4, 4}));
    const int way = scenes::add_unit(plan, "way", "walkway", scenes::rectangle({4, 0}, {44, 4}));
    scenes::add_opening(plan, "gap", {4, 0}, {4, 4}, start, way);
    scenes::add_exit(plan, "exit", {44, 1}, {44, 3}, way);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "family", "start", 4);
    Profile slow = scenario.profiles[0];
    slow.id = "slow";
    slow.free_speed.a = 0.5;
    scenario.profiles.push_back(slow);
    scenario.groups[0].occupants.push_back({0, 1, 1, ""});
    scenario.groups[0].together = together;
    return scenario;
}

}  // namespace

TEST_CASE("a family reaches the exit together, single people do not") {
    // NIST TN 1822, 2.9: within 10 s. Alone, the slow one needs 50 s longer.
    Drill together(family(Cohesion::close), 1);
    scenes::run(together);
    REQUIRE(together.outcome.out == 5);
    CHECK(spread_of_exits(together, 0, 5) < 10.0);
    Drill alone(family(Cohesion::none), 1);
    scenes::run(alone);
    CHECK(spread_of_exits(alone, 0, 5) > 30.0);
}

TEST_CASE("a family and a class set out together, when the last is ready; single people do not") {
    const Cohesion together = GENERATE(Cohesion::close, Cohesion::files, Cohesion::none);
    Scenario scenario = family(together);
    scenario.groups[0].own_pre_movement = {Distribution::Shape::uniform, 2.0, 40.0};
    Drill drill(scenario, 1);
    double first_ready = never;
    double last_ready = 0.0;
    for (const Person& person : drill.people) {
        first_ready = std::min(first_ready, person.pre_movement);
        last_ready = std::max(last_ready, person.pre_movement);
    }
    REQUIRE(last_ready - first_ready > 5.0);
    scenes::run(drill);
    for (std::size_t person = 0; person < drill.people.size(); ++person) {
        const double ready =
            together == Cohesion::none ? drill.people[person].pre_movement : last_ready;
        const double start = drill.outcome.people[person].start_time;
        CHECK(start > ready - 0.051);
        // Whoever stands before the leader of a class lets that one pass first, 4 m at most.
        CHECK(start < ready + (together == Cohesion::files && person > 0 ? 5.0 : 0.051));
    }
    CHECK(drill.outcome.out == 5);
}

TEST_CASE("nobody waits for a member who is somewhere else or has been brought down") {
    Scenario scenario = family(Cohesion::close);
    scenario.profiles[1].pre_movement.a = 100.0;
    SECTION("both in one room: everybody waits") {
        Drill drill(scenario, 1);
        scenes::run(drill);
        CHECK(drill.outcome.people[0].start_time == Approx(100.0).margin(0.051));
        CHECK(drill.outcome.out == 5);
    }
    SECTION("somewhere else") {
        scenario.groups[0].occupants[1].unit = find_unit(scenario.plan, "way");
        Drill drill(scenario, 1);
        scenes::run(drill);
        CHECK(drill.outcome.people[0].start_time < 0.1);
        CHECK(drill.outcome.people[4].start_time == Approx(100.0).margin(0.051));
        CHECK(drill.outcome.out == 5);
    }
    SECTION("brought down while they wait") {
        scenario.profiles[1].dose_limit = 0.01;
        Atmosphere air;
        air.co = 500.0;
        scenario.hazards.air = scenes::still_air(scenario.plan, air);
        Drill drill(scenario, 1);
        scenes::run(drill);
        const double down = drill.outcome.people[4].incapacitated_time;
        REQUIRE(down > 1.0);
        REQUIRE(down < 90.0);
        CHECK(drill.outcome.people[0].start_time == Approx(down).margin(0.051));
        CHECK(drill.outcome.out == 4);
        CHECK(drill.outcome.incapacitated == 1);
    }
}

TEST_CASE("a class walks behind its leader in two files") {
    Scenario scenario = family(Cohesion::files);
    scenario.groups[0].occupants = {{0, 0, 1, ""}, {0, 0, 20, ""}};
    Drill drill(scenario, 1);
    double widest = 0.0;
    scenes::run(drill, [&] {
        // Half way down the corridor the class is two abreast in 4 m of width.
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            if (drill.crowd.x[slot] < 24.0 || drill.crowd.x[slot] > 26.0) {
                continue;
            }
            for (std::size_t other = 0; other < drill.crowd.size(); ++other) {
                if (std::abs(drill.crowd.x[other] - drill.crowd.x[slot]) < 0.5) {
                    widest = std::max(widest, std::abs(drill.crowd.y[other] - drill.crowd.y[slot]));
                }
            }
        }
    });
    REQUIRE(drill.outcome.out == 21);
    CHECK(widest < 2.5);
    int before_the_leader = 0;
    for (const PersonOutcome& person : drill.outcome.people) {
        before_the_leader += person.exit_time < drill.outcome.people[0].exit_time ? 1 : 0;
    }
    CHECK(before_the_leader <= 2);
}

TEST_CASE("a class in a narrow corridor does not creep before those it waits for") {
    // In a corridor where nobody passes anybody, those who had got ahead once waited by walking
    // slowly, and kept the leader back, or the last ones in the room: up to five times as long as
    // alone. What stays is the time that the leader needs to the door, and to wait for the last.
    const Cohesion together = GENERATE(Cohesion::files, Cohesion::close);
    Plan plan = scenes::empty_plan("school");
    const int room = scenes::add_unit(plan, "room", "classroom", scenes::rectangle({0, 1}, {9, 8}));
    const int way = scenes::add_unit(plan, "way", "walkway", scenes::rectangle({0, 0}, {45, 1}));
    scenes::add_opening(plan, "door", {7.5, 1}, {8.5, 1}, room, way);
    scenes::add_exit(plan, "exit", {45, 0}, {45, 1}, way);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "class", "room", 30);
    for (scenario.seed = 1; scenario.seed <= 4; ++scenario.seed) {
        scenario.groups[0].together = Cohesion::none;
        Drill alone(scenario, 1);
        scenes::run(alone);
        scenario.groups[0].together = together;
        Drill kept(scenario, 1);
        scenes::run(kept);
        INFO("seed " << scenario.seed << ": " << last_exit(alone) << " s alone, " << last_exit(kept)
                     << " s together");
        REQUIRE(kept.outcome.out == 30);
        CHECK(last_exit(kept) < 1.7 * last_exit(alone));
        int before_the_leader = 0;
        for (const PersonOutcome& person : kept.outcome.people) {
            before_the_leader += person.exit_time < kept.outcome.people[0].exit_time ? 1 : 0;
        }
        CHECK((together == Cohesion::close || before_the_leader <= 3));
    }
}

TEST_CASE("a class that fills an aisle gets out behind its leader, whatever the model") {
    // Nobody can let the leader pass there, and some are pushed through the doors as they stand.
    Plan plan = scenes::empty_plan("aisle");
    const int aisle = scenes::add_unit(plan, "aisle", "room", scenes::rectangle({0, 0}, {12, 0.8}));
    const int west = scenes::add_unit(plan, "west", "room", scenes::rectangle({-3, 0}, {0, 0.8}));
    const int hall = scenes::add_unit(plan, "hall", "room", scenes::rectangle({12, -3}, {20, 3}));
    scenes::add_opening(plan, "back", {0, 0}, {0, 0.8}, west, aisle);
    scenes::add_opening(plan, "front", {12, 0}, {12, 0.8}, aisle, hall);
    scenes::add_exit(plan, "exit", {20, -1}, {20, 1}, hall);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenario.model = GENERATE(MotionModel::headway, MotionModel::hydraulic);
    scenes::add_group(scenario, "class", "aisle", 15);
    scenario.groups[0].together = Cohesion::files;
    for (scenario.seed = 1; scenario.seed <= 6; ++scenario.seed) {
        Drill drill(scenario, 1);
        scenes::run(drill);
        CAPTURE(scenario.seed);
        CHECK(drill.outcome.out == 15);
    }
}

TEST_CASE("classes in files whose members mix do not lock the stair they share") {
    // Where a leader waited on the stair for a member behind the other class, and the other leader
    // did the same, these two took 2.8 times as long as everybody alone.
    const auto last_out = [](Cohesion together) {
        Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
        for (const char* id : {"class-a", "class-b"}) {
            const int group = scenes::add_group(scenario, id, "hall_1", 25);
            scenario.groups[static_cast<std::size_t>(group)].together = together;
        }
        Drill drill(scenario, 1);
        scenes::run(drill);
        REQUIRE(drill.outcome.out == 50);
        return last_exit(drill);
    };
    const double alone = last_out(Cohesion::none);
    const double files = last_out(Cohesion::files);
    INFO(alone << " s alone, " << files << " s in files");
    CHECK(files < 2.2 * alone);
}

TEST_CASE("somebody who must be carried takes the stair with helpers, or waits for help") {
    const auto drill_with = [](int helpers) {
        Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
        Profile wheelchair = scenario.profiles[0];
        wheelchair.id = "wheelchair";
        wheelchair.free_speed.a = 0.69;
        wheelchair.carriers = 2;
        scenario.profiles.push_back(wheelchair);
        scenes::add_group(scenario, "some", "hall_1", helpers);
        scenario.groups[0].occupants.push_back({find_unit(scenario.plan, "hall_1"), 1, 1, ""});
        Drill drill(scenario, 1);
        scenes::run(drill);
        return drill.outcome;
    };
    const Outcome helped = drill_with(2);
    CHECK(helped.out == 3);
    // The helpers do not leave the person behind.
    CHECK(helped.people[2].exit_time - helped.people[0].exit_time < 10.0);
    const Outcome alone = drill_with(1);
    CHECK(alone.out == 1);
    CHECK(alone.people[1].inside == InsideReason::needs_help);
}

TEST_CASE("helpers from above come to who must be carried, those from below do not wait for good") {
    const auto drill_from = [](const char* helpers, const char* charge) {
        Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
        Profile carried = scenario.profiles[0];
        carried.id = "carried";
        carried.carriers = 2;
        scenario.profiles.push_back(carried);
        scenes::add_group(scenario, "some", helpers, 2);
        scenario.groups[0].occupants.push_back({find_unit(scenario.plan, charge), 1, 1, ""});
        Drill drill(scenario, 1);
        scenes::run(drill);
        return drill.outcome;
    };
    const Outcome met = drill_from("hall_1", "landing");
    CHECK(met.out == 3);
    CHECK(met.people[2].exit_time - met.people[0].exit_time < 10.0);
    const Outcome missed = drill_from("landing", "hall_1");
    CHECK(missed.out == 2);
    CHECK(missed.people[2].inside == InsideReason::needs_help);
}

TEST_CASE("when a helper is brought down another takes over, or who is carried waits for help") {
    // The air of one place brings down whoever is sensitive: one of the helpers.
    const auto drill_with = [](int sturdy, const std::string& place) {
        Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
        Profile sensitive = scenario.profiles[0];
        sensitive.id = "sensitive";
        sensitive.dose_limit = 1e-6;
        Profile carried = scenario.profiles[0];
        carried.id = "carried";
        carried.carriers = 2;
        scenario.profiles.push_back(sensitive);
        scenario.profiles.push_back(carried);
        scenes::add_group(scenario, "some", "hall_1", sturdy);
        const int start = find_unit(scenario.plan, "hall_1");
        scenario.groups[0].occupants.push_back({start, 1, 1, ""});
        scenario.groups[0].occupants.push_back({start, 2, 1, ""});
        Atmosphere poison;
        poison.co = 500.0;
        scenario.hazards.air = scenes::air_in(scenario.plan, {place}, poison);
        Drill drill(scenario, 1);
        scenes::run(drill);
        REQUIRE(drill.outcome.incapacitated == 1);
        CHECK(drill.outcome.stuck.empty());
        return drill.outcome;
    };
    for (const char* place : {"hall_1", "flight_b", "landing"}) {
        CAPTURE(place);
        const Outcome alone = drill_with(1, place);
        CHECK(alone.out == 1);  // the other helper
        CHECK(alone.people.back().inside == InsideReason::needs_help);
        CHECK(alone.simulated >= 600.0);  // who waits may still be brought down
        const Outcome helped = drill_with(2, place);
        CHECK(helped.out == 3);
        CHECK(helped.people.back().inside == InsideReason::none);
        CHECK(helped.simulated < 600.0);
    }
}

TEST_CASE("who is carried is as fast on flights as those who carry, whatever the own speed") {
    Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
    for (const Profile& profile : built_in_profiles()) {
        if (profile.id == "wheelchair") {
            scenario.profiles.push_back(profile);
        }
    }
    REQUIRE(scenario.profiles.size() == 2);
    const Profile wheelchair = scenario.profiles[1];
    scenes::add_group(scenario, "some", "hall_1", wheelchair.carriers);
    scenario.groups[0].occupants.push_back({find_unit(scenario.plan, "hall_1"), 1, 1, ""});
    Drill drill(scenario, 1);
    const auto user = static_cast<std::size_t>(wheelchair.carriers);
    const double expected = carried_speed(wheelchair, false);
    int steps_on_flights = 0;
    int steps_as_carried = 0;
    scenes::run(drill, [&] {
        const std::int32_t at = drill.slot_of[user];
        const auto slot = static_cast<std::size_t>(at);
        if (at >= 0 && unit_at(drill.plan(), drill.crowd.unit[slot]).kind == UnitKind::flight) {
            ++steps_on_flights;
            steps_as_carried += drill.crowd.speed_limit[slot] == expected ? 1 : 0;
        }
    });
    // Everybody is out, though the helpers were ready long before the person set out.
    REQUIRE(drill.outcome.out == wheelchair.carriers + 1);
    CHECK(expected == Approx(0.53).margin(0.005));
    CHECK(drill.people[user].free_speed != wheelchair.free_speed.a);
    CHECK(steps_on_flights > 100);
    CHECK(steps_as_carried >= steps_on_flights - 2);  // the first on each begins on the landing
}
