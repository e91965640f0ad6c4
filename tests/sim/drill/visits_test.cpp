#include "sim/record/summary.hpp"
#include "tests/scenes/air.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace evac;

namespace {

/// A square ring of four corridors, 2 m wide and one way round, with an exit in "a".
Plan racetrack() {
    Plan plan = scenes::empty_plan("racetrack");
    const int a = scenes::add_unit(plan, "a", "walkway", scenes::rectangle({0, 0}, {10, 2}));
    const int b = scenes::add_unit(plan, "b", "walkway", scenes::rectangle({10, 0}, {12, 10}));
    const int c = scenes::add_unit(plan, "c", "walkway", scenes::rectangle({2, 10}, {12, 12}));
    const int d = scenes::add_unit(plan, "d", "walkway", scenes::rectangle({0, 2}, {2, 12}));
    scenes::add_opening(plan, "ab", {10, 0}, {10, 2}, a, b);
    scenes::add_opening(plan, "bc", {10, 10}, {12, 10}, b, c);
    scenes::add_opening(plan, "cd", {2, 10}, {2, 12}, c, d);
    scenes::add_opening(plan, "da", {0, 2}, {2, 2}, d, a);
    for (Opening& opening : plan.openings) {
        opening.one_way = 1;
    }
    scenes::add_exit(plan, "exit", {0, 0}, {0, 2}, a);
    return plan;
}

int passed(const Drill& drill, const std::string& id) {
    return drill.outcome.openings[static_cast<std::size_t>(find_opening(drill.plan(), id))].forward;
}

}  // namespace

TEST_CASE("people walk the laps they are given, then leave") {
    Scenario scenario = scenes::quiet_drill(racetrack());
    scenes::add_group(scenario, "walkers", "a", 3);
    Group& group = scenario.groups[0];
    for (const char* unit : {"b", "c", "d", "a"}) {
        group.visits.push_back({find_unit(scenario.plan, unit), 0.0});
    }
    group.laps = 2;
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.out == 3);
    for (const char* opening : {"ab", "bc", "cd", "da"}) {
        CHECK(passed(drill, opening) == 2 * 3);
    }
}

TEST_CASE("laps without end go on until the time limit") {
    Scenario scenario = scenes::quiet_drill(racetrack());
    scenes::add_group(scenario, "walkers", "a", 2);
    Group& group = scenario.groups[0];
    for (const char* unit : {"b", "c", "d", "a"}) {
        group.visits.push_back({find_unit(scenario.plan, unit), 0.0});
    }
    group.laps = 0;
    scenario.time_limit = 120.0;
    Drill drill(scenario, 1);
    scenes::run(drill);
    CHECK(drill.outcome.simulated == Approx(120.0));
    CHECK(drill.outcome.out == 0);
    // 40 m round in about 30 s.
    CHECK(passed(drill, "cd") >= 6);
}

TEST_CASE("rescuers walk in against the flow, stay, and come out again") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.2));
    Plan& plan = scenario.plan;
    const int yard = scenes::add_unit(plan, "yard", "outdoors", scenes::rectangle({9, 0}, {15, 4}));
    plan.units[static_cast<std::size_t>(yard)].kind = UnitKind::outdoors;
    plan.openings[static_cast<std::size_t>(find_opening(plan, "exit"))].units[1] = yard;
    scenes::add_group(scenario, "all", "inner", 20);
    scenes::add_group(scenario, "rescuers", "yard", 2);
    scenario.groups[1].visits.push_back({find_unit(plan, "inner"), 30.0});
    Drill drill(scenario, 1);
    int most_inside = 0;
    int fewest_out = 22;
    CHECK(drill.outcome.out == 2);
    scenes::run(drill, [&] {
        int inside = 0;
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            inside += drill.crowd.id[slot] >= 20 &&
                              drill.crowd.unit[slot] == find_unit(drill.plan(), "inner")
                          ? 1
                          : 0;
        }
        most_inside = std::max(most_inside, inside);
        if (inside == 2) {
            fewest_out = std::min(fewest_out, drill.outcome.out);
        }
    });
    CHECK(most_inside == 2);
    CHECK(fewest_out <= 20);  // who is inside is not out
    CHECK(drill.outcome.people[20].exit_time > 30.0);
    CHECK(drill.outcome.people[20].exit_opening >= 0);
    CHECK(drill.outcome.out == 22);
    CHECK(drill.outcome.simulated > 30.0);
    CHECK(drill.crowd.size() == 0);  // out again by the exit, as everybody else
}

TEST_CASE("a rescuer who is brought down inside is neither out nor lost from the count") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.2));
    Plan& plan = scenario.plan;
    const int yard = scenes::add_unit(plan, "yard", "outdoors", scenes::rectangle({9, 0}, {15, 4}));
    plan.units[static_cast<std::size_t>(yard)].kind = UnitKind::outdoors;
    plan.openings[static_cast<std::size_t>(find_opening(plan, "exit"))].units[1] = yard;
    scenes::add_group(scenario, "all", "outer", 3);
    scenes::add_group(scenario, "rescuers", "yard", 1);
    const int inner = find_unit(plan, "inner");
    scenario.groups[1].visits.push_back({inner, 30.0});
    Atmosphere poison;
    poison.co = 100000.0;
    scenario.hazards.air = scenes::air_in(plan, {"inner"}, poison);
    Drill drill(scenario, 1);
    REQUIRE(drill.outcome.out == 1);
    scenes::run(drill);
    const PersonOutcome& rescuer = drill.outcome.people[3];
    CHECK(rescuer.incapacitated_time > 0.0);
    CHECK(rescuer.inside == InsideReason::incapacitated);
    CHECK(rescuer.exit_time == never);
    CHECK(drill.outcome.out == 3);
    CHECK(drill.outcome.incapacitated == 1);
    CHECK(drill.outcome.curve.back().inside == 1);
    const auto summary = summary_json(drill.scenario, drill.people, drill.outcome, {});
    CHECK(summary["people"]["out"] == 3);
    CHECK(summary["people"]["incapacitated"] == 1);
    CHECK(summary["people"]["inside"].empty());
    CHECK(summary["clearing_time_s"].is_null());
}

TEST_CASE("staff hold an opening until the storey they wait for is clear") {
    Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
    const int lower = scenes::add_group(scenario, "lower", "hall_0", 10);
    scenes::add_group(scenario, "upper", "hall_1", 10);
    scenes::add_group(scenario, "staff", "hall_1", 1);
    scenario.groups[static_cast<std::size_t>(lower)].release_after = 40.0;
    Group& staff = scenario.groups[2];
    staff.visits.push_back({find_unit(scenario.plan, "hall_1"), 0.0});
    staff.duty = Duty{};
    staff.duty->kind = Duty::Kind::hold;
    staff.duty->opening = scenes::opening(scenario, "head");
    staff.duty->until_clear = {find_level(scenario.plan, "L0")};
    Drill drill(scenario, 1);
    scenes::run(drill);
    REQUIRE(drill.outcome.out == 21);
    double last_lower = 0.0;
    double first_upper = never;
    for (int person = 0; person < 20; ++person) {
        const double out = drill.outcome.people[static_cast<std::size_t>(person)].exit_time;
        if (person < 10) {
            last_lower = std::max(last_lower, out);
        } else {
            first_upper = std::min(first_upper, out);
        }
    }
    CHECK(last_lower > 40.0);
    CHECK(first_upper > last_lower);
    const auto told = [&](Happening::Kind kind) {
        return std::count_if(drill.outcome.happenings.begin(), drill.outcome.happenings.end(),
                             [&](const Happening& happening) { return happening.kind == kind; });
    };
    CHECK(told(Happening::Kind::held) == 1);
    CHECK(told(Happening::Kind::let_go) == 1);
}

TEST_CASE("staff direct those who come near to another exit") {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(30.0, 3.0));
    scenes::add_group(scenario, "all", "corridor", 8);
    scenes::add_group(scenario, "staff", "corridor", 1);
    scenario.groups[0].release_after = 5.0;
    Group& staff = scenario.groups[1];
    staff.visits.push_back({0, 60.0});
    staff.duty = Duty{};
    staff.duty->exits = {scenes::opening(scenario, "east")};
    Drill drill(scenario, 1);
    const Vec2 post = drill.people.back().position;
    scenes::run(drill);
    for (std::size_t person = 0; person < 8; ++person) {
        if ((drill.people[person].position - post).norm() < 9.0) {
            CHECK(drill.outcome.people[person].exit_opening == staff.duty->exits.front());
        }
    }
    CHECK(drill.outcome.people.back().exit_time > 60.0);
}
