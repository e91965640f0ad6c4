#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

std::vector<double> exit_times(const Drill& drill) {
    std::vector<double> times;
    for (const PersonOutcome& person : drill.outcome.people) {
        times.push_back(person.exit_time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// People per second between the 10th and the last but 10th of those who pass.
double steady_flow(const Drill& drill) {
    const std::vector<double> times = exit_times(drill);
    const std::size_t last = times.size() - 11;
    return static_cast<double>(last - 10) / (times[last] - times[10]);
}

}  // namespace

TEST_CASE("one person walks a corridor at the free speed") {
    // RiMEA 4.1.1 test 1: 40 m at 1.33 m/s in 26 to 34 s. Ours starts somewhere in the corridor, so
    // the way is what was walked: time = way / 1.34 m/s, plus the time to speed up (0.2 s).
    Scenario scenario = scenes::quiet_drill(scenes::corridor(40.0, 2.0));
    scenes::add_group(scenario, "one", "corridor", 1);
    scenario.groups[0].exits = {scenes::opening(scenario, "east")};
    Drill drill(scenario, 1);
    const double way = 40.0 - drill.people[0].position.x();
    scenes::run(drill);
    CHECK(drill.outcome.people[0].exit_time == Approx(way / 1.34 + 0.2).margin(0.3));
    // 1 m beyond the exit the person is taken off the ground.
    CHECK(drill.outcome.people[0].walked == Approx(way + 1.0).margin(0.3));
}

TEST_CASE("a door 0.8 m wide never clogs") {
    // Models without right of way form arches here and pass nobody. Kretz 2006 and Seyfried 2009
    // measured 1.3 to 1.45 persons/s with calm crowds; over all widths experiments give 1.5 to 2.4
    // persons per metre and second, of which ours is at the upper end (1.8 persons/s at 0.8 m).
    Scenario scenario = scenes::quiet_drill(scenes::one_room(8.0, 6.0, 0.8));
    scenes::add_group(scenario, "all", "room", 80);
    scenario.motivation = Motivation::calm;
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 80);
    CHECK(steady_flow(drill) > 1.5 * 0.8);
    CHECK(steady_flow(drill) < 2.4 * 0.8);
    const std::vector<double> times = exit_times(drill);
    for (std::size_t i = 1; i < times.size(); ++i) {
        CHECK(times[i] - times[i - 1] < 4.0);
    }
}

TEST_CASE("a wider door lets more people pass") {
    const auto flow = [](double width) {
        Scenario scenario = scenes::quiet_drill(scenes::one_room(8.0, 6.0, width));
        scenes::add_group(scenario, "all", "room", 80);
        Drill drill(scenario, 1);
        scenes::run(drill);
        REQUIRE(drill.outcome.out == 80);
        return steady_flow(drill);
    };
    // Experiments: 1.35, 1.88 and 2.3 persons/s (Kretz and Seyfried).
    const double narrow = flow(0.8);
    const double medium = flow(1.0);
    const double wide = flow(1.2);
    CHECK(medium > 1.1 * narrow);
    CHECK(wide > 1.05 * medium);
    CHECK(medium == Approx(1.9).epsilon(0.2));
}

TEST_CASE("the design flow is never above 1.33 persons per metre and second") {
    Scenario scenario = scenes::quiet_drill(scenes::one_room(8.0, 6.0, 1.2));
    scenes::add_group(scenario, "all", "room", 80);
    scenario.flow = Flow::design;
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 80);
    CHECK(steady_flow(drill) <= 1.33 * 1.2 * 1.001);
    CHECK(steady_flow(drill) > 0.9 * 1.33 * 1.2);  // and it uses what it is granted
}

TEST_CASE("two streams meet in a corridor 2 m wide and both come through") {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(20.0, 2.0));
    const int to_east = scenes::add_group(scenario, "to east", "corridor", 20);
    const int to_west = scenes::add_group(scenario, "to west", "corridor", 20);
    scenario.groups[static_cast<std::size_t>(to_east)].exits = {scenes::opening(scenario, "east")};
    scenario.groups[static_cast<std::size_t>(to_west)].exits = {scenes::opening(scenario, "west")};
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 40);
    CHECK(drill.outcome.stuck.empty());
    // 20 m take 15 s alone; a deadlock would run into the limit of 600 s.
    CHECK(exit_times(drill).back() < 60.0);
}

TEST_CASE("the flow through two rooms is that of the narrower opening") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(0.8));
    scenes::add_group(scenario, "all", "inner", 40);
    scenario.motivation = Motivation::calm;
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 40);
    const auto door = static_cast<std::size_t>(scenes::opening(scenario, "door"));
    CHECK(drill.outcome.openings[door].forward == 40);
    CHECK(drill.outcome.openings[door].backward == 0);
    // 0.8 m at 1.5 to 2.4 persons per metre and second, far below what the exit of 1.2 m passes.
    CHECK(steady_flow(drill) > 1.5 * 0.8);
    CHECK(steady_flow(drill) < 2.4 * 0.8);
}
