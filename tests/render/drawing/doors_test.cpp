#include "render/drawing/doors.hpp"

#include <catch2/catch.hpp>

#include "render/drawing/marks.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/stairs.hpp"
#include "render/drawing/theme.hpp"
#include "tests/render/small_house.hpp"

using namespace evac;

namespace {

bool same(const render::Colour& a, const render::Colour& b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

template <class Part>
int count(const render::Drawing& drawing) {
    int found = 0;
    for (const render::Shape& shape : drawing.shapes) {
        found += std::holds_alternative<Part>(shape) ? 1 : 0;
    }
    return found;
}

bool has_line_of(const render::Drawing& drawing, const render::Colour& colour) {
    for (const render::Shape& shape : drawing.shapes) {
        const auto* line = std::get_if<render::Line>(&shape);
        if (line != nullptr && same(line->pen.colour, colour)) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("the leaf of a door turns into the unit that its swing names") {
    const Plan plan = test::small_house();
    // Door 1 lies on y = 0, room 1 above it: the open leaf ends at y = +1.
    const render::Drawing door = render::door(plan, plan.openings[0], false);
    double highest = 0.0;
    double lowest = 0.0;
    for (const render::Shape& shape : door.shapes) {
        for (const Vec2& p : std::get<render::Line>(shape).points) {
            highest = std::max(highest, p.y());
            lowest = std::min(lowest, p.y());
        }
    }
    CHECK(highest == Approx(1.0));
    CHECK(lowest == Approx(0.0).margin(1e-9));
}

TEST_CASE("a locked door carries a red bar and a padlock, an open one neither") {
    const Plan plan = test::small_house();
    CHECK(has_line_of(render::door(plan, plan.openings[3], true), render::theme::shut_red));
    CHECK_FALSE(has_line_of(render::door(plan, plan.openings[2], false), render::theme::shut_red));
    std::vector<Box> taken;
    const auto width = [](const std::string&, const render::TextStyle&) { return 50.0; };
    const auto parts = render::level_parts({plan, 0, {}, {}, Language::en, {}});
    REQUIRE(parts.closures.size() == 1);
    CHECK(parts.closures[0].opening == 3);
    const render::Drawing locks =
        render::closure_signs(plan, parts, render::View{}, Language::en, width, taken);
    CHECK(count<render::Mark>(locks) == 1);
    CHECK(taken.size() == 1);
}

TEST_CASE("what events lock, block, open and put down shows in the picture of the level") {
    Scenario scenario;
    scenario.plan = test::small_house();
    scenario.fixture_present = {0};
    scenario.events = {{Event::Kind::lock, 0.0, 2, false},
                       {Event::Kind::block, 30.0, 0, false},
                       {Event::Kind::put_down, 40.0, 0, false},
                       {Event::Kind::open, 60.0, 3, false}};
    const render::LevelSubject subject = render::subject_of(scenario, 0, Language::en);
    CHECK(subject.fixture_present == std::vector<char>{1});
    REQUIRE(subject.closures.size() == 3);
    // The plan locks the east exit from the start; it is opened at 60 s.
    CHECK(subject.closures[0].opening == 3);
    CHECK(subject.closures[0].until == 60.0);
    CHECK(subject.closures[1].opening == 2);
    CHECK(subject.closures[1].since == 0.0);
    CHECK_FALSE(subject.closures[2].locked);
    CHECK(subject.closures[2].since == 30.0);
}

TEST_CASE("an exit carries a green bar and leads away from the building") {
    const Plan plan = test::small_house();
    CHECK(has_line_of(render::door(plan, plan.openings[2], false), render::theme::safety_green));
    CHECK(render::direction_out(plan, plan.openings[2]).x() == Approx(-1.0));
    CHECK(render::direction_out(plan, plan.openings[3]).x() == Approx(1.0));
}

TEST_CASE("the line of ascent runs from the lower to the upper opening of a flight") {
    Plan plan;
    plan.levels.resize(1);
    Unit hall;
    hall.kind = UnitKind::passage;
    hall.polygon = test::rectangle(0, 0, 4, 2);
    Unit flight;
    flight.kind = UnitKind::flight;
    flight.polygon = test::rectangle(0, 2, 1.5, 2.8);
    flight.steps = Steps{0.16, 0.28};
    Unit landing = hall;
    landing.polygon = test::rectangle(0, 4.8, 4, 2);
    landing.elevation = 1.6;
    plan.units = {hall, flight, landing};
    Opening foot;
    foot.line = {{0, 2}, {1.5, 2}};
    foot.units = {0, 1};
    Opening head;
    head.line = {{0, 4.8}, {1.5, 4.8}};
    head.units = {2, 1};
    plan.openings = {head, foot};

    const auto line = render::flight_line(plan, 1, {0, 1});
    REQUIRE(line);
    CHECK(line->foot == Vec2(0.75, 2.0));
    CHECK(line->head == Vec2(0.75, 4.8));
    // 2.8 m of 0.28 m treads: nine edges between the first and the last.
    CHECK(render::treads(plan.units[1], *line, 0.0, render::Colour{}).shapes.size() == 9);
    // Level at both ends: nobody can say which way is up.
    plan.units[2].elevation = 0.0;
    CHECK_FALSE(render::flight_line(plan, 1, {0, 1}));
}
