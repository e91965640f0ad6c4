// The three operators that evacuation curves are compared with, on curves reckoned by hand.

#include "sim/study/curve_distance.hpp"

#include "sim/drill/outcome.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace evac;

namespace {

using Curve = std::vector<double>;

Curve times(int people, double factor) {
    Curve curve;
    for (int i = 1; i <= people; ++i) {
        curve.push_back(factor * (10.0 + i + 0.02 * i * i));
    }
    return curve;
}

}  // namespace

TEST_CASE("equal curves lie at 0, 1, 1") {
    const CurveDistance distance = curve_distance(times(75, 1.0), times(75, 1.0));
    CHECK(distance.compared == 75);
    CHECK(distance.unmatched == 0);
    CHECK(distance.erd == 0.0);
    CHECK(distance.epc == Approx(1.0));
    CHECK(distance.sc == Approx(1.0));
}

TEST_CASE("a curve twice as long has the same shape: 1, 0.5, 1") {
    const CurveDistance distance = curve_distance(times(75, 1.0), times(75, 2.0), 5);
    CHECK(distance.erd == Approx(1.0));
    CHECK(distance.epc == Approx(0.5));
    CHECK(distance.sc == Approx(1.0));
}

TEST_CASE("three people by hand") {
    // differences 1, 0, -1; E E = 14, m m = 12, E m = 2 + 4 + 6 = 12
    // rises of E 1, 1, of m 0, 0
    CurveDistance distance = curve_distance(Curve{1, 2, 3}, Curve{2, 2, 2});
    CHECK(distance.erd == Approx(std::sqrt(2.0 / 14.0)));
    CHECK(distance.epc == Approx(1.0));
    CHECK(distance.sc == 0.0);  // one rises, the other does not
    // rises 1, 2 and 2, 1: 4 / 5; over two people 3 and 3
    distance = curve_distance(Curve{1, 2, 4}, Curve{1, 3, 4}, 1);
    CHECK(distance.sc == Approx(0.8));
    CHECK(curve_distance(Curve{1, 2, 4}, Curve{1, 3, 4}, 2).sc == Approx(1.0));
}

TEST_CASE("people who are still inside are counted, not compared") {
    const CurveDistance distance =
        curve_distance(Curve{10, 20, never, never}, Curve{10, 20, 30, never});
    CHECK(distance.compared == 2);
    CHECK(distance.unmatched == 1);
    CHECK(distance.erd == 0.0);
    const CurveDistance nobody = curve_distance(Curve{never}, Curve{10});
    CHECK(nobody.compared == 0);
    CHECK(nobody.unmatched == 1);
    CHECK(std::isnan(nobody.erd));
    CHECK(std::isnan(nobody.epc));
    CHECK(std::isnan(nobody.sc));
}

TEST_CASE("the secant looks over a twentieth of the people") {
    CHECK(secant_span(3) == 1);
    CHECK(secant_span(100) == 5);
    CHECK(secant_span(1500) == 75);
    CHECK(curve_distance(Curve{5}, Curve{5}).sc == 1.0);  // one person has no shape
}
