// Clear widths against what a ruler says, in every pose: buildings stand at any angle and far from
// the origin of their coordinates.

#include "sim/passage/clear_width.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/plan/read.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

using namespace evac;

namespace {

constexpr double pi = 3.14159265358979323846;

/// Ten times better than the 2 cm that are asked for, twenty times the grid.
constexpr double tolerance = 2e-3;

int position(const Plan& plan, int unit, const std::string& opening) {
    const std::vector<int> openings = openings_by_unit(plan)[static_cast<std::size_t>(unit)];
    const auto place = std::find(openings.begin(), openings.end(), find_opening(plan, opening));
    REQUIRE(place != openings.end());
    return static_cast<int>(place - openings.begin());
}

UnitWidths measured(const Plan& plan, const std::string& unit, bool leaves = false) {
    return measure_clear_widths(
        plan, {std::vector<char>(plan.fixtures.size(), 1), leaves}, find_unit(plan, unit));
}

NarrowPlace between(const Plan& plan, const std::string& unit, const std::string& from,
                    const std::string& to, bool leaves = false) {
    const int u = find_unit(plan, unit);
    const UnitWidths widths = measured(plan, unit, leaves);
    const auto count = widths.from_inside.size();
    return widths.between[static_cast<std::size_t>(position(plan, u, from)) * count +
                          static_cast<std::size_t>(position(plan, u, to))];
}

NarrowPlace from_inside(const Plan& plan, const std::string& unit, const std::string& to) {
    const int u = find_unit(plan, unit);
    return measured(plan, unit).from_inside[static_cast<std::size_t>(position(plan, u, to))];
}

/// Looks at the plan in many poses.
void in_every_pose(const Plan& plan, const std::function<void(const Plan&)>& look) {
    for (const double degrees : {0.0, 17.0, 30.0, 45.0, 88.0}) {
        for (const Vec2& shift : {Vec2(0, 0), Vec2(1e5, -7e4)}) {
            INFO("turned by " << degrees << " degrees, shifted by " << shift.x());
            look(scenes::moved(plan, degrees * pi / 180.0, shift));
        }
    }
}

/// A regular polygon, its first corner at this angle.
Polygon regular(const Vec2& middle, double radius, int corners, double first) {
    Polygon polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = first + 2.0 * pi * i / corners;
        polygon.outer.push_back(middle + radius * Vec2(std::cos(angle), std::sin(angle)));
    }
    return polygon;
}

/// A corridor 20 m long and 3 m wide, open at both ends, with these things in it.
Plan corridor_with(const std::vector<Polygon>& things) {
    Plan plan = scenes::corridor(20.0, 3.0);
    for (const Polygon& thing : things) {
        scenes::add_fixture(plan, "thing-" + std::to_string(plan.fixtures.size()), thing, 0);
    }
    return plan;
}

/// The corridor's width in every pose; the dimension line must be as long and end at the things.
void check_corridor(const Plan& plan, double expected) {
    in_every_pose(plan, [&](const Plan& posed) {
        const NarrowPlace place = between(posed, "corridor", "west", "east");
        CHECK(place.width == Approx(expected).margin(tolerance));
        CHECK(place.across.length() == Approx(place.width).margin(tolerance));
        CHECK(place.unit == 0);
        for (const auto& [end, fixture] : {std::pair(place.across.a, place.fixture_a),
                                           std::pair(place.across.b, place.fixture_b)}) {
            const Polygon& owner = fixture >= 0
                                       ? posed.fixtures[static_cast<std::size_t>(fixture)].polygon
                                       : posed.units[0].polygon;
            CHECK(edge_distance(owner, end) < tolerance);
        }
    });
}

}  // namespace

TEST_CASE("beside a square pillar at 30 degrees the wider of its two gaps counts") {
    // Half of its height: 0.3 (cos 30 + sin 30) = 0.4098.
    const Polygon pillar = regular({10.0, 1.2}, 0.3 * std::sqrt(2.0), 4, (45.0 + 30.0) * pi / 180.0);
    check_corridor(corridor_with({pillar}), 3.0 - 1.2 - 0.3 * (std::cos(pi / 6) + 0.5));
}

TEST_CASE("beside a round pillar the way is as wide as it is from its edge to the wall") {
    check_corridor(corridor_with({regular({10.0, 1.0}, 0.5, 64, 0.0)}), 1.5);
}

TEST_CASE("two boxes leave the diagonal between their corners") {
    check_corridor(corridor_with({scenes::rectangle({8.0, 0.0}, {10.0, 1.6}),
                                  scenes::rectangle({10.3, 1.9}, {12.0, 3.0})}),
                   0.3 * std::sqrt(2.0));
}

TEST_CASE("what a box has outside the unit takes nothing") {
    check_corridor(corridor_with({scenes::rectangle({8.0, -0.5}, {9.0, 1.0})}), 2.0);
}

TEST_CASE("boxes that overlap, touch or lie in one another count once") {
    check_corridor(corridor_with({scenes::rectangle({8.0, 0.0}, {10.0, 1.0}),
                                  scenes::rectangle({9.0, 0.5}, {11.0, 1.4}),
                                  scenes::rectangle({9.2, 0.6}, {9.4, 0.8}),
                                  scenes::rectangle({11.0, 0.5}, {12.0, 1.4}),
                                  scenes::rectangle({8.0, 0.0}, {10.0, 1.0})}),
                   1.6);
}

TEST_CASE("an L is as wide as its arms") {
    in_every_pose(scenes::l_corridor(8.0, 2.0), [](const Plan& plan) {
        CHECK(between(plan, "corridor", "start", "end").width == Approx(2.0).margin(tolerance));
    });
}

TEST_CASE("a lobby shorter than it is wide is as wide as it is") {
    in_every_pose(scenes::corridor(1.0, 2.0), [](const Plan& plan) {
        CHECK(between(plan, "corridor", "west", "east").width == Approx(2.0).margin(tolerance));
    });
}

TEST_CASE("where nothing is narrower than the openings they are the limit") {
    Plan plan = scenes::corridor(1.0, 3.0);
    for (Opening& opening : plan.openings) {
        opening.clear_width = 0.9;
    }
    in_every_pose(plan, [](const Plan& posed) {
        const NarrowPlace place = between(posed, "corridor", "west", "east");
        CHECK(place.width == Approx(0.9).margin(tolerance));
        CHECK(place.opening >= 0);
    });
}

TEST_CASE("narrow doors do not narrow the corridor they open to") {
    Plan plan = scenes::corridor(20.0, 3.0);
    for (Opening& opening : plan.openings) {
        opening.clear_width = 0.9;
    }
    in_every_pose(plan, [](const Plan& posed) {
        CHECK(between(posed, "corridor", "west", "east").width == Approx(3.0).margin(tolerance));
    });
}

TEST_CASE("a box in front of a door leaves the way between its corners and the jambs") {
    // Door from y = 1.5 to 2.5 at x = 5; the box half as wide stands 0.8 m before it.
    Plan plan = scenes::two_rooms(1.0);
    const int box = scenes::add_fixture(plan, "box", scenes::rectangle({5.8, 1.75}, {6.2, 2.25}),
                                        find_unit(plan, "outer"));
    in_every_pose(plan, [&](const Plan& posed) {
        const NarrowPlace place = between(posed, "outer", "door", "exit");
        CHECK(place.width == Approx(std::hypot(0.25, 0.8)).margin(tolerance));
        CHECK((place.fixture_a == box) != (place.fixture_b == box));
        CHECK(from_inside(posed, "outer", "door").width ==
              Approx(std::hypot(0.25, 0.8)).margin(tolerance));
    });
}

TEST_CASE("a box in the doorway narrows the doorway") {
    Plan plan = corridor_with({scenes::rectangle({19.0, 0.0}, {20.5, 1.0})});
    in_every_pose(plan, [](const Plan& posed) {
        const NarrowPlace place = between(posed, "corridor", "west", "east");
        CHECK(place.width == Approx(2.0).margin(tolerance));
        CHECK((place.fixture_a == 0 || place.fixture_b == 0));
    });
}

TEST_CASE("a leaf of 0.9 m that stands open takes 0.9 m of a corridor of 2.4 m") {
    Plan plan = scenes::corridor(20.0, 2.4);
    const int room = scenes::add_unit(plan, "room", "office", scenes::rectangle({5, 2.4}, {10, 6}));
    const int door = scenes::add_opening(plan, "door", {7.0, 2.4}, {7.9, 2.4}, room, 0);
    plan.openings[static_cast<std::size_t>(door)].leaf = Leaf::single;
    plan.openings[static_cast<std::size_t>(door)].swing = Swing::into_second;
    in_every_pose(plan, [&](const Plan& posed) {
        CHECK(between(posed, "corridor", "west", "east").width == Approx(2.4).margin(tolerance));
        const NarrowPlace place = between(posed, "corridor", "west", "east", true);
        CHECK(place.width == Approx(1.5).margin(tolerance));
        CHECK((place.leaf_a == door) != (place.leaf_b == door));
        // The leaf does not stand in the way of its own door.
        CHECK(between(posed, "corridor", "door", "east", true).width >= 1.5 - tolerance);
    });
}

TEST_CASE("a leaf as long as the corridor is wide closes it") {
    Plan plan = scenes::corridor(20.0, 1.5);
    const int room = scenes::add_unit(plan, "room", "office", scenes::rectangle({5, 1.5}, {10, 6}));
    const int door = scenes::add_opening(plan, "door", {7.0, 1.5}, {8.6, 1.5}, room, 0);
    plan.openings[static_cast<std::size_t>(door)].leaf = Leaf::single;
    plan.openings[static_cast<std::size_t>(door)].swing = Swing::into_second;
    in_every_pose(plan, [&](const Plan& posed) {
        CHECK(between(posed, "corridor", "west", "east").width == Approx(1.5).margin(tolerance));
        CHECK(between(posed, "corridor", "west", "east", true).width == 0.0);
    });
}

TEST_CASE("a corridor that is filled from wall to wall has width 0, and the box is named") {
    const Plan plan = corridor_with({scenes::rectangle({8.0, 0.0}, {9.0, 3.0})});
    in_every_pose(plan, [](const Plan& posed) {
        const NarrowPlace place = between(posed, "corridor", "west", "east");
        CHECK(place.width == 0.0);
        CHECK(place.fixture_a == 0);
        CHECK(edge_distance(posed.fixtures[0].polygon, place.across.a) < 1.5);
    });
}

TEST_CASE("a thing that covers the whole unit leaves no way") {
    const Plan plan = corridor_with({scenes::rectangle({-1.0, -1.0}, {21.0, 4.0})});
    in_every_pose(plan, [](const Plan& posed) {
        CHECK(between(posed, "corridor", "west", "east").width == 0.0);
        CHECK(from_inside(posed, "corridor", "east").width == 0.0);
    });
}

TEST_CASE("a door in the ring of a hole is a door like others") {
    Plan plan = scenes::ring();
    const int core = scenes::add_unit(plan, "core", "office", scenes::rectangle({2, 2}, {10, 10}));
    scenes::add_opening(plan, "door", {2.0, 5.0}, {2.0, 6.0}, core, find_unit(plan, "ring"));
    in_every_pose(plan, [](const Plan& posed) {
        CHECK(between(posed, "ring", "door", "exit").width == Approx(2.0).margin(tolerance));
        CHECK(from_inside(posed, "core", "door").width == Approx(8.0).margin(tolerance));
    });
}

TEST_CASE("a plain room is as wide as it is, and its matrix symmetric") {
    in_every_pose(scenes::two_rooms(1.0), [](const Plan& plan) {
        CHECK(from_inside(plan, "inner", "door").width == Approx(4.0).margin(tolerance));
        const UnitWidths outer = measured(plan, "outer");
        REQUIRE(outer.between.size() == 4);
        CHECK(std::isinf(outer.between[0].width));
        CHECK(outer.between[1].width == outer.between[2].width);
    });
}

TEST_CASE("unwalkable units have no widths") {
    Plan plan = scenes::corridor(20.0, 3.0);
    scenes::add_unit(plan, "shaft", "elevator", scenes::rectangle({0, 3}, {2, 5}));
    const ClearWidths widths = measure_clear_widths(plan, {{}, false});
    REQUIRE(widths.units.size() == 2);
    CHECK(widths.units[1].between.empty());
    CHECK(widths.units[1].from_inside.empty());
}

TEST_CASE("the pallets of the blocked workshop leave 0.7 m of the east passage") {
    const Scenario scenario =
        read_scenario(std::string(EVAC_SOURCE_DIR) + "/scenarios/workshop-blocked");
    in_every_pose(scenario.plan, [&](const Plan& plan) {
        const NarrowPlace place = between(plan, "passage-east", "gate-east", "exit-east");
        CHECK(place.width == Approx(0.7).margin(tolerance));
        const int pallet = find_fixture(plan, "pallet-2");
        CHECK((place.fixture_a == pallet) != (place.fixture_b == pallet));
        CHECK(between(plan, "passage-east", "gate-east", "store-door").width ==
              Approx(3.0).margin(tolerance));
    });
}

TEST_CASE("the corridors of the school are 3 m wide, and its stairs as wide as they are drawn") {
    const Plan plan =
        read_plan(std::string(EVAC_SOURCE_DIR) + "/scenarios/school/school.plan.json");
    CHECK(between(plan, "L2-corridor", "class-1-7-door-1", "class-1-8-door-2").width ==
          Approx(3.0).margin(tolerance));
    const ClearWidths widths =
        measure_clear_widths(plan, {std::vector<char>(plan.fixtures.size(), 0), false});
    const std::vector<std::vector<int>> openings = openings_by_unit(plan);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        for (const NarrowPlace& place : widths.units[u].from_inside) {
            INFO(plan.units[u].id);
            CHECK(place.width > 1.0);
            CHECK(place.across.length() == Approx(place.width).margin(tolerance));
        }
    }
}
