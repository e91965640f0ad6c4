#include <catch2/catch.hpp>

#include "render/drawing/repeat_picture.hpp"
#include "tests/render/small_house.hpp"

using namespace evac;

namespace {

double half_wide(const std::string& words, const render::TextStyle& style) {
    return 0.5 * style.size * static_cast<double>(words.size());
}

std::vector<render::Text> texts_of(const render::Sheet& sheet) {
    std::vector<render::Text> texts;
    for (const render::Pane& pane : sheet.panes) {
        for (const render::Shape& shape : pane.drawing.shapes) {
            if (const auto* text = std::get_if<render::Text>(&shape)) {
                texts.push_back(*text);
            }
        }
    }
    return texts;
}

bool says(const render::Sheet& sheet, const std::string& words) {
    const auto all = texts_of(sheet);
    return std::any_of(all.begin(), all.end(),
                       [&](const render::Text& text) { return text.words == words; });
}

/// Ten people; the last is out at 100 s, 101 s, ... In the last run `left` stay inside.
Repetition runs_of_ten(int count, int left = 0) {
    Repetition repetition;
    for (int r = 0; r < count; ++r) {
        RepeatRun run;
        run.seed = 5 + static_cast<std::uint64_t>(r);
        run.placed = 10;
        const int out = r + 1 == count ? 10 - left : 10;
        for (int i = 1; i <= out; ++i) {
            run.exit_times.push_back(90.0 + i + r);
        }
        repetition.runs.push_back(run);
        add_run(repetition.convergence, repetition.runs);
    }
    return repetition;
}

render::Sheet sheet_of(const Repetition& repetition, Language language) {
    Scenario scenario;
    scenario.plan = test::small_house();
    return render::repeat_sheet(scenario, repetition, language, half_wide);
}

}  // namespace

TEST_CASE("the curve of many runs marks the mean and the 95th percentile of the last one out") {
    // 100 s to 140 s: the mean is 120 s, place 1 + 40 * 0.95 = 39 is 138 s
    const render::Sheet sheet = sheet_of(runs_of_ten(41), Language::en);
    CHECK(says(sheet, "last one out, mean 2:00"));
    CHECK(says(sheet, "in 95 % of runs by 2:18"));
    CHECK(says(sheet, "mean of 41 runs"));
    CHECK(says(sheet, "People still inside over time: 41 runs, seeds 5 to 45"));
    CHECK(says(sheet_of(runs_of_ten(41), Language::zh), "95 % 的运行不晚于 2:18"));
}

TEST_CASE("few runs have no 95th percentile, but a slowest") {
    const render::Sheet sheet = sheet_of(runs_of_ten(5), Language::en);
    CHECK(says(sheet, "slowest run 1:44"));
    CHECK_FALSE(says(sheet, "in 95 % of runs by 1:44"));
    CHECK(says(sheet_of(runs_of_ten(1), Language::en), "slowest run 1:40"));
}

TEST_CASE("the picture says in how many runs somebody stays inside") {
    const render::Sheet sheet = sheet_of(runs_of_ten(4, 3), Language::en);
    CHECK(says(sheet, "in 1 of 4 runs somebody stays inside"));
    // Nobody out at all, or nobody there: a picture all the same.
    CHECK(sheet_of(runs_of_ten(1, 10), Language::en).height > 0.0);
}

TEST_CASE("words of the marks stay on the page") {
    const render::Sheet sheet = sheet_of(runs_of_ten(41), Language::en);
    for (const render::Text& text : texts_of(sheet)) {
        if (text.align == render::Align::right) {
            CHECK(text.at.x() - half_wide(text.words, text.style) > 0.0);
        }
    }
}
