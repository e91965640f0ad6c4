// Where the levels of a building lie on the page of a film, and what lies under a click.

#include "render/film/stage.hpp"
#include "render/film/state.hpp"
#include "sim/drill/scenario.hpp"
#include "tests/render/small_house.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace evac;
using namespace evac::render;

const Box page{Vec2(0.0, 60.0), Vec2(2000.0, 1000.0)};

Plan workshop() {
    return read_scenario(EVAC_SOURCE_DIR "/scenarios/workshop").plan;
}

Plan school() {
    return read_scenario(EVAC_SOURCE_DIR "/scenarios/school").plan;
}

bool inside(const Box& inner, const Box& outer) {
    return outer.contains(inner.low) && outer.contains(inner.high);
}

bool apart(const Box& a, const Box& b) {
    return a.high.x() <= b.low.x() || b.high.x() <= a.low.x() || a.high.y() <= b.low.y() ||
           b.high.y() <= a.low.y();
}

}  // namespace

TEST_CASE("the open air is drawn under the storey that stands on it") {
    const Plan plan = workshop();
    const Setting setting = setting_of(plan);
    REQUIRE(setting.floors.size() == 1);
    const Floor& floor = setting.floors.front();
    REQUIRE(floor.levels.size() == 2);
    CHECK(plan.levels[static_cast<std::size_t>(floor.levels[0])].outdoors);
    CHECK_FALSE(plan.levels[static_cast<std::size_t>(floor.named)].outdoors);
    for (const Unit& unit : plan.units) {
        CHECK(inside(bounding_box(unit.polygon), floor.extent));
    }
}

TEST_CASE("levels side by side fit into the page, have one scale and do not overlap") {
    const Setting setting = setting_of(school());
    const Stage stage = lay_out(setting, Layout::sides, page);
    REQUIRE(stage.floors.size() == setting.floors.size());
    for (std::size_t i = 0; i < stage.floors.size(); ++i) {
        CHECK(inside(stage.floors[i].room, page));
        CHECK(stage.floors[i].view.scale == stage.floors[0].view.scale);
        for (std::size_t k = 0; k < i; ++k) {
            CHECK(apart(stage.floors[i].room, stage.floors[k].room));
        }
    }
}

TEST_CASE("a stack goes up with the storeys, and its levels are seen from aslant") {
    const Setting setting = setting_of(school());
    const Stage stage = lay_out(setting, Layout::stack, page);
    REQUIRE(stage.floors.size() > 2);
    for (std::size_t i = 1; i < stage.floors.size(); ++i) {
        const Vec2 origin = Vec2::Zero();
        CHECK(stage.floors[i].view.to_page(origin).y() <
              stage.floors[i - 1].view.to_page(origin).y());
        CHECK(stage.floors[i].view.squash < 1.0);
    }
}

TEST_CASE("somebody half way up a flight is seen half way between two storeys of a stack") {
    const Plan plan = school();
    const Setting setting = setting_of(plan);
    const Stage stage = lay_out(setting, Layout::stack, page);
    int flights = 0;
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const auto& climb = setting.climbs[u];
        if (!climb) {
            continue;
        }
        ++flights;
        const Vec2 middle = 0.5 * (climb->line.foot + climb->line.head);
        const auto seen = on_stage(stage, setting, plan, static_cast<int>(u), middle);
        REQUIRE(seen);
        const Vec2 below = find_level_on(stage, climb->lower)->view.to_page(middle);
        const Vec2 above = find_level_on(stage, climb->upper)->view.to_page(middle);
        CHECK((*seen - 0.5 * (below + above)).norm() < 1e-6);
        CHECK(above.y() < below.y());
    }
    CHECK(flights > 0);
}

TEST_CASE("what the page shows of a place lies under that point of the page again") {
    const Plan plan = school();
    const Setting setting = setting_of(plan);
    const Camera camera{1.7, Vec2(40.0, -25.0)};
    for (const Layout layout : {Layout::sides, Layout::stack}) {
        const Stage stage = through(camera, lay_out(setting, layout, page));
        for (const StageFloor& floor : stage.floors) {
            const Vec2 place(3.0, 4.0);
            const Vec2 again = floor.view.to_drawing(floor.view.to_page(place));
            CHECK((again - place).norm() < 1e-9);
        }
    }
    const Stage stage = lay_out(setting, Layout::sides, page);
    for (const Unit& unit : plan.units) {
        const Vec2 place = label_point(unit.polygon);
        const StageFloor* const floor = find_level_on(stage, unit.level);
        REQUIRE(floor != nullptr);
        const auto found = under(stage, plan, floor->view.to_page(place));
        REQUIRE(found);
        CHECK(found->floor == floor);
        CHECK((found->place - place).norm() < 1e-6);
    }
}

TEST_CASE("the camera that is centred on a place shows it in the middle of the stage") {
    const Setting setting = setting_of(school());
    const Stage base = lay_out(setting, Layout::sides, page);
    const int level = base.floors.front().named;
    const Vec2 place(12.0, 5.0);
    const Stage stage = through(centred_on(base, level, place, 3.0), base);
    const Vec2 middle = 0.5 * (page.low + page.high);
    CHECK((find_level_on(stage, level)->view.to_page(place) - middle).norm() < 1e-6);
    CHECK(find_level_on(stage, level)->view.scale == Approx(3.0 * base.floors.front().view.scale));
}

TEST_CASE("two drills side by side are enlarged alike") {
    const Setting setting = setting_of(workshop());
    const Box left{Vec2(0.0, 0.0), Vec2(900.0, 800.0)};
    const Box right{Vec2(900.0, 0.0), Vec2(1800.0, 800.0)};
    const Camera camera{2.5, Vec2(-130.0, 60.0)};
    const Stage a = through(camera, lay_out(setting, Layout::sides, left));
    const Stage b = through(camera, lay_out(setting, Layout::sides, right));
    const Vec2 place(30.0, 10.0);
    const Vec2 shift = b.floors[0].view.to_page(place) - a.floors[0].view.to_page(place);
    CHECK((shift - Vec2(900.0, 0.0)).norm() < 1e-6);
}

TEST_CASE("doors and things are as the happenings until that moment left them") {
    ReplayInfo info;
    info.plan = test::small_house();
    info.fixture_present = {0};
    using Kind = Happening::Kind;
    using Door = BuildingState::Door;
    const std::vector<Happening> events{
        {Kind::alarm, 0.0, -1, -1},       {Kind::blocked, 10.0, 2, -1},
        {Kind::put_down, 20.0, 0, -1},    {Kind::opened, 30.0, 3, -1},
        {Kind::turned_round, 35.0, 2, 7}, {Kind::removed, 40.0, 0, -1}};
    const auto at = [&](double time) { return state_at(info, events, time); };
    CHECK(at(0.0).doors == std::vector<Door>{Door::open, Door::open, Door::open, Door::locked});
    CHECK(at(0.0).fixtures == std::vector<char>{0});
    CHECK(at(10.0).doors[2] == Door::blocked);
    CHECK(at(19.9).fixtures[0] == 0);
    CHECK(at(20.0).fixtures[0] == 1);
    CHECK(at(29.9).doors[3] == Door::locked);
    CHECK(at(30.0).doors[3] == Door::open);
    CHECK(at(50.0).fixtures[0] == 0);
}
