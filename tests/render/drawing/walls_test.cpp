#include "render/drawing/walls.hpp"

#include <catch2/catch.hpp>

#include "tests/render/small_house.hpp"

using namespace evac;

namespace {

double length_of(const std::vector<render::WallRun>& runs) {
    double sum = 0.0;
    for (const render::WallRun& run : runs) {
        for (std::size_t i = 0; i + 1 < run.points.size(); ++i) {
            sum += (run.points[i + 1] - run.points[i]).norm();
        }
        if (run.closed) {
            sum += (run.points.front() - run.points.back()).norm();
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("walls of a unit are its outline without the passable part of its openings") {
    const Plan plan = test::small_house();
    // Room 1: 36 m around, one door of 1 m.
    const auto runs = render::wall_runs(plan, 0, {0});
    CHECK(length_of(runs) == Approx(35.0));
    // One door cuts a ring into one open run, from jamb to jamb.
    REQUIRE(runs.size() == 1);
    CHECK_FALSE(runs[0].closed);
    CHECK(runs[0].points.front() == Vec2(2.0, 0.0));
    CHECK(runs[0].points.back() == Vec2(1.0, 0.0));
}

TEST_CASE("a unit without openings is walled in all round") {
    const Plan plan = test::small_house();
    const auto runs = render::wall_runs(plan, 1, {});
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].closed);
    CHECK(length_of(runs) == Approx(36.0));
}

TEST_CASE("a door at a corner leaves no stub of wall behind") {
    Plan plan = test::small_house();
    plan.openings[0].line = {{0.0, 0.0}, {1.0, 0.0}};
    const auto runs = render::wall_runs(plan, 0, {0});
    CHECK(length_of(runs) == Approx(35.0));
}

TEST_CASE("where less is clear than the line is long, jambs remain") {
    Plan plan = test::small_house();
    plan.openings[0].clear_width = 0.8;
    CHECK(length_of(render::wall_runs(plan, 0, {0})) == Approx(35.2));
}

TEST_CASE("a unit that stands back from its opening by 5 cm still has a gap there") {
    Plan plan = test::small_house();
    plan.openings[0].line = {{1.0, -0.05}, {2.0, -0.05}};
    CHECK(length_of(render::wall_runs(plan, 0, {0})) == Approx(35.0));
}
