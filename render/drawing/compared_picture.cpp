#include "render/drawing/compared_picture.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/curve_plot.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double page_width = 2400.0;  // [px]
constexpr double plot_height = 950.0;  // [px]
constexpr double flag_row = 40.0;      // [px]

/// A full line and a dashed one: told apart without colour, too. Blue and vermilion of Okabe and
/// Ito, "Color Universal Design", 2008.
Pen pen_of(std::size_t drill) {
    return drill == 0 ? Pen{rgb(0x0072B2), 0.0, 5.0, {}, true}
                      : Pen{rgb(0xD55E00), 0.0, 5.0, {20.0, 9.0}, false};
}

Plot plot_of(const std::array<ComparedCurve, 2>& drills) {
    Plot plot;
    for (const ComparedCurve& drill : drills) {
        plot.people = std::max(plot.people, static_cast<double>(drill.people));
        plot.end = std::max(plot.end, drill.curve.empty() ? 1.0 : drill.curve.back().time);
    }
    const double tick = count_tick(plot.people, 8);
    plot.people = tick * std::ceil(plot.people / tick - 1e-9);
    return plot;
}

/// The difference of the two last ones out as a dimension line between their marks.
Drawing gap(const Plot& plot, double from, double to, double y, Language language,
            const MeasureText& measure) {
    const Pen pen{theme::ink, 0.0, 2.0, {}, false};
    const double left = plot.at(std::min(from, to), 0.0).x();
    const double right = plot.at(std::max(from, to), 0.0).x();
    Drawing drawing;
    drawing.add(Line{{Vec2(left, y), Vec2(right, y)}, pen, false});
    for (const double x : {left, right}) {
        drawing.add(Line{{Vec2(x, y - 9.0), Vec2(x, y + 9.0)}, pen, false});
    }
    const std::string words =
        say(language, MessageId::compare_gap, fmt::format("{:+.1f}", to - from));
    const TextStyle style{30.0, theme::ink, true, theme::paper};
    // Above the line if the words fit between the marks, else beside it on the free side.
    if (measure(words, style) + 20.0 < right - left) {
        drawing.add(Text{Vec2(0.5 * (left + right), y - 26.0), words, style, Align::centre, false});
    } else {
        drawing.add(Text{Vec2(left - 16.0, y), words, style, Align::right, false});
    }
    return drawing;
}

}  // namespace

Sheet compared_curves_sheet(const std::string& title, const std::array<ComparedCurve, 2>& drills,
                            Language language, const MeasureText& measure) {
    Plot plot = plot_of(drills);
    Block top = heading_block({title, say(language, MessageId::compare_curves)},
                              page_width - 2.0 * theme::margin, measure);
    const double plot_top = theme::margin + top.height + 40.0 + 2.0 * flag_row + 10.0;
    plot.box = {Vec2(theme::margin + 120.0, plot_top),
                Vec2(page_width - theme::margin - 60.0, plot_top + plot_height)};

    Drawing picture = axes(plot, language);
    std::vector<LegendItem> legend;
    for (std::size_t d = 0; d < drills.size(); ++d) {
        const ComparedCurve& drill = drills[d];
        const Pen pen = pen_of(d);
        const auto line =
            curve_line(plot, drill.curve, [](const CurvePoint& point) { return point.inside; });
        if (!line.empty()) {
            picture.add(Line{line, pen, false});
        }
        Drawing swatch;
        swatch.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)}, pen, false});
        legend.push_back({std::move(swatch), drill.name});
        if (drill.last_out) {
            const double x = plot.at(*drill.last_out, 0.0).x();
            const double y = plot_top - 10.0 - (static_cast<double>(d) + 0.5) * flag_row;
            const TextStyle style{24.0, mix(pen.colour, theme::ink, 0.3), true, theme::paper};
            const std::string words =
                say(language, MessageId::compare_last_out, d == 0 ? "A" : "B",
                    clock_text(*drill.last_out));
            const bool left = x + measure(words, style) + 16.0 > page_width - theme::margin;
            picture.add(Line{{Vec2(x, y - 0.4 * flag_row), Vec2(x, plot.box.high.y())},
                             Pen{pen.colour, 0.0, 2.0, {}, false}, false});
            picture.add(Text{Vec2(left ? x - 8.0 : x + 8.0, y), words, style,
                             left ? Align::right : Align::left, false});
        }
        const bool stays = !drill.curve.empty() && drill.curve.back().inside > 0;
        if (stays) {
            const CurvePoint& last = drill.curve.back();
            const Vec2 end = plot.at(last.time, last.inside);
            picture.add(Area{{circle(end, 9.0)}, theme::shut_red, {}, {}});
            picture.add(Text{end - Vec2(0.0, 30.0 + 34.0 * static_cast<double>(d)),
                             (d == 0 ? "A: " : "B: ") +
                                 say(language, MessageId::picture_curve_left, last.inside,
                                     clock_text(last.time)),
                             {24.0, theme::shut_red, true, theme::paper}, Align::right, false});
        }
    }
    if (drills[0].cleared && drills[1].cleared && drills[0].last_out && drills[1].last_out) {
        picture.add(gap(plot, *drills[0].last_out, *drills[1].last_out,
                        plot.box.high.y() - 0.35 * plot_height, language, measure));
    }

    Sheet sheet;
    Block footer = legend_block(legend, plot.box.size().x(), measure);
    const double footer_top = plot.box.high.y() + 116.0;
    sheet.width = page_width;
    sheet.height = std::round(footer_top + footer.height + 0.8 * theme::margin);
    const auto at = [](double x, double y) { return View{1.0, Vec2(x, y), false}; };
    sheet.panes.push_back({std::move(top.drawing), at(theme::margin, theme::margin), {}});
    sheet.panes.push_back({std::move(picture), at(0.0, 0.0), {}});
    sheet.panes.push_back({std::move(footer.drawing), at(plot.box.low.x(), footer_top), {}});
    return sheet;
}

Sheet side_by_side(Sheet left, Sheet right) {
    const Vec2 shift(left.width, 0.0);
    for (Pane& pane : right.panes) {
        pane.view.origin += shift;
        if (pane.clip) {
            pane.clip->low += shift;
            pane.clip->high += shift;
        }
        left.panes.push_back(std::move(pane));
    }
    left.width += right.width;
    left.height = std::max(left.height, right.height);
    return left;
}

}  // namespace evac::render
