#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/geometry/polygon.hpp"

using namespace evac;

namespace {

Ring rectangle(double x0, double y0, double x1, double y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

/// 4 m x 3 m with a hole of 1 m x 1 m in the middle.
Polygon frame() {
    Polygon polygon{rectangle(0, 0, 4, 3), {rectangle(1.5, 1, 2.5, 2)}};
    orient(polygon);
    return polygon;
}

/// A room around three sides of a yard: its centre of mass lies in the yard.
Polygon horseshoe() {
    return {{{0, 0}, {10, 0}, {10, 10}, {9, 10}, {9, 1}, {1, 1}, {1, 10}, {0, 10}}, {}};
}

}  // namespace

TEST_CASE("a ring turned counter-clockwise has a positive area, clockwise a negative one") {
    Ring ring = rectangle(0, 0, 4, 3);
    CHECK(signed_area(ring) == 12.0);
    std::reverse(ring.begin(), ring.end());
    CHECK(signed_area(ring) == -12.0);
}

TEST_CASE("holes count neither as area nor as inside, but their edges do") {
    const Polygon polygon = frame();
    CHECK(area(polygon) == 11.0);
    CHECK(contains(polygon, {0.5, 0.5}));
    CHECK(contains(polygon, {0.0, 1.5}));  // on the outer edge
    CHECK(contains(polygon, {1.5, 1.5}));  // on the edge of the hole
    CHECK_FALSE(contains(polygon, {2.0, 1.5}));
    CHECK_FALSE(contains(polygon, {4.1, 1.5}));
}

TEST_CASE("orient lays the area to the left of every edge") {
    Polygon polygon{rectangle(0, 0, 4, 3), {rectangle(1, 1, 2, 2)}};
    std::reverse(polygon.outer.begin(), polygon.outer.end());
    orient(polygon);
    CHECK(signed_area(polygon.outer) == 12.0);
    CHECK(signed_area(polygon.holes[0]) == -1.0);
    for (const Segment& edge : edges(polygon)) {
        const Vec2 beside = edge.middle() + 0.01 * left_of(edge.b - edge.a) / edge.length();
        CHECK(contains(polygon, beside));
    }
}

TEST_CASE("the distance to the edge is the nearest of all rings, inside and outside") {
    const Polygon polygon = frame();
    CHECK(edge_distance(polygon, {1.0, 1.5}) == Approx(0.5));  // to the hole
    CHECK(edge_distance(polygon, {0.2, 1.5}) == Approx(0.2));  // to the outer edge
    CHECK(edge_distance(polygon, {7.0, 7.0}) == Approx(5.0));  // 3-4-5 to the corner (4, 3)
}

TEST_CASE("the centre of mass stays where it is far away from the origin") {
    Polygon polygon = frame();
    for (Ring* ring : {&polygon.outer, &polygon.holes[0]}) {
        for (Vec2& corner : *ring) {
            corner += Vec2(80000.0, -90000.0);
        }
    }
    CHECK((centroid(polygon) - Vec2(80002.0, -89998.5)).norm() < 1e-6);
}

TEST_CASE("a label stands inside, also where the centre of mass does not") {
    const Polygon bent = horseshoe();
    CHECK_FALSE(contains(bent, centroid(bent)));
    CHECK(contains(bent, label_point(bent)));
    const Polygon ring = frame();
    CHECK_FALSE(contains(ring, centroid(ring)));
    CHECK(contains(ring, label_point(ring)));
}

TEST_CASE("the box of a polygon holds all its corners and nothing more") {
    const Box box = bounding_box(horseshoe());
    CHECK(box.low == Vec2(0, 0));
    CHECK(box.size() == Vec2(10, 10));
    CHECK(bounding_box(Polygon{}).size() == Vec2(0, 0));
}
