#include <catch2/catch.hpp>

#include "sim/geometry/overlap.hpp"

using namespace evac;

namespace {

Polygon rectangle(double x0, double y0, double x1, double y1) {
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}};
}

Polygon turned(Polygon polygon, double cosine, double sine) {
    for (Vec2& corner : polygon.outer) {
        corner = {cosine * corner.x() - sine * corner.y() + 123.4,
                  sine * corner.x() + cosine * corner.y() - 567.8};
    }
    return polygon;
}

}  // namespace

TEST_CASE("two rectangles share the rectangle in which they lie on one another") {
    const Overlap common = overlap(rectangle(0, 0, 4, 3), rectangle(3, 1, 9, 2));
    CHECK(common.area == Approx(1.0));  // 3..4 x 1..2
    CHECK(common.place.x() == Approx(3.5));
    CHECK(common.place.y() == Approx(1.5));
}

TEST_CASE("neighbours share nothing, whether along a whole edge, part of one, or a corner") {
    const Polygon room = rectangle(0, 0, 4, 3);
    CHECK(overlap(room, rectangle(4, 0, 8, 3)).area == 0.0);
    CHECK(overlap(room, rectangle(4, 1, 8, 2)).area == 0.0);
    CHECK(overlap(room, rectangle(4, 3, 8, 6)).area == 0.0);
    CHECK(overlap(room, rectangle(9, 0, 12, 3)).area == 0.0);
}

TEST_CASE("what stands in a hole shares nothing with what has the hole") {
    Polygon corridor = rectangle(0, 0, 10, 10);
    corridor.holes.push_back({{2, 2}, {2, 8}, {8, 8}, {8, 2}});
    CHECK(overlap(corridor, rectangle(2, 2, 8, 8)).area == 0.0);
    CHECK(overlap(corridor, rectangle(1, 3, 5, 4)).area == Approx(1.0));  // 1..2 x 3..4
}

TEST_CASE("edges that cross inside a strip are counted exactly") {
    // Two triangles, one upside down, cross in the middle: a rhombus of diagonals 2 and 1.
    const Polygon up{{{0, 0}, {4, 0}, {2, 2}}, {}};
    const Polygon down{{{0, 2.5}, {2, 0.5}, {4, 2.5}}, {}};
    // At height y `up` is 4 - 2y wide, `down` 2y - 1, both centred on x = 2. They are equally wide
    // at y = 1.25; the smaller of the two, summed from 0.5 to 2: 2 * (0.75 * 1.5 / 2) = 1.125.
    CHECK(overlap(up, down).area == Approx(1.125));
}

TEST_CASE("neighbours along part of an oblique edge share no more than rounding") {
    // A corridor of 200 m and rooms along it whose corners lie on its edge, turned to all sides.
    // Rounded to doubles the rooms' corners lie within 1e-13 m of the edge: 1e-11 m2 over 100 m.
    for (int i = 0; i < 64; ++i) {
        const double half = 0.02 * i;  // tangent of half the angle: exact rational rotations
        const double cosine = (1 - half * half) / (1 + half * half);
        const double sine = 2 * half / (1 + half * half);
        const Polygon corridor = turned(rectangle(0, 0, 200, 2.4), cosine, sine);
        for (int room = 0; room < 10; ++room) {
            const double left = 20.0 * room + 0.37;
            const Polygon beside = turned(rectangle(left, 2.4, left + 17.1, 9), cosine, sine);
            CHECK(overlap(corridor, beside).area < 1e-10);
            const Polygon too_deep =
                turned(rectangle(left, 2.399, left + 10, 9), cosine, sine);  // 1 mm over 10 m
            CHECK(overlap(corridor, too_deep).area == Approx(0.01).epsilon(1e-6));
        }
    }
}

TEST_CASE("the overlap is the same whichever polygon comes first") {
    const Polygon a{{{0, 0}, {5, 1}, {6, 4}, {1, 5}}, {}};
    const Polygon b{{{3, -1}, {8, 2}, {4, 6}}, {}};
    CHECK(overlap(a, b).area == Approx(overlap(b, a).area));
    CHECK(overlap(a, a).area == Approx(area(a)));
}
