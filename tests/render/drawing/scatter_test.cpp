#include <catch2/catch.hpp>

#include "render/drawing/axis.hpp"
#include "render/drawing/scatter_picture.hpp"

#include <algorithm>

using namespace evac;
using namespace evac::render;

namespace {

double half_wide(const std::string& words, const TextStyle& style) {
    return 0.5 * style.size * static_cast<double>(words.size());
}

template <class Kind>
std::vector<Kind> all_of_kind(const Sheet& sheet) {
    std::vector<Kind> all;
    for (const Pane& pane : sheet.panes) {
        for (const Shape& shape : pane.drawing.shapes) {
            if (const auto* one = std::get_if<Kind>(&shape)) {
                all.push_back(*one);
            }
        }
    }
    return all;
}

ScatterSubject flow_by_width() {
    ScatterSubject subject;
    subject.title = "Flow";
    subject.x_name = "width [m]";
    subject.y_name = "flow [1/s]";
    subject.reference_name = "Kretz 2006";
    subject.measured = {{"simulated", {{1.0, 1.9}, {2.0, 3.8}}}};
    subject.reference = {{1.0, 1.9}};
    return subject;
}

}  // namespace

TEST_CASE("a plot names its axes, what was simulated and what it stands beside") {
    const std::vector<Text> texts = all_of_kind<Text>(scatter_sheet(flow_by_width(), half_wide));
    for (const std::string words : {"width [m]", "flow [1/s]", "simulated", "Kretz 2006"}) {
        INFO(words);
        CHECK(std::count_if(texts.begin(), texts.end(),
                            [&](const Text& text) { return text.words == words; }) == 1);
    }
}

TEST_CASE("several kinds of people stand in one plot, each with its own colour and mark") {
    ScatterSubject subject = flow_by_width();
    subject.measured.push_back({"in a hurry", {{1.0, 2.1}}});
    const Sheet sheet = scatter_sheet(subject, half_wide);
    const std::vector<Text> texts = all_of_kind<Text>(sheet);
    CHECK(std::count_if(texts.begin(), texts.end(),
                        [](const Text& text) { return text.words == "in a hurry"; }) == 1);
    const auto diamonds = [](const Area& area) { return area.rings.front().size() == 4; };
    const std::vector<Area> areas = all_of_kind<Area>(sheet);
    CHECK(std::count_if(areas.begin(), areas.end(), diamonds) == 2);  // the point and the legend's
}

TEST_CASE("an axis ends at a tick") {
    ScatterSubject subject = flow_by_width();
    subject.measured.front().at = {{0.5, 1.2}, {4.0, 0.2}};
    const std::vector<Text> texts = all_of_kind<Text>(scatter_sheet(subject, half_wide));
    CHECK(std::any_of(texts.begin(), texts.end(),
                      [](const Text& text) { return text.words == "4.5"; }));
}

TEST_CASE("where simulation and reference agree, a ring stands around the disc") {
    const Sheet sheet = scatter_sheet(flow_by_width(), half_wide);
    double disc = 0.0;
    double ring = 0.0;
    for (const Pane& pane : sheet.panes) {
        for (const Shape& shape : pane.drawing.shapes) {
            const auto width = [](const std::vector<Vec2>& points) {
                const auto [low, high] =
                    std::minmax_element(points.begin(), points.end(),
                                        [](const Vec2& a, const Vec2& b) { return a.x() < b.x(); });
                return high->x() - low->x();
            };
            if (const auto* area = std::get_if<Area>(&shape)) {
                disc = std::max(disc, width(area->rings.front()));
            }
            if (const auto* line = std::get_if<Line>(&shape); line != nullptr && line->closed) {
                ring = std::max(ring, width(line->points));
            }
        }
    }
    CHECK(ring > disc);
    CHECK(disc > 0.0);
}

TEST_CASE("ticks of any quantity are 1, 2 or 5 times a power of ten") {
    CHECK(even_tick(1.4, 8) == Approx(0.2));
    CHECK(even_tick(0.05, 8) == Approx(0.01));
    CHECK(even_tick(8.0, 8) == Approx(1.0));
    CHECK(even_tick(75.0, 8) == Approx(10.0));
    CHECK(even_tick(1530.0, 8) == Approx(count_tick(1530.0, 8)));
}
