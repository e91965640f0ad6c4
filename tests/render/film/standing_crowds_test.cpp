// The numbers of people who wait, and which buildings are the same.

#include "render/film/standing_crowds.hpp"
#include "render/film/setting.hpp"
#include "tests/render/small_house.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace evac;
using namespace evac::render;

/// So many people in a row from `from`, `apart` metres from each other, all held up.
void add_row(std::vector<Walker>& walkers, int unit, const Vec2& from, double apart, int count) {
    for (int i = 0; i < count; ++i) {
        Walker walker;
        walker.person = static_cast<int>(walkers.size());
        walker.unit = unit;
        walker.place = from + Vec2(apart * i, 0.0);
        walker.activity = Activity::queueing;
        walkers.push_back(walker);
    }
}

}  // namespace

TEST_CASE("people who stand close to each other are one crowd, others another") {
    const Plan plan = test::small_house();
    std::vector<Walker> walkers;
    add_row(walkers, 2, Vec2(0.5, -1.5), 0.5, 8);
    add_row(walkers, 2, Vec2(13.0, -1.5), 0.5, 6);
    const auto crowds = standing_crowds(plan, walkers);
    REQUIRE(crowds.size() == 2);
    CHECK(crowds[0].people == 8);
    CHECK(crowds[1].people == 6);
    CHECK(crowds[0].middle.x() == Approx(2.25).margin(0.3));
    CHECK(crowds[0].unit == 2);
}

TEST_CASE("a handful who wait are no crowd, and who walks is in none") {
    const Plan plan = test::small_house();
    std::vector<Walker> walkers;
    add_row(walkers, 0, Vec2(1.0, 1.0), 0.5, least_crowd - 1);
    CHECK(standing_crowds(plan, walkers).empty());
    add_row(walkers, 0, Vec2(1.0, 1.5), 0.5, 1);
    CHECK(standing_crowds(plan, walkers).size() == 1);
    walkers.back().activity = Activity::walking;
    CHECK(standing_crowds(plan, walkers).empty());
}

TEST_CASE("crowds above one another on two levels are two") {
    Plan plan = test::small_house();
    plan.levels.push_back({"L2", test::label("Upper floor", "二层"), 1, 4.0, false});
    plan.units[1].level = 1;
    std::vector<Walker> walkers;
    add_row(walkers, 0, Vec2(11.0, 4.0), 0.4, 6);
    add_row(walkers, 1, Vec2(11.0, 4.0), 0.4, 7);
    CHECK(standing_crowds(plan, walkers).size() == 2);
}

TEST_CASE("a building is the same as long as its rooms and doors are") {
    const Plan plan = test::small_house();
    CHECK(same_building(plan, plan));
    Plan furnished = plan;
    furnished.fixtures.clear();
    CHECK(same_building(plan, furnished));
    Plan widened = plan;
    widened.openings[0].clear_width += 0.1;
    CHECK_FALSE(same_building(plan, widened));
    Plan other = plan;
    other.openings[0].id = "another";
    CHECK_FALSE(same_building(plan, other));
    Plan smaller = plan;
    smaller.openings.pop_back();
    CHECK_FALSE(same_building(plan, smaller));
}
