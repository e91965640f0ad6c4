#include "render/drawing/curve_picture.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/curve_plot.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

constexpr double page_width = 2400.0;  // [px]
constexpr double plot_height = 950.0;  // [px]
constexpr double flag_row = 34.0;      // height of a row of flags [px]

/// Colours and dashes of the levels from below; both repeat, but not together.
struct LevelStyle {
    Colour colour;
    std::vector<double> dashes;
};

LevelStyle level_style(std::size_t level) {
    static constexpr std::array colours{rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xCC79A7),
                                        rgb(0xB57E00), rgb(0x332288), rgb(0x56B4E9)};
    static const std::vector<double> dashes[] = {
        {18.0, 8.0}, {4.0, 6.0}, {24.0, 7.0, 4.0, 7.0}, {10.0, 6.0}, {2.0, 9.0}};
    return {colours[level % std::size(colours)], dashes[level % std::size(dashes)]};
}

/// A moment worth a mark on the line of time.
struct Flag {
    double time = 0.0;
    std::string words;
    Colour colour;
};

/// Levels that anybody was on, the highest first, as they stand above each other; none where there
/// is only one, whose curve is that of the building.
std::vector<std::size_t> used_levels(const Outcome& outcome) {
    std::vector<std::size_t> levels;
    const std::size_t count = outcome.curve.empty() ? 0 : outcome.curve.front().by_level.size();
    for (std::size_t level = count; level-- > 0;) {
        for (const CurvePoint& point : outcome.curve) {
            if (point.by_level[level] > 0) {
                levels.push_back(level);
                break;
            }
        }
    }
    if (levels.size() < 2) {
        levels.clear();
    }
    return levels;
}

std::vector<Flag> flags(const Scenario& scenario, const Outcome& outcome, Language language) {
    std::vector<Flag> all;
    const auto add = [&](double time, MessageId id, const Colour& colour) {
        if (std::isfinite(time)) {
            all.push_back({time, say(language, id, clock_text(time)), colour});
        }
    };
    if (scenario.hold > 0.0) {
        add(scenario.alarm, MessageId::picture_curve_alarm, theme::shut_red);
        add(scenario.alarm + scenario.hold, MessageId::picture_curve_release, theme::ink);
    } else {
        add(scenario.alarm, MessageId::picture_curve_alarm_release, theme::shut_red);
    }
    double first = never;
    double last = -never;
    for (const PersonOutcome& person : outcome.people) {
        if (std::isfinite(person.exit_time) && person.exit_opening >= 0) {
            first = std::min(first, person.exit_time);
            last = std::max(last, person.exit_time);
        }
    }
    add(first, MessageId::picture_curve_first_out, theme::safety_green);
    for (const std::size_t level : used_levels(outcome)) {
        if (level < outcome.level_clear.size() && std::isfinite(outcome.level_clear[level])) {
            all.push_back({outcome.level_clear[level],
                           say(language, MessageId::picture_curve_level_clear,
                               level_name(scenario.plan, static_cast<int>(level), language),
                               clock_text(outcome.level_clear[level])),
                           level_style(level).colour});
        }
    }
    add(last, MessageId::picture_curve_last_out, theme::safety_green);
    std::stable_sort(all.begin(), all.end(),
                     [](const Flag& a, const Flag& b) { return a.time < b.time; });
    return all;
}

Drawing curves(const Plot& plot, const Outcome& outcome, const std::vector<std::size_t>& levels) {
    Drawing drawing;
    const auto total =
        curve_line(plot, outcome.curve, [](const CurvePoint& point) { return point.inside; });
    if (total.empty()) {
        return drawing;
    }
    std::vector<Vec2> below = total;
    below.emplace_back(total.back().x(), plot.box.high.y());
    below.emplace_back(total.front().x(), plot.box.high.y());
    drawing.add(Area{{below}, with_alpha(theme::ink, 0.05), {}, {}});
    for (const std::size_t level : levels) {
        const LevelStyle style = level_style(level);
        drawing.add(
            Line{curve_line(plot, outcome.curve,
                            [level](const CurvePoint& point) { return point.by_level[level]; }),
                 Pen{style.colour, 0.0, 3.5, style.dashes, false}, false});
    }
    drawing.add(Line{total, Pen{theme::ink, 0.0, 4.5, {}, true}, false});
    return drawing;
}

std::vector<LegendItem> legend(const Scenario& scenario, const std::vector<std::size_t>& levels,
                               Language language) {
    std::vector<LegendItem> items;
    const auto line = [](const Pen& pen) {
        Drawing swatch;
        swatch.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)}, pen, false});
        return swatch;
    };
    items.push_back({line(Pen{theme::ink, 0.0, 4.5, {}, false}),
                     say(language, MessageId::picture_curve_total)});
    for (const std::size_t level : levels) {
        const LevelStyle style = level_style(level);
        items.push_back({line(Pen{style.colour, 0.0, 3.5, style.dashes, false}),
                         level_name(scenario.plan, static_cast<int>(level), language)});
    }
    return items;
}

/// How many are left, written at the end of the curve, above all of it that lies there.
Drawing left_inside(const Plot& plot, const Outcome& outcome, Language language,
                    const MeasureText& measure) {
    Drawing drawing;
    if (outcome.curve.empty() || outcome.curve.back().inside == 0) {
        return drawing;
    }
    const CurvePoint& last = outcome.curve.back();
    const Vec2 end = plot.at(last.time, last.inside);
    drawing.add(
        Area{{circle(end, 9.0)}, theme::shut_red, {}, Pen{theme::paper, 0.0, 2.5, {}, false}});
    const std::string words =
        say(language, MessageId::picture_curve_left, last.inside, clock_text(last.time));
    const TextStyle style{26.0, theme::shut_red, true, theme::paper};
    const double from = end.x() - measure(words, style) - 30.0;
    double top = end.y();
    for (const CurvePoint& point : outcome.curve) {
        const Vec2 p = plot.at(point.time, point.inside);
        top = p.x() >= from ? std::min(top, p.y()) : top;
    }
    // Below a curve that stays high, there is always room.
    const bool above = top - plot.box.low.y() > 50.0;
    drawing.add(Text{Vec2(end.x(), above ? top - 30.0 : end.y() + 40.0), words, style, Align::right,
                     false});
    return drawing;
}

}  // namespace

Sheet curve_sheet(const Scenario& scenario, const Outcome& outcome, Language language,
                  const MeasureText& measure) {
    const std::vector<std::size_t> levels = used_levels(outcome);
    const std::vector<Flag> marks = flags(scenario, outcome, language);

    Plot plot;
    plot.end = std::max(1.0, outcome.curve.empty() ? outcome.simulated : outcome.curve.back().time);
    plot.people = std::max(1, outcome.placed);
    const double dp = count_tick(plot.people, 8);
    plot.people = dp * std::ceil(plot.people / dp - 1e-9);

    const TextStyle flag_style{20.0, theme::ink, false, {}};
    const double left = theme::margin + 120.0;
    double right = page_width - theme::margin - 40.0;
    std::vector<double> widths;
    for (const Flag& flag : marks) {
        widths.push_back(measure(flag.words, flag_style) + 7.0);
        // Every word begins at its mark: the axis ends early enough for the last to fit.
        if (flag.time > 0.0) {
            const double room = page_width - theme::margin - widths.back() - left;
            right = std::min(right, left + room * plot.end / flag.time);
        }
    }
    std::vector<double> places;
    for (const Flag& flag : marks) {
        places.push_back(left + flag.time / plot.end * (right - left));
    }
    const std::vector<int> row_of = flag_rows(places, widths);
    const int rows = row_of.empty() ? 0 : *std::max_element(row_of.begin(), row_of.end()) + 1;

    Block top =
        heading_block({scenario.name.in(language), say(language, MessageId::picture_curve_title)},
                      page_width - 2.0 * theme::margin, measure);
    const double plot_top = theme::margin + top.height + 40.0 + rows * flag_row + 10.0;
    plot.box = {Vec2(left, plot_top), Vec2(right, plot_top + plot_height)};

    Drawing picture = axes(plot, language);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double y = plot_top - 10.0 - (row_of[i] + 0.5) * flag_row;
        picture.add(Line{{Vec2(places[i], y - 0.4 * flag_row), Vec2(places[i], plot.box.high.y())},
                         Pen{with_alpha(marks[i].colour, 0.75), 0.0, 1.8, {}, false},
                         false});
        picture.add(Text{Vec2(places[i] + 7.0, y),
                         marks[i].words,
                         {flag_style.size, mix(marks[i].colour, theme::ink, 0.3), false, {}},
                         Align::left,
                         false});
    }
    picture.add(curves(plot, outcome, levels));
    picture.add(left_inside(plot, outcome, language, measure));

    Sheet sheet;
    Block footer = legend_block(legend(scenario, levels, language), right - left, measure);
    const double footer_top = plot.box.high.y() + 116.0;
    sheet.width = page_width;
    sheet.height = std::round(footer_top + footer.height + 0.8 * theme::margin);
    const auto at = [](double x, double y) { return View{1.0, Vec2(x, y), false}; };
    sheet.panes.push_back({std::move(top.drawing), at(theme::margin, theme::margin), {}});
    sheet.panes.push_back({std::move(picture), at(0.0, 0.0), {}});
    sheet.panes.push_back({std::move(footer.drawing), at(left, footer_top), {}});
    return sheet;
}

}  // namespace evac::render
