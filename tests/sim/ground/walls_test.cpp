// Walls, their gaps and what is near.

#include "sim/ground/ground.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace evac;

namespace {

/// Length of solid wall that runs along the opening's jamb-to-jamb line, within 6 cm of it.
double solid_along(const UnitGround& ground, const Segment& line) {
    double sum = 0.0;
    for (const Wall& wall : ground.walls) {
        if (wall.opening >= 0) {
            continue;
        }
        const Vec2 along = (line.b - line.a) / line.length();
        const Vec2 out = left_of(along);
        if (std::abs(out.dot(wall.line.a - line.a)) < 0.06 &&
            std::abs(out.dot(wall.line.b - line.a)) < 0.06) {
            const double a = std::clamp(along.dot(wall.line.a - line.a), 0.0, line.length());
            const double b = std::clamp(along.dot(wall.line.b - line.a), 0.0, line.length());
            sum += std::abs(b - a);
        }
    }
    return sum;
}

const Wall* gap_of(const UnitGround& ground, int opening) {
    for (const Wall& wall : ground.walls) {
        if (wall.opening == opening) {
            return &wall;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("the gap is as wide as the clear line, wherever the opening stands off the wall") {
    for (int i = 0; i < 40; ++i) {
        Plan plan = scenes::two_rooms(1.0);
        Opening& door = plan.openings.front();
        // 0.7 m of a 1.0 m frame, up to 5 cm off the wall, and up to 2 degrees askew.
        door.clear_width = 0.7;
        const double off = -0.05 + 0.0025 * i;
        const double askew = (i % 5 - 2) * 0.0 + (i % 3 - 1) * 0.0005;
        door.line.a += Vec2(off - askew, 0.0);
        door.line.b += Vec2(off + askew, 0.0);
        plan = scenes::moved(plan, 0.157 * i, {0.02 * i, 0.01 * i});
        const Ground ground = build_ground(plan, {});
        for (const UnitGround& unit : ground.units) {
            INFO("variant " << i);
            CHECK(solid_along(unit, plan.openings.front().line) == Approx(0.3).margin(2e-3));
            const Wall* gap = gap_of(unit, 0);
            REQUIRE(gap != nullptr);
            CHECK(gap->line.length() == Approx(0.7));
        }
    }
}

TEST_CASE("an opening drawn across a bend or a jog of the wall is open over its whole width") {
    Plan plan = scenes::empty_plan("jog");
    // The right wall jogs by 3 cm at y = 2, in the middle of the exit.
    const int room = scenes::add_unit(
        plan, "room", "room", Polygon{{{0, 0}, {5, 0}, {5, 2}, {5.03, 2}, {5.03, 4}, {0, 4}}, {}});
    scenes::add_exit(plan, "exit", {5.015, 1.5}, {5.015, 2.5}, room);
    const Ground ground = build_ground(plan, {});
    CHECK(solid_along(ground.units.front(), plan.openings.front().line) == 0.0);
    CHECK(clearance_at(ground, 0, {5.0, 2.0}) > 0.45);
}

TEST_CASE("where both units lie on one side of the line the wall stays") {
    const Plan plan = scenes::stacked_flights();
    const Ground ground = build_ground(plan, {});
    const int turn = find_opening(plan, "turn");
    for (const char* id : {"flight_a", "flight_b"}) {
        const int flight = find_unit(plan, id);
        const UnitGround& unit = ground.units[static_cast<std::size_t>(flight)];
        CHECK(gap_of(unit, turn) == nullptr);
        CHECK(solid_along(unit, plan.openings[static_cast<std::size_t>(turn)].line) ==
              Approx(1.5).margin(1e-9));
        // People still find to it, and people who come from it find away.
        const Heading up =
            heading_at(ground, plan, flight,
                       find_field(ground, flight, {Target::Kind::opening, turn}), {0.75, 1.0});
        CHECK(up.distance == Approx(2.0).margin(0.05));
        CHECK(up.direction.y() == Approx(1.0).margin(0.01));
    }
}

TEST_CASE("the wall stays before a lift, which nobody walks into") {
    Plan plan = scenes::two_rooms(0.9);
    plan.units[static_cast<std::size_t>(find_unit(plan, "outer"))].kind = UnitKind::unwalkable;
    const Ground ground = build_ground(plan, {});
    CHECK(gap_of(ground.units.front(), 0) == nullptr);
    CHECK(solid_along(ground.units.front(), plan.openings.front().line) == Approx(0.9));
    CHECK(ground.units[static_cast<std::size_t>(find_unit(plan, "outer"))].walls.empty());
}

TEST_CASE("walls right behind a door are there before it is passed, and never close a gap") {
    const Plan plan = scenes::narrow_passage(0.8, 1.0);
    const Ground ground = build_ground(plan, {});
    const UnitGround& inner = ground.units.front();
    // The neck's side walls at y = 1.6 and 2.4 reach from x = 5 to 6.
    int behind = 0;
    for (const Wall& wall : inner.walls) {
        if (wall.opening < 0 && wall.line.middle().x() > 5.1) {
            ++behind;
            CHECK(std::abs(wall.line.middle().y() - 2.0) == Approx(0.4).margin(1e-9));
        }
    }
    CHECK(behind == 2);
    // Every unit's gaps stay open: nothing solid within half a width less a centimetre.
    for (std::size_t unit = 0; unit < ground.units.size(); ++unit) {
        for (const Wall& gap : ground.units[unit].walls) {
            if (gap.opening >= 0) {
                CHECK(clearance_at(ground, static_cast<int>(unit), gap.line.middle()) >=
                      0.5 * gap.line.length() - 0.06);
            }
        }
    }
}

TEST_CASE("walls of another storey do not stand in a room below or above") {
    const Plan plan = scenes::dog_leg();
    const Ground ground = build_ground(plan, {});
    // Nothing of the stairs reaches into the halls (y < 0), and the halls' own lower floor has no
    // wall where the upper one has its gap.
    for (const char* id : {"hall_0", "hall_1"}) {
        const int hall = find_unit(plan, id);
        CHECK(clearance_at(ground, hall, {1.55, -1.5}) == Approx(wall_reach));
    }
}

TEST_CASE("every wall within reach is among the walls near") {
    const Plan plan = scenes::moved(scenes::ring(), 0.4, {-3.0, 2.0});
    const Ground ground = build_ground(plan, {});
    const UnitGround& unit = ground.units.front();
    std::mt19937 engine(3);
    const auto draw = [&] { return static_cast<double>(engine()) / 4294967296.0; };
    const Box box = bounding_box(plan.units.front().polygon);
    int met = 0;
    for (int i = 0; i < 2000; ++i) {
        // Up to a metre outside, where people still walk behind an exit.
        const Vec2 p = box.low - Vec2(1.0, 1.0) +
                       Vec2(draw() * (box.size().x() + 2.0), draw() * (box.size().y() + 2.0));
        const auto near = walls_near(ground, 0, p);
        CHECK(std::is_sorted(near.begin(), near.end()));
        for (std::size_t w = 0; w < unit.walls.size(); ++w) {
            if (distance(unit.walls[w].line, p) <= wall_reach) {
                ++met;
                REQUIRE(std::find(near.begin(), near.end(), static_cast<int>(w)) != near.end());
            }
        }
    }
    CHECK(met > 1000);
    CHECK(walls_near(ground, 0, {1000.0, 0.0}).empty());
}

TEST_CASE("clearance is the distance to the nearest solid wall or fixture") {
    Plan plan = scenes::two_rooms(0.9);
    scenes::add_fixture(plan, "pillar", scenes::rectangle({2.0, 1.7}, {2.3, 2.0}), 0);
    plan = scenes::moved(plan, 0.6, {1.0, 1.0});
    const Ground ground = build_ground(plan, {1});
    std::mt19937 engine(5);
    const auto draw = [&] { return static_cast<double>(engine()) / 4294967296.0; };
    const Box box = bounding_box(plan.units.front().polygon);
    for (int i = 0; i < 2000; ++i) {
        const Vec2 p = box.low + Vec2(draw() * box.size().x(), draw() * box.size().y());
        if (!on_floor(ground, plan, {1}, 0, p)) {
            continue;
        }
        double expected = wall_reach;
        for (const Wall& wall : ground.units.front().walls) {
            if (wall.opening < 0) {
                expected = std::min(expected, distance(wall.line, p));
            }
        }
        CHECK(clearance_at(ground, 0, p) == Approx(expected).margin(0.5 * lattice_spacing));
    }
}

TEST_CASE("the floor ends at the unit's edge and at fixtures") {
    Plan plan = scenes::two_rooms(0.9);
    scenes::add_fixture(plan, "pillar", scenes::rectangle({2.0, 1.7}, {2.3, 2.0}), 0);
    const Ground ground = build_ground(plan, {1});
    CHECK(on_floor(ground, plan, {1}, 0, {1.0, 1.0}));
    CHECK_FALSE(on_floor(ground, plan, {1}, 0, {6.0, 1.0}));
    CHECK_FALSE(on_floor(ground, plan, {1}, 0, {2.1, 1.8}));
    CHECK(on_floor(ground, plan, {0}, 0, {2.1, 1.8}));
}
