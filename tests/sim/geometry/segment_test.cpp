#include <catch2/catch.hpp>

#include "sim/geometry/segment.hpp"

using namespace evac;

TEST_CASE("the nearest point of a segment lies on it, at an end if the foot falls beyond") {
    const Segment segment{{0, 0}, {4, 0}};
    CHECK(closest_point(segment, {1, 3}) == Vec2(1, 0));
    CHECK(closest_point(segment, {9, 3}) == Vec2(4, 0));
    CHECK(distance(segment, {7, 4}) == Approx(5.0));  // 3-4-5
    CHECK(distance(Segment{{1, 1}, {1, 1}}, {1, 3}) == 2.0);
}

TEST_CASE("segments meet when they cross, touch or lie on one another") {
    const Segment across{{0, 0}, {4, 0}};
    CHECK(intersects(across, {{2, -1}, {2, 1}}));
    CHECK(intersects(across, {{4, 0}, {4, 5}}));  // end on end
    CHECK(intersects(across, {{2, 0}, {2, 1}}));  // end on the middle
    CHECK(intersects(across, {{3, 0}, {9, 0}}));  // on one another
    CHECK_FALSE(intersects(across, {{5, 0}, {9, 0}}));
    CHECK_FALSE(intersects(across, {{0, 1}, {4, 1}}));
    CHECK_FALSE(intersects(across, {{2, 1}, {2, 3}}));
}
