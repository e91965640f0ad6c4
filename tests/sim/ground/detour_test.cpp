// Ways round a crowd, on a bend whose inner corner is full.

#include "sim/ground/detour.hpp"

#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

/// An L of 4 m width; everybody walks from its start (0..4 at y = 12) to its end (x = 12).
struct Bend {
    Plan plan = scenes::l_corridor(12.0, 4.0);
    Ground ground = build_ground(plan, {});
    int field = find_field(ground, 0, {Target::Kind::opening, find_opening(plan, "end")});
    CrowdedFloor floor;

    UnitGround& unit() { return ground.units[0]; }
    Field& way() { return unit().fields[static_cast<std::size_t>(field)]; }
    void reckon(const std::vector<Delay>& people) {
        see_delays(floor, unit(), people, 0.0);
        way().detour = detour(unit(), plan, floor, way());
    }
};

std::vector<Delay> jam(const Vec2& low, const Vec2& high, double delay) {
    std::vector<Delay> people;
    for (double x = low.x(); x <= high.x(); x += 0.4) {
        for (double y = low.y(); y <= high.y(); y += 0.4) {
            people.push_back({{x, y}, delay});
        }
    }
    return people;
}

}  // namespace

TEST_CASE("without a detour there is no direction of one") {
    Bend bend;
    CHECK(detour_at(bend.ground, 0, bend.field, {2.0, 8.0}) == Vec2::Zero());
}

TEST_CASE("people who are not slowed down make no detour") {
    Bend bend;
    bend.reckon(jam({2.0, 3.0}, {5.0, 5.0}, 0.0));
    const Vec2 at(2.0, 8.0);
    const Vec2 direct = heading_at(bend.ground, bend.plan, 0, bend.field, at).direction;
    CHECK((detour_at(bend.ground, 0, bend.field, at) - direct).norm() < 1e-6);
}

TEST_CASE("round a full inner corner the way leads along the outside") {
    Bend bend;
    // The inner corner of this L is at (4, 4); a jam fills the floor about it.
    bend.reckon(jam({2.4, 2.4}, {4.0, 6.0}, 2.0));
    const Vec2 at(3.0, 8.5);
    const Vec2 direct = heading_at(bend.ground, bend.plan, 0, bend.field, at).direction;
    const Vec2 round = detour_at(bend.ground, 0, bend.field, at);
    CHECK(round.norm() == Approx(1.0));
    CHECK(round.x() < direct.x() - 0.2);  // the outer wall is at x = 0
}

TEST_CASE("what was seen before fades") {
    Bend bend;
    const std::vector<Delay> people = jam({2.4, 2.4}, {4.0, 6.0}, 2.0);
    see_delays(bend.floor, bend.unit(), people, 0.8);
    const float first = *std::max_element(bend.floor.delays.begin(), bend.floor.delays.end());
    see_delays(bend.floor, bend.unit(), {}, 0.8);
    const float second = *std::max_element(bend.floor.delays.begin(), bend.floor.delays.end());
    CHECK(second == Approx(0.8F * first));
}
