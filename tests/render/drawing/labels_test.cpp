#include "render/drawing/labels.hpp"

#include <catch2/catch.hpp>

using namespace evac;
using render::LabelWish;

namespace {

/// Every byte is half as wide as it is high; good enough to reason about places.
double half_wide(const std::string& words, const render::TextStyle& style) {
    return 0.5 * style.size * static_cast<double>(words.size());
}

Ring rectangle(double x, double y, double width, double height) {
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

bool inside(const Box& box, const Box& room) {
    return room.contains(box.low) && room.contains(box.high);
}

}  // namespace

TEST_CASE("a label with room enough stands in the middle, large and with its detail") {
    const auto placed = render::place_labels(
        {{{rectangle(0, 0, 400, 300)}, "Hall", "120 m2", {}, {}, 0.0}}, {}, {}, half_wide);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].size == 26.0);
    CHECK(placed[0].has_detail);
    CHECK(Vec2(0.5 * (placed[0].box.low + placed[0].box.high)) == Vec2(200.0, 150.0));
}

TEST_CASE("labels of many small rooms never overlap and never leave their rooms") {
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 60; ++i) {
        // From 30 px (nothing but a number fits) to 207 px.
        const double width = 30.0 + 3.0 * i;
        wishes.push_back({{rectangle(0, 40.0 * i, width, 40.0)},
                          "Classroom 3-" + std::to_string(i),
                          "56 m2",
                          {},
                          {}});
    }
    const auto placed = render::place_labels(wishes, {}, {}, half_wide);
    CHECK(placed.size() > 30);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const Ring& room = wishes[placed[i].wish].rings.front();
        CHECK(inside(placed[i].box, bounding_box(Polygon{room, {}})));
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_FALSE(render::overlap(placed[i].box, placed[j].box));
        }
    }
}

TEST_CASE("labels of units that lie over each other keep clear of each other and of signs") {
    // The assembly area lies in the middle of the yard; a sign stands in a corner.
    const Box sign{Vec2(0, 0), Vec2(120, 60)};
    const auto placed =
        render::place_labels({{{rectangle(150, 100, 100, 60)}, "Class 1", "", {}, {}, 0.0},
                              {{rectangle(0, 0, 400, 260)}, "Yard", "", {}, {}, 0.0}},
                             {sign}, {}, half_wide);
    REQUIRE(placed.size() == 2);
    CHECK_FALSE(render::overlap(placed[0].box, placed[1].box));
    CHECK_FALSE(render::overlap(placed[1].box, sign));
}

TEST_CASE("what does not fit is turned, shortened and at last left out") {
    const auto try_in = [](double width, double height) {
        return render::place_labels(
            {{{rectangle(0, 0, width, height)}, "Classroom 12", "", {}, {}, 0.0}}, {}, {},
            half_wide);
    };
    const auto turned = try_in(40, 300);
    REQUIRE(turned.size() == 1);
    CHECK(turned[0].upright);
    const auto brief = try_in(40, 34);
    REQUIRE(brief.size() == 1);
    CHECK(brief[0].lines == std::vector<std::string>{"12"});
    CHECK(try_in(10, 10).empty());
}

TEST_CASE("a label never stands in the hole of its unit") {
    const Ring hole = rectangle(100, 80, 200, 140);
    const auto placed = render::place_labels(
        {{{rectangle(0, 0, 400, 300), hole}, "Ring", "", {}, {}, 0.0}}, {}, {}, half_wide);
    REQUIRE(placed.size() == 1);
    CHECK_FALSE(render::overlap(placed[0].box, bounding_box(Polygon{hole, {}})));
}

TEST_CASE("names are shortened to their number, else to their beginning") {
    CHECK(render::shortened("Classroom 3-2") == "3-2");
    CHECK(render::shortened("教室 3-2") == "3-2");
    CHECK(render::shortened("第12实验室") == "12");
    CHECK(render::shortened("教师办公室") == "教师…");
    CHECK(render::shortened("Laboratory") == "Labor…");
    CHECK(render::shortened("Hall") == "Hall");
}

TEST_CASE("long names break near their middle, between words or between ideographs") {
    CHECK(render::in_two_lines("Raw material store") ==
          std::vector<std::string>{"Raw material", "store"});
    CHECK(render::in_two_lines("教师办公室") == std::vector<std::string>{"教师", "办公室"});
    CHECK(render::in_two_lines("Hall") == std::vector<std::string>{"Hall"});
}
