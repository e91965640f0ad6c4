// The proven bound against the simulation: nobody clears a building sooner than the graph allows,
// as long as openings keep to the design flow.

#include "sim/study/sweep.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace evac;

namespace {

/// People in some units of a plan, as many of `crowd` in each as said.
Scenario crowded(Plan plan, const std::vector<std::pair<std::string, int>>& crowd,
                 std::uint64_t seed) {
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    for (const auto& [unit, count] : crowd) {
        scenes::add_group(scenario, "in_" + unit, unit, count);
    }
    scenario.seed = seed;
    scenario.flow = Flow::design;
    return scenario;
}

ClearingBound bound_of(const Scenario& scenario) {
    const Site site(scenario);
    return clearing_bound(network_at_best(site));
}

/// Checks the bound and returns how much of the simulated time it explains.
double check_bound(const Scenario& scenario) {
    const ClearingBound bound = bound_of(scenario);
    const DrillResult result = run_drill(scenario, 1);
    REQUIRE(result.clearing_time);
    CAPTURE(scenario.id, scenario.seed, bound.behind, bound.walk, bound.arcs.size());
    CHECK(bound.time <= *result.clearing_time);
    return bound.time / *result.clearing_time;
}

constexpr double turned = 0.5236;  // 30 degrees

}  // namespace

TEST_CASE("no crowd leaves one room sooner than the bound") {
    for (const int people : {1, 2, 3, 5, 10, 30, 60, 120}) {
        CAPTURE(people);
        for (const double exit : {0.8, 1.2, 2.0}) {
            const Plan plan = scenes::one_room(10.0, 8.0, exit);
            const double tight = check_bound(crowded(plan, {{"room", people}}, 1));
            check_bound(crowded(scenes::moved(plan, turned, {100, -40}), {{"room", people}}, 2));
            // It says something: the queue of a full room is most of the time it takes.
            CHECK(tight > (people >= 30 ? 0.8 : 0.4));
        }
    }
}

TEST_CASE("no crowd passes a door between two rooms sooner than the bound") {
    for (const double door : {0.7, 0.9, 1.2, 2.4}) {
        CAPTURE(door);
        const Plan plan = scenes::two_rooms(door);
        for (const auto& [inner, outer] :
             {std::pair(1, 0), std::pair(8, 3), std::pair(40, 0), std::pair(50, 20)}) {
            check_bound(crowded(plan, {{"inner", inner}, {"outer", outer}}, 3));
            check_bound(crowded(scenes::moved(plan, -turned, {0, 5}),
                                {{"inner", inner}, {"outer", outer}}, 4));
        }
    }
}

TEST_CASE("no crowd passes a neck, a corridor, a ring or an L sooner than the bound") {
    for (const int people : {1, 4, 20, 60}) {
        CAPTURE(people);
        check_bound(crowded(scenes::narrow_passage(0.9, 2.0), {{"inner", people}}, 5));
        check_bound(crowded(scenes::narrow_passage(1.4, 6.0), {{"inner", people}}, 6));
        check_bound(crowded(scenes::corridor(30.0, 2.0), {{"corridor", people}}, 7));
        check_bound(crowded(scenes::ring(), {{"ring", people}}, 8));
        check_bound(crowded(scenes::moved(scenes::ring(), turned, {3, 3}), {{"ring", people}}, 9));
        check_bound(crowded(scenes::l_corridor(15.0, 2.0), {{"corridor", people}}, 10));
        check_bound(crowded(scenes::moved(scenes::l_corridor(15.0, 2.0), turned, {}),
                            {{"corridor", people}}, 11));
    }
}

TEST_CASE("no crowd comes down a stair sooner than the bound") {
    for (const int people : {1, 6, 25}) {
        CAPTURE(people);
        check_bound(crowded(scenes::dog_leg(), {{"hall_1", people}}, 12));
        check_bound(crowded(scenes::dog_leg(), {{"hall_1", people}, {"hall_0", people}}, 13));
        check_bound(crowded(scenes::stacked_flights(), {{"hall_1", people}}, 14));
        check_bound(crowded(scenes::moved(scenes::dog_leg(), turned, {-9, 2}),
                            {{"hall_1", people}, {"hall_0", people}}, 15));
    }
}

TEST_CASE("the bound holds where people differ and start at different times") {
    for (const std::uint64_t seed : {21U, 22U, 23U}) {
        Scenario scenario = crowded(scenes::two_rooms(1.0), {{"inner", 40}, {"outer", 10}}, seed);
        scenario.profiles[0].free_speed = {Distribution::Shape::normal, 1.34, 0.26};
        scenario.groups[0].release_after = 8.0;
        scenario.groups[1].own_pre_movement = Distribution{Distribution::Shape::uniform, 2.0, 30.0};
        scenario.alarm = 5.0;
        check_bound(scenario);
        for (Group& group : scenario.groups) {
            for (Occupants& occupants : group.occupants) {
                occupants.count = 2;
            }
        }
        check_bound(scenario);
    }
}

TEST_CASE("the bound holds where people follow others who set out before them") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        Scenario scenario = crowded(scenes::two_rooms(1.2), {{"inner", 12}, {"outer", 5}}, seed);
        scenario.profiles[0].pre_movement = {Distribution::Shape::lognormal, 30.0, 1.0};
        const double alone = bound_of(scenario).time;
        for (Group& group : scenario.groups) {
            group.follows_others = true;
        }
        check_bound(scenario);
        CHECK(bound_of(scenario).time < alone);
    }
}

TEST_CASE("the bound holds for the shipped workshop, in order and with its ways blocked") {
    for (const char* name : {"workshop", "workshop-blocked"}) {
        CAPTURE(name);
        Scenario scenario = read_scenario(std::string(EVAC_SOURCE_DIR) + "/scenarios/" + name);
        scenario.flow = Flow::design;
        const double explained = check_bound(scenario);
        CHECK(explained > 0.5);
    }
}

TEST_CASE("what is closed or put down only for a time does not enter the proof") {
    Plan plan = scenes::corridor(20.0, 3.0);
    scenes::add_fixture(plan, "box", scenes::rectangle({1.0, 0.0}, {1.5, 3.0}), 0);
    Scenario scenario = crowded(std::move(plan), {{"corridor", 60}}, 3);
    const int west = scenes::opening(scenario, "west");
    const auto event = [&](Event::Kind kind, double time, int element) {
        scenario.events.push_back({kind, time, element, false});
    };
    scenario.fixture_present = {0};
    SECTION("locked when everybody is out") {
        event(Event::Kind::lock, 300.0, west);
        check_bound(scenario);
        CHECK(Site(scenario).inspection.closed[static_cast<std::size_t>(west)] == 1);
    }
    SECTION("put down when everybody is out") {
        event(Event::Kind::put_down, 300.0, 0);
        check_bound(scenario);
    }
    SECTION("locked in the plan and opened at the alarm: never closed") {
        scenario.plan.openings[static_cast<std::size_t>(west)].lock = Lock::locked;
        event(Event::Kind::open, 0.0, west);
        check_bound(scenario);
        CHECK(Site(scenario).inspection.closed[static_cast<std::size_t>(west)] == 0);
    }
    SECTION("opened later") {
        scenario.plan.openings[static_cast<std::size_t>(west)].lock = Lock::locked;
        event(Event::Kind::open, 5.0, west);
        check_bound(scenario);
        CHECK(Site(scenario).inspection.closed[static_cast<std::size_t>(west)] == 1);
    }
}

TEST_CASE("an opening too narrow for a body is no way out, for the proof and for the drill") {
    Scenario scenario = crowded(scenes::two_rooms(0.3), {{"inner", 8}, {"outer", 2}}, 1);
    const Site site(scenario);
    CHECK(network_at_best(site).cut_off == 8);
    const DrillResult result = run_drill(scenario, 1);
    CHECK(result.inside == 8);
}
