// One element taken away at a time: who is cut off, and what it costs the others.

#include "sim/study/sweep.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

using namespace evac;

namespace {

const SweepProgress to_the_end = [](int, int) { return true; };

const Loss& loss_of(const Sweep& sweep, const std::string& element) {
    for (const Loss& loss : sweep.losses) {
        if (loss.element == element) {
            return loss;
        }
    }
    FAIL("no loss of " << element);
    return sweep.losses.front();
}

std::vector<std::string> elements(const Sweep& sweep) {
    std::vector<std::string> ids;
    for (const Loss& loss : sweep.losses) {
        ids.push_back(loss.element);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

using Ids = std::vector<std::string>;

/// A hall 12 m by 8 m with the exits "west" and "east", 1 m wide, and `people` in it.
Scenario two_exits(int people) {
    Plan plan = scenes::empty_plan("two_exits");
    const int hall = scenes::add_unit(plan, "hall", "room", scenes::rectangle({0, 0}, {12, 8}));
    scenes::add_exit(plan, "west", {0, 3.5}, {0, 4.5}, hall);
    scenes::add_exit(plan, "east", {12, 3.5}, {12, 4.5}, hall);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "all", "hall", people);
    return scenario;
}

/// A hall with the exit "front" and eight rooms along it, each with a door "door_0" ... and three
/// people: nine elements to lose.
Scenario rooms_along_a_hall() {
    Plan plan = scenes::empty_plan("rooms");
    const int hall = scenes::add_unit(plan, "hall", "lobby", scenes::rectangle({0, 0}, {32, 4}));
    scenes::add_exit(plan, "front", {0, 1}, {0, 3}, hall);
    for (int i = 0; i < 8; ++i) {
        const double x = 4.0 * i;
        const std::string number = std::to_string(i);
        const int room = scenes::add_unit(plan, "room_" + number, "room",
                                          scenes::rectangle({x, 4}, {x + 4, 8}));
        scenes::add_opening(plan, "door_" + number, {x + 1, 4}, {x + 2, 4}, room, hall);
    }
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    for (int i = 0; i < 8; ++i) {
        const std::string room = "room_" + std::to_string(i);
        scenes::add_group(scenario, room, room, 3);
    }
    return scenario;
}

/// The earliest anybody can be at this line.
double first_there(const Site& site, const Segment& line) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const Person& person : site.people) {
        nearest = std::min(nearest, distance(line, person.position));
    }
    return nearest / 1.34;
}

Lock& lock_of(Scenario& scenario, const std::string& id) {
    return scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, id))].lock;
}

}  // namespace

TEST_CASE("losing the only exit cuts everybody off") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "inner", "inner", 25);
    scenes::add_group(scenario, "outer", "outer", 15);
    const Site site(scenario);
    const Sweep sweep = sweep_by_graph(site);
    CHECK(sweep.cut_off == 0);
    REQUIRE(sweep.losses.size() == 2);
    CHECK(sweep.losses[0].element == "exit");  // the worst
    CHECK(sweep.losses[0].kind == Loss::Kind::exit);
    CHECK(sweep.losses[0].cut_off == 40);
    CHECK(sweep.losses[1].element == "door");
    CHECK(sweep.losses[1].kind == Loss::Kind::gap);  // no leaf is drawn
    CHECK(sweep.losses[1].cut_off == 25);
    CHECK(sweep.losses[1].place.x() == Approx(5.0));
}

TEST_CASE("losing one of two exits moves the bound by the time its people take at the other") {
    const Site site(two_exits(60));
    const Sweep sweep = sweep_by_graph(site);
    const double west = first_there(site, {{0, 3.5}, {0, 4.5}});
    const double east = first_there(site, {{12, 3.5}, {12, 4.5}});
    constexpr double capacity = 1.33;
    constexpr double burst = 1.5 + capacity * 0.9 / 1.34;
    // Both: 2 burst + capacity (T - west) + capacity (T - east) = 60; one: burst + capacity (T -
    // east) = 60.
    const double both = (60.0 - 2.0 * burst) / (2.0 * capacity) + 0.5 * (west + east);
    const double without_west = (60.0 - burst) / capacity + east;
    const double without_east = (60.0 - burst) / capacity + west;
    CHECK(sweep.bound.time == Approx(both).margin(1e-6));
    const Loss& w = loss_of(sweep, "west");
    CHECK(w.cut_off == 0);
    CHECK(w.bound.value() == Approx(without_west).margin(1e-6));
    CHECK(w.bound_change == Approx(without_west - both).margin(1e-6));
    CHECK(w.seconds_lost() == w.bound_change);
    CHECK(loss_of(sweep, "east").bound.value() == Approx(without_east).margin(1e-6));
    CHECK_FALSE(w.clearing_time);
    CHECK_FALSE(sweep.clearing_time);
}

TEST_CASE("what is closed already or leads nobody out is not in the sweep") {
    Scenario scenario = two_exits(10);
    const int closet =
        scenes::add_unit(scenario.plan, "closet", "room", scenes::rectangle({0, 8}, {4, 12}));
    scenes::add_opening(scenario.plan, "closet_door", {1, 8}, {2, 8}, closet, 0);
    CHECK(elements(sweep_by_graph(Site(scenario))) == Ids{"east", "west"});
    scenes::add_group(scenario, "one", "closet", 1);
    CHECK(elements(sweep_by_graph(Site(scenario))) == Ids{"closet_door", "east", "west"});
    lock_of(scenario, "east") = Lock::locked;
    const Sweep sweep = sweep_by_graph(Site(scenario));
    CHECK(elements(sweep) == Ids{"closet_door", "west"});
    CHECK(sweep.losses[0].element == "west");
    CHECK(sweep.losses[0].cut_off == 11);
}

TEST_CASE("who is cut off already is not lost once more") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "inner", "inner", 7);
    scenes::add_group(scenario, "outer", "outer", 5);
    lock_of(scenario, "door") = Lock::locked;
    const Sweep sweep = sweep_by_graph(Site(scenario));
    CHECK(sweep.cut_off == 7);
    REQUIRE(sweep.losses.size() == 1);
    CHECK(sweep.losses[0].cut_off == 5);
}

TEST_CASE("a staircase is lost as a whole") {
    Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
    scenes::add_group(scenario, "up", "hall_1", 12);
    scenes::add_group(scenario, "down", "hall_0", 4);
    const Site site(scenario);
    const Sweep sweep = sweep_by_graph(site);
    // "turn_a" and "turn_b" are inside the staircase.
    CHECK(elements(sweep) == Ids{"east", "exit", "foot", "head"});
    const Loss& stair = loss_of(sweep, "east");
    CHECK(stair.kind == Loss::Kind::stair);
    CHECK(stair.cut_off == 12);
    CHECK(stair.level == 0);
    std::vector<int> lost;
    for (const char* id : {"foot", "turn_a", "turn_b", "head"}) {
        lost.push_back(find_opening(site.plan(), id));
    }
    std::sort(lost.begin(), lost.end());
    CHECK(openings_lost(site.plan(), stair) == lost);
    CHECK(sweep.losses[0].element == "exit");
    CHECK(sweep.losses[0].cut_off == 16);
}

TEST_CASE("losses rank by people first, then by time") {
    std::vector<Loss> losses(5);
    const auto set = [&](std::size_t i, const char* id, int cut_off, int left, double bound) {
        losses[i].element = id;
        losses[i].cut_off = cut_off;
        losses[i].left_inside = left;
        losses[i].bound_change = bound;
    };
    set(0, "slow", 0, 0, 90.0);
    set(1, "left", 0, 5, 0.0);
    set(2, "cut", 8, 0, -20.0);
    set(3, "simulated", 0, 0, 1.0);
    losses[3].time_change = 120.0;
    set(4, "nothing", 0, 0, 0.0);
    rank_losses(losses);
    std::vector<std::string> order;
    for (const Loss& loss : losses) {
        order.push_back(loss.element);
    }
    CHECK(order == Ids{"cut", "left", "simulated", "slow", "nothing"});
}

TEST_CASE("an exit that nobody uses costs nothing and is not simulated") {
    Scenario scenario = two_exits(30);
    scenario.groups[0].exits = {scenes::opening(scenario, "west")};
    Sweep sweep = sweep_by_graph(Site(scenario));
    simulate_losses(sweep, scenario, 1, to_the_end);
    CHECK(sweep.asked == 1);
    CHECK(sweep.simulated == 1);
    const Loss& east = loss_of(sweep, "east");
    CHECK(east.unused);
    CHECK(east.time_change.value() == 0.0);
    CHECK(east.clearing_time.value() == sweep.clearing_time.value());
    CHECK_FALSE(loss_of(sweep, "west").unused);
}

TEST_CASE("what the drills say ranks over what the graph said") {
    Scenario scenario = two_exits(30);
    scenario.groups[0].exits = {scenes::opening(scenario, "west")};
    // Nobody uses the east exit; without the west one all have to queue there.
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, "east"))]
        .clear_width = 0.7;
    Sweep sweep = sweep_by_graph(Site(scenario));
    for (Loss& loss : sweep.losses) {
        loss.bound_change = loss.element == "east" ? 500.0 : 1.0;
    }
    rank_losses(sweep.losses);
    REQUIRE(sweep.losses[0].element == "east");
    simulate_losses(sweep, scenario, 1, to_the_end);
    CHECK(sweep.losses[0].element == "west");
    CHECK(sweep.losses[0].time_change.value() > 1.0);
}

TEST_CASE("a simulated loss is the drill with that element locked, against the drill as it is") {
    const Scenario scenario = two_exits(60);
    Sweep sweep = sweep_by_graph(Site(scenario));
    simulate_losses(sweep, scenario, 1, to_the_end);
    const double base = run_drill(scenario, 1).clearing_time.value();
    Scenario locked = scenario;
    lock_of(locked, "west") = Lock::locked;
    const DrillResult without = run_drill(locked, 1);
    CHECK(sweep.clearing_time.value() == base);
    const Loss& west = loss_of(sweep, "west");
    CHECK(west.clearing_time.value() == without.clearing_time.value());
    CHECK(west.time_change.value() == without.clearing_time.value() - base);
    CHECK(west.time_change.value() > 5.0);
    CHECK(west.seconds_lost() == west.time_change.value());
    CHECK(west.left_inside == 0);
    CHECK(without.passed == std::vector<int>{0, 60});
}

TEST_CASE("whoever is left inside by a simulated loss is counted and ranks first") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "inner", "inner", 6);
    scenes::add_group(scenario, "outer", "outer", 9);
    scenario.time_limit = 60.0;
    // Somebody unlocks the exit later in the drill: not when it is lost.
    scenario.events.push_back(
        {Event::Kind::open, 5.0, scenes::opening(scenario, "exit"), true});
    Sweep sweep = sweep_by_graph(Site(scenario));
    simulate_losses(sweep, scenario, 1, to_the_end);
    REQUIRE(sweep.losses.size() == 2);
    CHECK(sweep.losses[0].element == "exit");
    CHECK(sweep.losses[0].left_inside == 15);
    CHECK_FALSE(sweep.losses[0].clearing_time);
    CHECK_FALSE(sweep.losses[0].time_change);
    CHECK(sweep.losses[1].left_inside == 6);
    CHECK(sweep.clearing_time);
}

TEST_CASE("a sweep that is stopped keeps what is done and makes up nothing") {
    const Scenario scenario = rooms_along_a_hall();
    Sweep sweep = sweep_by_graph(Site(scenario));
    REQUIRE(sweep.losses.size() == 9);
    SECTION("while the drills run") {
        simulate_losses(sweep, scenario, 1, [](int done, int of) { return of == 0 || done < 2; });
        CHECK(sweep.asked == 9);
        CHECK(sweep.simulated >= 2);
        CHECK(sweep.simulated < 9);
        CHECK(sweep.clearing_time);
        int done = 0;
        for (const Loss& loss : sweep.losses) {
            // Every element is one that people need: somebody is left inside, or nothing is known.
            CHECK_FALSE(loss.unused);
            done += loss.left_inside > 0;
            CHECK(loss.cut_off == (loss.element == "front" ? 24 : 3));
        }
        CHECK(done == sweep.simulated);
    }
    SECTION("before the first one is over") {
        simulate_losses(sweep, scenario, 1, [](int, int) { return false; });
        CHECK(sweep.simulated == 0);
        CHECK_FALSE(sweep.clearing_time);
        CHECK(sweep.losses.size() == 9);
        for (const Loss& loss : sweep.losses) {
            CHECK_FALSE(loss.clearing_time);
            CHECK(loss.left_inside == 0);
            CHECK_FALSE(loss.unused);
        }
    }
}

TEST_CASE("a sweep is the same by one thread and by two") {
    Scenario scenario = rooms_along_a_hall();
    scenes::add_exit(scenario.plan, "back", {32, 1}, {32, 3}, 0);
    const auto swept = [&](int threads) {
        Sweep sweep = sweep_by_graph(Site(scenario));
        simulate_losses(sweep, scenario, threads, to_the_end);
        return sweep;
    };
    const Sweep one = swept(1);
    const Sweep two = swept(2);
    CHECK(one.simulated == 10);
    CHECK(two.simulated == 10);
    CHECK(one.clearing_time == two.clearing_time);
    REQUIRE(one.losses.size() == two.losses.size());
    for (std::size_t i = 0; i < one.losses.size(); ++i) {
        CHECK(one.losses[i].element == two.losses[i].element);
        CHECK(one.losses[i].clearing_time == two.losses[i].clearing_time);
        CHECK(one.losses[i].time_change == two.losses[i].time_change);
        CHECK(one.losses[i].left_inside == two.losses[i].left_inside);
    }
    CHECK(loss_of(one, "back").clearing_time);
    CHECK(loss_of(one, "door_3").left_inside == 3);
}

TEST_CASE("a mended drill has neither the things nor the locks, whenever they would come") {
    Scenario scenario = two_exits(10);
    scenes::add_fixture(scenario.plan, "crate", scenes::rectangle({2, 2}, {3, 3}), 0);
    scenes::add_fixture(scenario.plan, "shelf", scenes::rectangle({4, 2}, {5, 3}), 0);
    scenario.fixture_present = {1, 1};
    const int west = scenes::opening(scenario, "west");
    const int east = scenes::opening(scenario, "east");
    lock_of(scenario, "west") = Lock::locked;
    scenario.events = {{Event::Kind::lock, 1.0, west, true},
                       {Event::Kind::block, 2.0, east, false},
                       {Event::Kind::put_down, 3.0, 0, false},
                       {Event::Kind::put_down, 4.0, 1, false}};
    const Scenario mended = mended_drill(scenario, {0}, {west});
    CHECK(mended.fixture_present == std::vector<char>{0, 1});
    CHECK(mended.plan.openings[static_cast<std::size_t>(west)].lock == Lock::none);
    REQUIRE(mended.events.size() == 2);
    CHECK(mended.events[0].kind == Event::Kind::block);
    CHECK(mended.events[1].element == 1);
}

TEST_CASE("a drill that is stopped tells who is inside and has no clearing time") {
    int steps = 0;
    const DrillResult result = run_drill(two_exits(20), 1, [&] { return ++steps < 5; });
    CHECK_FALSE(result.clearing_time);
    CHECK(result.inside == 20);
    CHECK(run_drill(two_exits(20), 1).inside == 0);
}
