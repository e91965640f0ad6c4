#include "render/drawing/curve_plot.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

namespace evac::render {

namespace {

constexpr double label_size = 22.0;  // [px]

}  // namespace

Drawing axes(const Plot& plot, Language language) {
    Drawing drawing;
    const Pen grid{theme::hairline, 0.0, 1.2, {}, false};
    const Pen axis{theme::ink, 0.0, 2.0, {}, false};
    const TextStyle style{label_size, theme::soft_ink, false, {}};
    const double dt = time_tick(plot.end, 14);
    for (double time = 0.0; time <= plot.end + 1e-9; time += dt) {
        const Vec2 foot = plot.at(time, 0.0);
        drawing.add(Line{{foot, plot.at(time, plot.people)}, grid, false});
        drawing.add(Line{{foot, foot + Vec2(0.0, 8.0)}, axis, false});
        drawing.add(Text{foot + Vec2(0.0, 28.0), clock_text(time), style, Align::centre, false});
    }
    const double dp = count_tick(plot.people, 8);
    for (double people = 0.0; people <= plot.people + 1e-9; people += dp) {
        const Vec2 left = plot.at(0.0, people);
        drawing.add(Line{{left, plot.at(plot.end, people)}, grid, false});
        drawing.add(
            Text{left - Vec2(14.0, 0.0), fmt::format("{:g}", people), style, Align::right, false});
    }
    drawing.add(
        Line{{plot.at(0.0, plot.people), plot.at(0.0, 0.0), plot.at(plot.end, 0.0)}, axis, false});
    const TextStyle name{label_size, theme::ink, false, {}};
    drawing.add(Text{Vec2(0.5 * (plot.box.low.x() + plot.box.high.x()), plot.box.high.y() + 72.0),
                     say(language, MessageId::picture_curve_time), name, Align::centre, false});
    drawing.add(Text{Vec2(theme::margin + 8.0, 0.5 * (plot.box.low.y() + plot.box.high.y())),
                     say(language, MessageId::picture_curve_people), name, Align::centre, true});
    return drawing;
}

std::vector<Vec2> curve_line(const Plot& plot, const std::vector<CurvePoint>& curve,
                             const std::function<int(const CurvePoint&)>& value) {
    std::size_t end = curve.size();
    while (end > 1 && value(curve[end - 1]) == 0 && value(curve[end - 2]) == 0) {
        --end;
    }
    constexpr double visible = 8.0;  // [px]
    const bool steps = curve.size() > 1 &&
                       plot.at(curve[1].time, 0.0).x() - plot.at(curve[0].time, 0.0).x() > visible;
    std::vector<Vec2> points;
    for (std::size_t i = 0; i < end; ++i) {
        const Vec2 here = plot.at(curve[i].time, value(curve[i]));
        if (steps && !points.empty()) {
            points.emplace_back(here.x(), points.back().y());
        }
        points.push_back(here);
    }
    return points;
}

}  // namespace evac::render
