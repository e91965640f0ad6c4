#include "render/drawing/curve_plot.hpp"

#include "render/drawing/axis.hpp"
#include "sim/text/message.hpp"

#include <fmt/format.h>

namespace evac::render {

Drawing axes(const Plot& plot, Language language) {
    const Axis time{plot.end, time_tick(plot.end, 14), say(language, MessageId::picture_curve_time),
                    clock_text};
    const Axis people{plot.people, count_tick(plot.people, 8),
                      say(language, MessageId::picture_curve_people),
                      [](double count) { return fmt::format("{:g}", count); }};
    return axes_drawing(plot.box, time, people);
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
