// Distances against what can be worked out by hand.

#include "tests/sim/ground/walker.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace evac;

namespace {

Target to(const Plan& plan, const std::string& opening) {
    return {Target::Kind::opening, find_opening(plan, opening)};
}

double distance_at(const Ground& ground, const Plan& plan, int unit, Target target, const Vec2& p) {
    return heading_at(ground, plan, unit, find_field(ground, unit, target), p).distance;
}

Vec2 turned(const Vec2& p, double angle) {
    return {std::cos(angle) * p.x() - std::sin(angle) * p.y(),
            std::sin(angle) * p.x() + std::cos(angle) * p.y()};
}

}  // namespace

TEST_CASE("in an empty room the distance is Euclid's within 2 % at any angle, on any lattice") {
    const double angle = GENERATE(0.0, 0.3, 0.785);
    const double spacing = GENERATE(0.2, 0.1, 0.05);
    // The axes of the lattice follow the room, so these angles turn the lattice as well; the points
    // lie in every direction from the exit.
    const Plan plan = scenes::moved(scenes::one_room(10.0, 10.0, 1.0), angle, {0.037, 0.051});
    const Ground ground = build_ground(plan, {}, spacing);
    CHECK(ground.units.front().spacing == spacing);
    // The sill: the exit from y = 4.5 to 5.5 less 0.16 m at either end.
    const Segment sill{{10.0, 4.66}, {10.0, 5.34}};
    for (double x = 0.5; x < 9.0; x += 0.41) {
        for (double y = 0.5; y < 9.6; y += 0.37) {
            const Vec2 p(x, y);
            const double expected = distance(sill, p);
            INFO("at " << x << ", " << y);
            CHECK(distance_at(ground, plan, 0, to(plan, "exit"),
                              turned(p, angle) + Vec2(0.037, 0.051)) ==
                  Approx(expected).epsilon(0.02).margin(0.03));
        }
    }
}

TEST_CASE("the way round a corner is as long as a taut string within 3 % at any angle") {
    // From (1, 7.5) round the inner corner (2, 2) to the sill at x = 8, whose upper end is at 1.84;
    // a body's middle keeps 0.16 m off the corner, which makes the string 1 % longer.
    const double string = std::hypot(1.0, 5.5) + std::hypot(6.0, 0.16);
    for (int i = 0; i < 24; ++i) {
        const double angle = 0.27 * i;
        const Plan plan = scenes::moved(scenes::l_corridor(8.0, 2.0), angle, {0.0, 0.0});
        const Ground ground = build_ground(plan, {});
        const Vec2 start = turned({1.0, 7.5}, angle);
        INFO("angle " << angle << " rad");
        CHECK(distance_at(ground, plan, 0, to(plan, "end"), start) ==
              Approx(1.01 * string).epsilon(0.03));
        const scenes::Walk walk =
            scenes::walk(ground, plan, 0, to(plan, "end"), start, 2.0 * string);
        CHECK(walk.through);
        CHECK(walk.length == Approx(1.01 * string).epsilon(0.03));
    }
}

TEST_CASE("a corner whose walls run askew to the lattice is rounded as well as any other") {
    // A room 20 by 8 m lays the lattice; a wall 0.2 m thick stands in it at any slope, hinged at
    // the lower wall, and the way leads round its tip.
    for (int i = 0; i < 12; ++i) {
        const double slope = 0.5 + 0.18 * i;  // [rad], 0.5 to 2.5
        const Vec2 along(std::cos(slope), std::sin(slope));
        const Vec2 foot(10.0, 0.0);
        const Vec2 tip = foot + 4.0 * along;
        const Vec2 aside = 0.1 * left_of(along);
        Plan plan = scenes::one_room(20.0, 8.0, 2.0);
        scenes::add_fixture(plan, "wall",
                            Polygon{{foot + aside - 0.05 * along, foot - aside - 0.05 * along,
                                     tip - aside, tip + aside},
                                    {}},
                            0);
        const Ground ground = build_ground(plan, {1});
        const Vec2 start(3.0, 1.0);
        // To the corner of the tip that the string touches first, and on to the sill.
        const Segment sill{{20.0, 3.16}, {20.0, 4.84}};
        const double string = ((tip + aside) - start).norm() + 0.2 + distance(sill, tip - aside);
        INFO("slope " << slope << " rad");
        CHECK(distance_at(ground, plan, 0, to(plan, "exit"), start) ==
              Approx(string + 0.15).epsilon(0.03));
    }
}

TEST_CASE("in a ring the shorter way round counts") {
    const Plan plan = scenes::ring();
    const Ground ground = build_ground(plan, {});
    // From (1, 7) past the corners (2, 10) and (10, 10) to the sill's upper end (12, 6.34) a string
    // is 15.33 m long; 0.25 m off the corners, where walls slow nobody, it is 15.96 m (what the
    // scheme converges to on a lattice of 0.0125 m).
    const double over_the_top = 15.96;
    CHECK(distance_at(ground, plan, 0, to(plan, "exit"), {1.0, 7.0}) ==
          Approx(over_the_top).epsilon(0.01));
    // And its mirror image from (1, 5) past the lower corners.
    CHECK(distance_at(ground, plan, 0, to(plan, "exit"), {1.0, 5.0}) ==
          Approx(over_the_top).epsilon(0.01));
}

TEST_CASE("up a flight it is as far as the flight is long") {
    const Plan plan = scenes::dog_leg();
    const Ground ground = build_ground(plan, {});
    const int flight = find_unit(plan, "flight_b");
    CHECK(distance_at(ground, plan, flight, to(plan, "head"), {2.35, 3.0}) ==
          Approx(3.0).margin(0.05));
    // On the landing from the middle of one flight to the sill of the other (x = 1.76 to 2.94),
    // round the end of the newel, 0.1 m thick, that the units' walls leave.
    const int landing = find_unit(plan, "landing");
    CHECK(distance_at(ground, plan, landing, to(plan, "turn_b"), {0.75, 3.2}) ==
          Approx(1.05).margin(0.15));
}

TEST_CASE("in an assembly area the distance is below zero, outside it is the way to its edge") {
    Plan plan = scenes::one_room(10.0, 6.0, 1.0);
    scenes::add_assembly_area(plan, "area", scenes::rectangle({1, 1}, {4, 5}), 0);
    const Ground ground = build_ground(plan, {});
    const Target area{Target::Kind::assembly_area, 0};
    CHECK(distance_at(ground, plan, 0, area, {8.0, 3.0}) == Approx(4.0).epsilon(0.02));
    CHECK(distance_at(ground, plan, 0, area, {2.0, 3.0}) == Approx(-1.0).margin(0.06));
    // Inside, people go on, away from the edge, and make room for those who follow.
    const Heading inside = heading_at(ground, plan, 0, find_field(ground, 0, area), {3.7, 3.0});
    CHECK(inside.direction.x() == Approx(-1.0).margin(0.05));
}

TEST_CASE("a fixture from wall to wall leaves no way, and takes none from those beyond it") {
    Plan plan = scenes::corridor(12.0, 2.0);
    scenes::add_fixture(plan, "goods", scenes::rectangle({5, 0}, {6, 2}), 0);
    const Ground ground = build_ground(plan, {1});
    const int east = find_field(ground, 0, to(plan, "east"));
    const Heading cut_off = heading_at(ground, plan, 0, east, {3.0, 1.0});
    CHECK(cut_off.distance == unreachable);
    CHECK(cut_off.direction == Vec2::Zero());
    CHECK(heading_at(ground, plan, 0, east, {7.0, 1.0}).distance == Approx(5.0).epsilon(0.02));
    // Absent, it stops nobody.
    CHECK(distance_at(build_ground(plan, {0}), plan, 0, to(plan, "east"), {3.0, 1.0}) ==
          Approx(9.0).epsilon(0.02));
}

TEST_CASE("a gap beside a fixture leads through if a body fits, and not if none does") {
    // A body's middle keeps 0.16 m off walls on both sides: 0.32 m.
    for (int i = 0; i < 10; ++i) {
        const auto way_past = [&](double gap) {
            Plan plan = scenes::corridor(12.0, 2.0);
            scenes::add_fixture(plan, "goods", scenes::rectangle({5, 0}, {6, 2 - gap}), 0);
            plan = scenes::moved(plan, 0.31 * i, {0.013 * i, 0.0});
            const Ground ground = build_ground(plan, {1});
            const Vec2 start = turned({3.0, 1.0}, 0.31 * i) + Vec2(0.013 * i, 0.0);
            return scenes::walk(ground, plan, 0, to(plan, "east"), start, 30.0);
        };
        CHECK(way_past(0.36).through);
        CHECK_FALSE(way_past(0.30).through);
        CHECK(way_past(0.30).length == 0.0);  // nobody even sets out
    }
}

TEST_CASE("a unit made anew after a fixture was put down is as if it had been built so") {
    Plan plan = scenes::two_rooms(0.9);
    const int inner = find_unit(plan, "inner");
    scenes::add_fixture(plan, "desk", scenes::rectangle({4.2, 2.2}, {4.8, 3.6}), inner);
    Ground ground = build_ground(plan, {0});
    const Ground before = ground;
    const Ground fresh = build_ground(plan, {1});
    rebuild_unit(ground, plan, {1}, inner);
    const auto same = [](const UnitGround& a, const UnitGround& b) {
        bool equal = a.node_at == b.node_at && a.clearance == b.clearance &&
                     a.fields.size() == b.fields.size() && a.walls.size() == b.walls.size();
        for (std::size_t i = 0; equal && i < a.fields.size(); ++i) {
            equal = a.fields[i].distance == b.fields[i].distance;
        }
        return equal;
    };
    const auto i = static_cast<std::size_t>(inner);
    const auto o = static_cast<std::size_t>(find_unit(plan, "outer"));
    CHECK(same(ground.units[i], fresh.units[i]));
    CHECK_FALSE(same(ground.units[i], before.units[i]));
    // The other room's fields stay; but it sees the desk, 0.2 m behind the door.
    CHECK(ground.units[o].fields.front().distance == before.units[o].fields.front().distance);
    CHECK(ground.units[o].walls.size() == fresh.units[o].walls.size());
    CHECK(ground.units[o].walls.size() > before.units[o].walls.size());
    rebuild_unit(ground, plan, {0}, inner);
    CHECK(same(ground.units[i], before.units[i]));
}

TEST_CASE("the ground says how much memory it takes") {
    const Plan plan = scenes::corridor(50.0, 3.0);
    const Ground ground = build_ground(plan, {});
    // 150 m2 = 15,000 nodes: clearance and two fields, 4 bytes each, and 4 bytes per cell of the
    // box with its margin: 51.2 m by 4.2 m.
    const double least = 15000 * 12.0 * 0.9;
    CHECK(static_cast<double>(ground.bytes()) > least);
    CHECK(static_cast<double>(ground.bytes()) < 15000 * 12.0 + 513 * 43 * 4.0 + 20000.0);
}
