#include "sim/crowd/placement.hpp"

#include "sim/crowd/people.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace evac;

namespace {

Polygon rectangle(double x, double y, double width, double height) {
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}};
}

/// A plan with one unit, a fixture for each polygon, and a door in the given line.
Plan one_unit(const Polygon& area, const std::vector<Polygon>& fixtures = {}) {
    Plan plan;
    plan.levels.push_back({});
    Unit unit;
    unit.id = "hall";
    unit.polygon = area;
    plan.units.push_back(unit);
    for (const Polygon& polygon : fixtures) {
        Fixture fixture;
        fixture.polygon = polygon;
        plan.fixtures.push_back(fixture);
    }
    return plan;
}

UnitPlacement place(const Plan& plan, const std::vector<double>& radii, std::uint64_t seed = 1) {
    return place_in_unit(plan, std::vector<char>(plan.fixtures.size(), 1), 0, radii, seed);
}

/// Radii of adults.
std::vector<double> adults(std::size_t count) {
    std::vector<double> radii;
    for (std::uint32_t person = 0; radii.size() < count; ++person) {
        radii.push_back(sample(Profile{}.body_radius, {1, Purpose::profile, person, 0}, 0));
    }
    return radii;
}

/// Smallest gap between two bodies [m], negative where they overlap.
double tightest_gap(const std::vector<Vec2>& places, const std::vector<double>& radii) {
    double tightest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const double gap = (places[i] - places[j]).norm() - radii[i] - radii[j];
            tightest = std::min(tightest, gap);
        }
    }
    return tightest;
}

/// Smallest gap between a body and a wall or fixture [m], negative where they overlap.
double tightest_to_walls(const Plan& plan, const std::vector<Vec2>& places,
                         const std::vector<double>& radii) {
    double tightest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Polygon& area = plan.units[0].polygon;
        const double inside = contains(area, places[i]) ? 1.0 : -1.0;
        tightest = std::min(tightest, inside * edge_distance(area, places[i]) - radii[i]);
        for (const Fixture& fixture : plan.fixtures) {
            const double beside = contains(fixture.polygon, places[i]) ? -1.0 : 1.0;
            const double distance = edge_distance(fixture.polygon, places[i]);
            tightest = std::min(tightest, beside * distance - radii[i]);
        }
    }
    return tightest;
}

constexpr double rounding = 1e-9;  // [m]

void check_all_placed(const Plan& plan, const std::vector<double>& radii) {
    const UnitPlacement placement = place(plan, radii);
    REQUIRE(placement.places.size() == radii.size());
    CHECK(placement.fits == static_cast<int>(radii.size()));
    CHECK(tightest_gap(placement.places, radii) >= -rounding);
    CHECK(tightest_to_walls(plan, placement.places, radii) >= -rounding);
}

}  // namespace

TEST_CASE("People are placed without touching each other, at every density up to a crush") {
    // 10 m x 5 m: 0.4, 2, 3, 4 and 4.4 persons/m2.
    const Plan plan = one_unit(rectangle(0, 0, 10, 5));
    for (const std::size_t count : {20U, 100U, 150U, 200U, 220U}) {
        CAPTURE(count);
        check_all_placed(plan, adults(count));
    }
}

TEST_CASE("People find room in an L, round a hole, in a narrow corridor and in a skew room") {
    const Polygon l_shape{{{0, 0}, {12, 0}, {12, 12}, {10, 12}, {10, 2}, {0, 2}}, {}};
    check_all_placed(one_unit(l_shape), adults(80));

    Polygon ring = rectangle(0, 0, 10, 10);
    ring.holes.push_back({{1, 1}, {1, 9}, {9, 9}, {9, 1}});
    check_all_placed(one_unit(ring), adults(60));

    // 0.7 m wide: one file of at most 40 / 0.54 people of the widest kind.
    check_all_placed(one_unit(rectangle(0, 0, 40, 0.7)), adults(60));

    const Polygon skew{{{3, 0}, {12, 4}, {9, 11}, {0, 7}}, {}};
    check_all_placed(one_unit(skew), adults(250));
}

TEST_CASE("Nobody is placed in a fixture that stands there, anybody where one does not yet") {
    const std::vector<Polygon> desks{rectangle(1, 1, 3, 1), rectangle(1, 3, 3, 1),
                                     rectangle(6, 1, 3, 3)};
    const Plan plan = one_unit(rectangle(0, 0, 10, 5), desks);
    check_all_placed(plan, adults(100));

    // Without the fixtures 200 fit on 50 m2, with them 35 m2 are left.
    const std::vector<double> radii = adults(200);
    CHECK(place(plan, radii).places.empty());
    CHECK(place_in_unit(plan, {0, 0, 0}, 0, radii, 1).places.size() == 200);
}

TEST_CASE("Nobody waits on a threshold while there is room elsewhere") {
    Plan plan = one_unit(rectangle(0, 0, 3, 3));
    Opening door;
    door.line = {{1, 0}, {2, 0}};
    door.clear_width = 1.0;
    door.units = {0, outside};
    plan.openings.push_back(door);
    const std::vector<double> radii = adults(12);
    const UnitPlacement placement = place(plan, radii);
    REQUIRE(placement.places.size() == radii.size());
    for (std::size_t i = 0; i < radii.size(); ++i) {
        CHECK(distance(door.line, placement.places[i]) >= radii[i] + door_margin - rounding);
    }

    // A cell of 0.8 m x 0.8 m leaves nobody 0.3 m off its door; somebody can stand there still.
    plan.units[0].polygon = rectangle(0.9, 0, 0.8, 0.8);
    CHECK(place(plan, {0.23}).places.size() == 1);
}

TEST_CASE("A few people stand about and not in rows") {
    // In a lattice most distances to the nearest neighbour are alike. Of 40 people who stand as
    // chance wants them on 200 m2, the nearest neighbours are between a touch and metres away.
    const std::vector<double> radii = adults(40);
    const std::vector<Vec2> places = place(one_unit(rectangle(0, 0, 20, 10)), radii).places;
    REQUIRE(places.size() == 40);
    std::vector<double> nearest;
    for (const Vec2& place : places) {
        double least = 100.0;
        for (const Vec2& other : places) {
            if (other != place) {
                least = std::min(least, (place - other).norm());
            }
        }
        nearest.push_back(least);
    }
    std::sort(nearest.begin(), nearest.end());
    CHECK(nearest.back() > 2.0 * nearest.front());
    // All of the floor is used: the middle of all is near the middle of the room. One deviation of
    // the mean of 40 is 20 / sqrt(12 * 40) = 0.9 m.
    Vec2 mean = Vec2::Zero();
    for (const Vec2& place : places) {
        mean += place / 40.0;
    }
    CHECK(std::abs(mean.x() - 10.0) < 3.6);
    CHECK(std::abs(mean.y() - 5.0) < 1.8);
}

TEST_CASE("Placing is a pure function of the seed") {
    const Plan plan = one_unit(rectangle(0, 0, 10, 5));
    const std::vector<double> radii = adults(150);
    const std::vector<Vec2> places = place(plan, radii, 7).places;
    CHECK(places == place(plan, radii, 7).places);
    CHECK(places != place(plan, radii, 8).places);
}

TEST_CASE("Too many people are told how many fit, and that many do") {
    // 50 m2. Touching circles of radius 0.23 m in rows would be 5.46 persons/m2 without walls; 4 is
    // what rigid rows of the widest people (0.27 m) give.
    const Plan plan = one_unit(rectangle(0, 0, 10, 5));
    const std::vector<double> radii = adults(10000);
    const UnitPlacement refused = place(plan, radii);
    CHECK(refused.places.empty());
    CHECK(refused.fits > 200);
    CHECK(refused.fits < 273);
    const auto fitting = static_cast<std::ptrdiff_t>(refused.fits);
    check_all_placed(plan, {radii.begin(), radii.begin() + fitting});
}

TEST_CASE("Where nobody fits, zero fit") {
    CHECK(place(one_unit(rectangle(0, 0, 10, 0.3)), adults(3)).fits == 0);
    CHECK(place(one_unit(rectangle(0, 0, 2, 2), {rectangle(0, 0, 2, 2)}), adults(1)).fits == 0);
    CHECK(place(one_unit(rectangle(0, 0, 2, 2)), {}).fits == 0);
}
