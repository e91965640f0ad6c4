#include "tests/scenes/blocks.hpp"
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

TEST_CASE("one person walks a corridor at the free speed, also one as wide as one body") {
    // RiMEA 4.1.1 test 1: 40 m at 1.33 m/s in 26 to 34 s. Ours starts somewhere in the corridor, so
    // the way is what was walked: time = way / 1.34 m/s, plus the time to speed up (0.2 s).
    const double width = GENERATE(2.0, 0.55);
    Scenario scenario = scenes::quiet_drill(scenes::corridor(40.0, width));
    scenes::add_group(scenario, "one", "corridor", 1);
    scenario.groups[0].exits = {scenes::opening(scenario, "east")};
    Drill drill(scenario, 1);
    const double way = 40.0 - drill.people[0].position.x();
    scenes::run(drill);
    CHECK(drill.outcome.people[0].exit_time == Approx(way / 1.34 + 0.2).margin(0.3));
    // 1 m beyond the exit the person is taken off the ground.
    CHECK(drill.outcome.people[0].walked == Approx(way + 1.0).margin(0.3));
}

TEST_CASE("behind a slow leader a narrow passage is walked in single file") {
    // Seyfried et al. 2005: the distance to the person before is 0.36 m + 1.06 s times the speed.
    // People who weave from wall to wall come much closer.
    Plan plan = scenes::empty_plan("file");
    const int tail = scenes::add_unit(plan, "tail", "walkway", scenes::rectangle({0, 0}, {30, 0.6}));
    const int head = scenes::add_unit(plan, "head", "walkway", scenes::rectangle({30, 0}, {31, 0.6}));
    const int way = scenes::add_unit(plan, "way", "walkway", scenes::rectangle({31, 0}, {60, 0.6}));
    scenes::add_opening(plan, "in", {30, 0}, {30, 0.6}, tail, head);
    scenes::add_opening(plan, "on", {31, 0}, {31, 0.6}, head, way);
    scenes::add_exit(plan, "exit", {60, 0}, {60, 0.6}, way);
    Scenario scenario = scenes::quiet_drill(plan);
    Profile slow = scenario.profiles[0];
    slow.id = "slow";
    slow.free_speed = {Distribution::Shape::constant, 0.7, 0.0, 0.7, 0.7};
    scenario.profiles.push_back(slow);
    scenes::add_group(scenario, "leader", "head", 1);
    scenario.groups[0].occupants[0].profile = 1;
    scenes::add_group(scenario, "file", "tail", 16);
    Drill drill(scenario, 1);
    double sum = 0.0;
    int count = 0;
    scenes::run(drill, [&] {
        std::vector<double> places;
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            places.push_back(drill.crowd.x[slot]);
        }
        std::sort(places.rbegin(), places.rend());
        // The leader's last metres: by then all have caught up.
        if (places.size() == 17 && places.front() > 50.0) {
            sum += (places[0] - places[8]) / 8.0;
            ++count;
        }
    });
    REQUIRE(count > 0);
    CHECK(sum / count == Approx(0.36 + 1.06 * 0.7).epsilon(0.2));
}

TEST_CASE("a door 0.8 m wide never clogs") {
    // Models without right of way form arches here and pass nobody. Kretz 2006 and Seyfried 2009
    // measured 1.3 to 1.45 persons/s with calm crowds; over all widths experiments give 1.5 to 2.4
    // persons per metre and second.
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

TEST_CASE("the flow of a door grows in proportion to its width") {
    const auto specific_flow = [](double width, int people) {
        Scenario scenario = scenes::quiet_drill(scenes::one_room(14.0, 10.0, width));
        scenes::add_group(scenario, "all", "room", people);
        scenario.motivation = Motivation::calm;
        Drill drill(scenario, 1);
        scenes::run(drill);
        REQUIRE(drill.outcome.out == people);
        return steady_flow(drill) / width;
    };
    const double one = specific_flow(1.0, 150);
    CHECK(specific_flow(2.5, 300) == Approx(one).epsilon(0.15));
    CHECK(specific_flow(5.0, 450) == Approx(one).epsilon(0.15));
}

TEST_CASE("a crowd loses little in a bend") {
    // Without ways round the crowd everybody makes for the inner corner: 0.8 of the straight flow.
    const auto flow = [](const Polygon& polygon, const Segment& end) {
        Plan plan = scenes::empty_plan("bend");
        const int room =
            scenes::add_unit(plan, "room", "room", scenes::rectangle({-14.0, -2.0}, {0.0, 6.0}));
        const int corridor = scenes::add_unit(plan, "corridor", "walkway", polygon);
        scenes::add_opening(plan, "in", {0.0, 0.0}, {0.0, 4.0}, room, corridor);
        scenes::add_exit(plan, "exit", end.a, end.b, corridor);
        Scenario scenario = scenes::quiet_drill(plan);
        scenario.profiles[0].free_speed = Profile().free_speed;  // as people differ
        scenes::add_group(scenario, "all", "room", 300);
        Drill drill(scenario, 1);
        scenes::run(drill);
        REQUIRE(drill.outcome.out == 300);
        const std::vector<double> times = exit_times(drill);
        return 200.0 / (times[240] - times[40]);
    };
    const double straight = flow(scenes::rectangle({0.0, 0.0}, {20.0, 4.0}), {{20, 0}, {20, 4}});
    const double bend =
        flow({{{0, 0}, {12, 0}, {12, 12}, {8, 12}, {8, 4}, {0, 4}}, {}}, {{8, 12}, {12, 12}});
    CHECK(bend > 0.9 * straight);
}

TEST_CASE("the design flow is never above 1.33 persons per metre and second") {
    // 18 m pass more than one person in a step.
    const double width = GENERATE(1.2, 18.0);
    const int people = static_cast<int>(40.0 * (width + 0.8));
    Scenario scenario = scenes::quiet_drill(scenes::one_room(16.0, width + 2.0, width));
    scenes::add_group(scenario, "all", "room", people);
    scenario.flow = Flow::design;
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == people);
    CHECK(steady_flow(drill) <= 1.33 * width * 1.001);
    CHECK(steady_flow(drill) > 0.9 * 1.33 * width);  // and it uses what it is granted
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
