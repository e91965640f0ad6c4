#include "render/drawing/page.hpp"

#include <catch2/catch.hpp>

#include "tests/render/small_house.hpp"

using namespace evac;

namespace {

double no_width(const std::string&, const render::TextStyle&) {
    return 100.0;
}

}  // namespace

TEST_CASE("the scale bar is a round number of metres and as long as the plan says") {
    // 37 px/m and room for 330 px: 5 m are 185 px, 10 m would be 370.
    CHECK(render::scale_bar_length(37.0, 330.0) == 5.0);
    CHECK(render::scale_bar_length(11.0, 330.0) == 20.0);
    const render::Drawing bar = render::scale_bar(5.0, 37.0);
    double end = 0.0;
    for (const render::Shape& shape : bar.shapes) {
        if (const auto* area = std::get_if<render::Area>(&shape)) {
            end = std::max(end, bounding_box(Polygon{area->rings.front(), {}}).high.x());
        }
    }
    CHECK(end == Approx(185.0));
}

TEST_CASE("a wide plan fills a wide page, a tall one a tall page, a room is not blown up") {
    const render::PageFit wide = render::fit_page({Vec2(0, 0), Vec2(200, 60)});
    CHECK(wide.width == 2400.0);
    CHECK(wide.scale * 200.0 < 2400.0);
    CHECK(wide.scale * 200.0 > 2000.0);
    const render::PageFit tall = render::fit_page({Vec2(0, 0), Vec2(30, 120)});
    CHECK(tall.width < 2000.0);
    CHECK(tall.scale * 120.0 > 2000.0);
    CHECK(render::fit_page({Vec2(0, 0), Vec2(6, 4)}).scale == 100.0);
}

TEST_CASE("the plan stands whole in its room on the page, north up") {
    const Plan plan = test::small_house();
    const Box extent{Vec2(0, -3), Vec2(20, 8)};
    const render::PlanPage page = render::plan_page(plan, extent, {"a", "b"}, {}, no_width);
    for (const Vec2& corner : {extent.low, extent.high}) {
        CHECK(page.plan_box.contains(page.view.to_page(corner)));
        CHECK((page.view.to_drawing(page.view.to_page(corner)) - corner).norm() < 1e-9);
    }
    CHECK(page.view.to_page(Vec2(0, 8)).y() < page.view.to_page(Vec2(0, -3)).y());
}

TEST_CASE("north turns against the rotation of the plan") {
    Plan plan;
    CHECK((render::north(plan) - Vec2(0, 1)).norm() < 1e-12);
    // The x axis points to the north: north is +x.
    plan.rotation = 90.0;
    CHECK((render::north(plan) - Vec2(1, 0)).norm() < 1e-12);
}
