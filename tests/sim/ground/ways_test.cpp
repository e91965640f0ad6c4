// Whether people who follow the headings arrive, wherever they start and however the building lies
// on the lattice.

#include "tests/sim/ground/walker.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace evac;

namespace {

std::vector<char> all_present(const Plan& plan) {
    return std::vector<char>(plan.fixtures.size(), 1);
}

Target to(const Plan& plan, const std::string& opening) {
    return {Target::Kind::opening, find_opening(plan, opening)};
}

/// Numbers from 0 to 1; the same on every machine.
class Draw {
public:
    double operator()() { return static_cast<double>(engine_()) / 4294967296.0; }

private:
    std::mt19937 engine_{7};
};

/// A place in the unit where a body fits.
Vec2 random_place(const Ground& ground, const Plan& plan, int unit, Draw& draw) {
    const Box box = bounding_box(plan.units[static_cast<std::size_t>(unit)].polygon);
    for (;;) {
        const Vec2 p = box.low + Vec2(draw() * box.size().x(), draw() * box.size().y());
        if (on_floor(ground, plan, all_present(plan), unit, p) &&
            clearance_at(ground, unit, p) >= scenes::body_clearance) {
            return p;
        }
    }
}

/// How many of `people` at random places in `unit` do not come to the opening.
int lost(const Plan& plan, const std::string& unit_id, const std::string& opening, int people,
         Draw& draw) {
    const Ground ground = build_ground(plan, all_present(plan));
    const int unit = find_unit(plan, unit_id);
    int count = 0;
    for (int i = 0; i < people; ++i) {
        const Vec2 start = random_place(ground, plan, unit, draw);
        count += scenes::walk(ground, plan, unit, to(plan, opening), start, 30.0).through ? 0 : 1;
    }
    return count;
}

}  // namespace

TEST_CASE("a door lets a body through at any angle and position of the building") {
    const double width = GENERATE(0.5, 0.6, 0.9);
    Draw draw;
    for (int variant = 0; variant < 60; ++variant) {
        const double angle = 6.2832 * draw();
        const Plan plan =
            scenes::moved(scenes::two_rooms(width), angle, Vec2(draw() * 3.0, draw() * 3.0));
        INFO("angle " << angle << " rad, variant " << variant);
        CHECK(lost(plan, "inner", "door", 20, draw) == 0);
        CHECK(lost(plan, "outer", "door", 20, draw) == 0);
        CHECK(lost(plan, "outer", "exit", 5, draw) == 0);
    }
}

TEST_CASE("a passage one metre deep lets a body through at any angle and position") {
    const double width = GENERATE(0.5, 0.8);
    Draw draw;
    for (int variant = 0; variant < 60; ++variant) {
        const double angle = 6.2832 * draw();
        const Plan plan = scenes::moved(scenes::narrow_passage(width, 1.0), angle,
                                        Vec2(draw() * 3.0, draw() * 3.0));
        INFO("angle " << angle << " rad, variant " << variant);
        CHECK(lost(plan, "inner", "neck_in", 10, draw) == 0);
        CHECK(lost(plan, "neck", "neck_out", 10, draw) == 0);
        CHECK(lost(plan, "neck", "neck_in", 10, draw) == 0);
        CHECK(lost(plan, "outer", "neck_out", 10, draw) == 0);
    }
}

TEST_CASE("a door askew in its room is passable, though the room's lattice does not lie along it") {
    // A room 6 by 6 m whose corner is cut off by a wall of any slope, with the door in that wall.
    Draw draw;
    for (int variant = 0; variant < 50; ++variant) {
        const double slope = 0.1 + 0.7 * draw();  // [rad]
        const Vec2 along(-std::sin(slope), std::cos(slope));
        const Vec2 middle(4.0 + draw(), 3.0 + draw());
        Plan plan = scenes::empty_plan("askew");
        const double to_top = (6.0 - middle.y()) / along.y();
        const double to_bottom = middle.y() / along.y();
        const int room = scenes::add_unit(
            plan, "room", "room",
            Polygon{{{0, 0}, middle - to_bottom * along, middle + to_top * along, {0, 6}}, {}});
        scenes::add_exit(plan, "exit", middle - 0.3 * along, middle + 0.3 * along, room);
        INFO("slope " << slope << " rad, variant " << variant);
        CHECK(lost(plan, "room", "exit", 20, draw) == 0);
    }
}

TEST_CASE("people find their way round furniture, out of corners and from pillars") {
    Draw draw;
    for (int variant = 0; variant < 30; ++variant) {
        Plan plan = scenes::two_rooms(0.9);
        const int inner = find_unit(plan, "inner");
        scenes::add_fixture(plan, "table", scenes::rectangle({1.0, 1.2}, {3.9, 2.4}), inner);
        scenes::add_fixture(plan, "cupboard", scenes::rectangle({0.0, 3.4}, {2.0, 4.0}), inner);
        scenes::add_fixture(plan, "pillar", scenes::rectangle({4.3, 3.0}, {4.6, 3.3}), inner);
        const double angle = 6.2832 * draw();
        plan = scenes::moved(plan, angle, Vec2(draw(), draw()));
        INFO("angle " << angle << " rad, variant " << variant);
        CHECK(lost(plan, "inner", "door", 40, draw) == 0);
    }
}

TEST_CASE("wherever a body fits there is a direction, right up to the wall") {
    // 0.10 m off the walls is nearer than bodies come (0.16 m).
    Draw draw;
    for (int variant = 0; variant < 30; ++variant) {
        const Plan plan =
            scenes::moved(scenes::l_corridor(8.0, 2.0), 6.2832 * draw(), Vec2(draw(), draw()));
        const Ground ground = build_ground(plan, all_present(plan));
        const int field = find_field(ground, 0, to(plan, "end"));
        for (int i = 0; i < 500; ++i) {
            const Vec2 p = random_place(ground, plan, 0, draw);
            const Vec2 at_wall = scenes::off_walls(
                ground, 0, p + 0.3 * Vec2(2.0 * draw() - 1.0, 2.0 * draw() - 1.0), 0.1);
            if (!on_floor(ground, plan, all_present(plan), 0, at_wall)) {
                continue;
            }
            const Heading heading = heading_at(ground, plan, 0, field, at_wall);
            REQUIRE(heading.distance < unreachable);
            REQUIRE(heading.direction.norm() == Approx(1.0));
        }
    }
}

TEST_CASE("whoever was pushed back over another door's line is sent back in, then to the target") {
    const Plan plan = scenes::two_rooms(0.9);
    const Ground ground = build_ground(plan, all_present(plan));
    const int outer = find_unit(plan, "outer");
    const int exit = find_field(ground, outer, to(plan, "exit"));
    // "outer" begins at x = 5; the door's middle is at y = 2.
    for (const double back : {0.05, 0.2, 0.4}) {
        const Heading heading = heading_at(ground, plan, outer, exit, {5.0 - back, 2.1});
        CHECK(heading.direction.x() > 0.7);
        CHECK(heading.distance == Approx(4.0 + back).margin(0.15));
    }
}

TEST_CASE(
    "behind its line an opening sends people straight on, and the distance falls below zero") {
    const Plan plan = scenes::two_rooms(0.9);
    const Ground ground = build_ground(plan, all_present(plan));
    const int outer = find_unit(plan, "outer");
    const int exit = find_field(ground, outer, to(plan, "exit"));
    // The exit lies at x = 9 from y = 1.4 to 2.6 and leads to the right.
    for (const double depth : {0.3, 0.7, 1.0, 1.4}) {
        for (const double y : {1.2, 1.6, 2.0, 2.7}) {
            const Heading heading = heading_at(ground, plan, outer, exit, {9.0 + depth, y});
            CHECK(heading.distance == Approx(-depth));
            CHECK(heading.direction.x() == Approx(1.0));
        }
    }
    const Heading on_line = heading_at(ground, plan, outer, exit, {9.0, 2.0});
    CHECK(on_line.distance == Approx(0.0).margin(1e-9));
    CHECK(on_line.direction.x() == Approx(1.0));
}

TEST_CASE("from the upper storey people walk down the stairs and out, from unit to unit") {
    Draw draw;
    for (int variant = 0; variant < 20; ++variant) {
        const Plan plan = scenes::moved(scenes::dog_leg(), 6.2832 * draw(), Vec2(draw(), draw()));
        const Ground ground = build_ground(plan, {});
        Vec2 p = random_place(ground, plan, find_unit(plan, "hall_1"), draw);
        INFO("variant " << variant);
        int unit = find_unit(plan, "hall_1");
        for (const char* id : {"head", "turn_b", "turn_a", "foot", "exit"}) {
            const scenes::Walk leg = scenes::walk(ground, plan, unit, to(plan, id), p, 30.0);
            INFO("to " << id);
            REQUIRE(leg.through);
            p = leg.end;
            unit = beyond(plan.openings[static_cast<std::size_t>(find_opening(plan, id))], unit);
        }
        CHECK(unit == outside);
    }
}

TEST_CASE("stacked flights are changed over in front of the wall they share") {
    Draw draw;
    for (int variant = 0; variant < 20; ++variant) {
        const Plan plan =
            scenes::moved(scenes::stacked_flights(), 6.2832 * draw(), Vec2(draw(), draw()));
        const Ground ground = build_ground(plan, {});
        INFO("variant " << variant);
        const int upper = find_unit(plan, "flight_b");
        const Vec2 start = random_place(ground, plan, upper, draw);
        // A body's middle comes within 0.16 m of the wall that stays; 0.3 m is near enough.
        const scenes::Walk down =
            scenes::walk(ground, plan, upper, to(plan, "turn"), start, 10.0, 0.3);
        REQUIRE(down.through);
        const int lower = find_unit(plan, "flight_a");
        CHECK(scenes::walk(ground, plan, lower, to(plan, "foot"), down.end, 10.0).through);
    }
}

TEST_CASE("everywhere behind its line an opening is farther below zero") {
    // Also where the field has nodes of its own behind the line, up to half a metre.
    const Plan plan = scenes::moved(scenes::corridor(6.0, 3.0), 0.4, {0.0, 0.0});
    const Ground ground = build_ground(plan, {});
    const int east = find_field(ground, 0, to(plan, "east"));
    const Vec2 along(std::cos(0.4), std::sin(0.4));
    for (double y = 0.1; y < 2.95; y += 0.05) {
        for (double depth = 0.02; depth < 0.7; depth += 0.04) {
            const Vec2 p = (6.0 + depth) * along + y * left_of(along);
            CHECK(heading_at(ground, plan, 0, east, p).distance == Approx(-depth).margin(1e-9));
        }
    }
}
