#include <catch2/catch.hpp>
#include <limits>

#include "sim/geometry/validity.hpp"

using namespace evac;

namespace {

PolygonDefect defect(Polygon polygon) {
    return validity(polygon).defect;
}

const Ring square = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};

}  // namespace

TEST_CASE("areas as buildings have them are valid, whichever way their rings turn") {
    CHECK(defect({square, {}}) == PolygonDefect::none);
    CHECK(defect({{{0, 10}, {10, 10}, {10, 0}, {0, 0}}, {}}) == PolygonDefect::none);
    CHECK(defect({square, {{{2, 2}, {4, 2}, {4, 4}, {2, 4}}, {{6, 6}, {6, 8}, {8, 8}}}}) ==
          PolygonDefect::none);
    // Corners in the middle of a straight edge, as adjoining rooms leave them.
    CHECK(defect({{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}, {}}) == PolygonDefect::none);
    // A hole that touches the outer ring in one point (a column in the corner of a bay).
    CHECK(defect({square, {{{0, 5}, {2, 4}, {2, 6}}}}) == PolygonDefect::none);
}

TEST_CASE("outlines that are no area are told apart") {
    CHECK(defect({{}, {}}) == PolygonDefect::too_few_points);
    CHECK(defect({{{0, 0}, {1, 0}}, {}}) == PolygonDefect::too_few_points);
    CHECK(defect({{{0, 0}, {1, 0}, {2, 0}}, {}}) == PolygonDefect::no_area);
    CHECK(defect({{{0, 0}, {10, 0}, {10, 10}, {10, 15}, {10, 10}, {0, 10}}, {}}) ==
          PolygonDefect::no_area);  // a spike
    CHECK(defect({{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}}) == PolygonDefect::crosses_itself);
    CHECK(defect({{{0, 0}, {10, 12}, {10, 0}, {0, 10}}, {}}) == PolygonDefect::crosses_itself);
    CHECK(defect({square, {{{20, 2}, {24, 2}, {24, 4}}}}) == PolygonDefect::hole_outside);
    CHECK(defect({square, {{{8, 2}, {14, 2}, {14, 4}}}}) == PolygonDefect::crosses_itself);
    CHECK(defect({square, {{{1, 1}, {9, 1}, {9, 9}, {1, 9}}, {{3, 3}, {4, 3}, {4, 4}}}}) ==
          PolygonDefect::holes_overlap);
    CHECK(defect({{{0, 0}, {1, 0}, {std::numeric_limits<double>::infinity(), 1}}, {}}) ==
          PolygonDefect::not_finite);
    CHECK(defect({square, {{{1, 1}, {2, 1}, {std::numeric_limits<double>::quiet_NaN(), 2}}}}) ==
          PolygonDefect::not_finite);
}

TEST_CASE("a hole that cuts the area in two is no hole") {
    // A lens that touches the left and the right edge.
    CHECK(defect({square, {{{0, 5}, {5, 4}, {10, 5}, {5, 6}}}}) == PolygonDefect::falls_apart);
}

TEST_CASE("the place of a crossing is where the edges cross") {
    const PolygonValidity found = validity({{{0, 0}, {10, 10}, {10, 0}, {0, 12}}, {}});
    CHECK(found.defect == PolygonDefect::crosses_itself);
    // y = x meets y = 12 - 1.2 x at x = 12 / 2.2.
    CHECK(found.place.x() == Approx(12 / 2.2));
    CHECK(found.place.y() == Approx(12 / 2.2));
}
