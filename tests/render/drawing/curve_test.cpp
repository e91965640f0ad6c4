#include <catch2/catch.hpp>

#include "render/drawing/axis.hpp"
#include "render/drawing/curve_picture.hpp"
#include "tests/render/small_house.hpp"

using namespace evac;

namespace {

double half_wide(const std::string& words, const render::TextStyle& style) {
    return 0.5 * style.size * static_cast<double>(words.size());
}

std::vector<std::string> words_of(const render::Sheet& sheet) {
    std::vector<std::string> words;
    for (const render::Pane& pane : sheet.panes) {
        for (const render::Shape& shape : pane.drawing.shapes) {
            if (const auto* text = std::get_if<render::Text>(&shape)) {
                words.push_back(text->words);
            }
        }
    }
    return words;
}

bool says(const render::Sheet& sheet, const std::string& words) {
    const auto all = words_of(sheet);
    return std::find(all.begin(), all.end(), words) != all.end();
}

Plan two_storeys() {
    Plan plan = test::small_house();
    plan.levels.push_back(Level{"L2", test::label("First floor", "二层"), 1, 3.6, false});
    return plan;
}

/// Ten people on the ground floor leave between 12 s and 30 s, `left` of them do not; one more
/// upstairs comes down to them within the first second.
Outcome ten_people(int left) {
    Outcome outcome;
    outcome.placed = 10;
    outcome.out = 10 - left;
    for (int second = 0; second <= 40; ++second) {
        CurvePoint point;
        point.time = second;
        point.inside = std::max(left, std::min(10, 10 - (second - 10) / 2));
        point.by_level = {point.inside - (second == 0 ? 1 : 0), second == 0 ? 1 : 0};
        outcome.curve.push_back(point);
    }
    outcome.people.resize(10);
    for (int i = 0; i < outcome.out; ++i) {
        outcome.people[static_cast<std::size_t>(i)].exit_time = 12.0 + 2.0 * i;
        outcome.people[static_cast<std::size_t>(i)].exit_opening = 0;
    }
    outcome.level_clear = {left > 0 ? never : 30.0, 1.0};
    return outcome;
}

}  // namespace

TEST_CASE("ticks of time fall on seconds and minutes that people count in") {
    CHECK(render::time_tick(40.0, 14) == 5.0);
    CHECK(render::time_tick(430.0, 14) == 60.0);
    CHECK(render::time_tick(1800.0, 14) == 300.0);
    CHECK(render::time_tick(100.0 * 3600.0, 14) == 8.0 * 3600.0);
    CHECK(render::count_tick(1530.0, 8) == 200.0);
    CHECK(render::count_tick(3.0, 8) == 1.0);
    CHECK(render::clock_text(125.4) == "2:05");
}

TEST_CASE("words over the time line never cover each other or cross another's pole") {
    const std::vector<double> places{0.0, 30.0, 60.0, 60.0, 300.0, 310.0, 900.0};
    const std::vector<double> widths(places.size(), 120.0);
    const std::vector<int> rows = render::flag_rows(places, widths);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = 0; j < places.size(); ++j) {
            const bool later = places[j] > places[i] && places[j] < places[i] + widths[i];
            if (i != j && (later || places[i] == places[j])) {
                CHECK(rows[i] != rows[j]);
            }
            if (later) {
                CHECK(rows[j] < rows[i]);  // the pole of j ends below the word of i
            }
        }
    }
    CHECK(rows.back() == 0);
}

TEST_CASE("the curve names alarm, first out, level clear and last out with their times") {
    Scenario scenario;
    scenario.plan = two_storeys();
    const render::Sheet sheet =
        render::curve_sheet(scenario, ten_people(0), Language::en, half_wide);
    CHECK(says(sheet, "alarm, release 0:00"));
    CHECK(says(sheet, "first out 0:12"));
    CHECK(says(sheet, "Ground floor clear 0:30"));
    CHECK(says(sheet, "First floor clear 0:01"));
    CHECK(says(sheet, "last out 0:30"));
}

TEST_CASE("with a hold, alarm and release are two marks") {
    Scenario scenario;
    scenario.plan = two_storeys();
    scenario.alarm = 5.0;
    scenario.hold = 60.0;
    const render::Sheet sheet =
        render::curve_sheet(scenario, ten_people(0), Language::en, half_wide);
    CHECK(says(sheet, "alarm 0:05"));
    CHECK(says(sheet, "release 1:05"));
}

TEST_CASE("people who are left are counted in the picture and no level is called clear") {
    Scenario scenario;
    scenario.plan = two_storeys();
    const render::Sheet sheet =
        render::curve_sheet(scenario, ten_people(3), Language::zh, half_wide);
    CHECK(says(sheet, "0:40 时仍有 3 人未离开"));
    CHECK_FALSE(says(sheet, "一层清空 0:30"));
}

TEST_CASE("a drill without people has a picture too") {
    Scenario scenario;
    scenario.plan = two_storeys();
    const render::Sheet sheet = render::curve_sheet(scenario, Outcome{}, Language::en, half_wide);
    CHECK(sheet.width > 0.0);
}
