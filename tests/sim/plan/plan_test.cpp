#include <catch2/catch.hpp>

#include "sim/plan/plan.hpp"

using namespace evac;

TEST_CASE("the category of a unit tells how people use it") {
    CHECK(kind_of_category("classroom") == UnitKind::room);
    CHECK(kind_of_category("auditorium") == UnitKind::room);
    CHECK(kind_of_category("restroom.female.wheelchair") == UnitKind::room);
    CHECK(kind_of_category("walkway") == UnitKind::passage);
    CHECK(kind_of_category("lobby") == UnitKind::passage);
    CHECK(kind_of_category("stairs") == UnitKind::flight);
    CHECK(kind_of_category("ramp") == UnitKind::ramp);
    CHECK(kind_of_category("outdoors") == UnitKind::outdoors);
    CHECK(kind_of_category("elevator") == UnitKind::unwalkable);
    CHECK(kind_of_category("opentobelow") == UnitKind::unwalkable);
    CHECK(kind_of_category("a word nobody knows") == UnitKind::room);
}

TEST_CASE("a label speaks the language asked for, else English, else any") {
    const Label both{{{"en", "Hall"}, {"zh-Hans", "大厅"}}};
    CHECK(both.in(Language::zh) == "大厅");
    CHECK(both.in(Language::en) == "Hall");
    CHECK(Label{{{"en", "Hall"}}}.in(Language::zh) == "Hall");
    CHECK(Label{{{"ru", "Зал"}}}.in(Language::zh) == "Зал");
    CHECK(Label{}.in(Language::en).empty());
}

TEST_CASE("the clear line lies in the middle of the opening and is as long as it is wide") {
    Opening opening;
    opening.line = {{2.0, 0.0}, {4.0, 0.0}};
    opening.clear_width = 1.5;
    CHECK(opening.clear_line().a == Vec2(2.25, 0.0));
    CHECK(opening.clear_line().b == Vec2(3.75, 0.0));
    opening.clear_width = 2.0;
    CHECK(opening.clear_line().b == opening.line.b);
}

TEST_CASE("an opening leads from each of its units to the other") {
    Plan plan;
    plan.units.resize(3);
    plan.openings.resize(2);
    plan.openings[0].units = {0, 2};
    plan.openings[1].units = {2, outside};
    CHECK(beyond(plan.openings[0], 0) == 2);
    CHECK(beyond(plan.openings[0], 2) == 0);
    CHECK(beyond(plan.openings[1], 2) == outside);
    CHECK(openings_by_unit(plan) == std::vector<std::vector<int>>{{0}, {}, {0, 1}});
}

TEST_CASE("elements are found by their id") {
    Plan plan;
    plan.levels.resize(2);
    plan.levels[1].id = "upper";
    CHECK(find_level(plan, "upper") == 1);
    CHECK(find_level(plan, "cellar") == -1);
}
