#include "render/film/strip.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/theme.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace evac::render {

namespace {

constexpr double label_size = 18.0;  // [px]

Drawing strip_axes(const Plot& plot) {
    Drawing drawing;
    const TextStyle style{label_size, theme::soft_ink, false, {}};
    const Pen grid{theme::hairline, 0.0, 1.2, {}, false};
    const double dt = time_tick(plot.end, static_cast<int>(plot.box.size().x() / 90.0));
    for (double time = 0.0; time <= plot.end + 1e-9; time += dt) {
        const Vec2 foot = plot.at(time, 0.0);
        drawing.add(Line{{foot, plot.at(time, plot.people)}, grid, false});
        drawing.add(Text{foot + Vec2(0.0, 16.0), clock_text(time), style, Align::centre, false});
    }
    for (const double people : {0.0, plot.people}) {
        drawing.add(Text{plot.at(0.0, people) - Vec2(10.0, 0.0), fmt::format("{:g}", people), style,
                         Align::right, false});
    }
    drawing.add(Line{{plot.at(0.0, plot.people), plot.at(0.0, 0.0), plot.at(plot.end, 0.0)},
                     Pen{theme::soft_ink, 0.0, 1.6, {}, false},
                     false});
    return drawing;
}

/// A sign of its own for each kind of moment, above the axes.
Mark moment_mark(const Vec2& at, Moment::Kind kind) {
    const Colour colour = moment_colour(kind);
    const Pen rim{theme::paper, 0.0, 1.2, {}, false};
    Ring ring;
    switch (kind) {
        case Moment::Kind::jam:
            ring = {{-7.0, 0.0}, {0.0, -7.0}, {7.0, 0.0}, {0.0, 7.0}};
            break;
        case Moment::Kind::closed:
        case Moment::Kind::thing:
            ring = {{-6.0, -6.0}, {6.0, -6.0}, {6.0, 6.0}, {-6.0, 6.0}};
            break;
        case Moment::Kind::alarm:
        case Moment::Kind::left_inside:
            ring = {{-7.0, 6.0}, {7.0, 6.0}, {0.0, -7.0}};
            break;
        default:
            ring = circle(Vec2::Zero(), 6.0);
            break;
    }
    return Mark{at, {Area{{ring}, colour, {}, rim}}};
}

}  // namespace

Colour moment_colour(Moment::Kind kind) {
    switch (kind) {
        case Moment::Kind::alarm:
        case Moment::Kind::closed:
        case Moment::Kind::left_inside:
            return theme::shut_red;
        case Moment::Kind::jam:
            return rgb(0xD55E00);
        case Moment::Kind::thing:
            return theme::goods;
        case Moment::Kind::level_clear:
        case Moment::Kind::half_out:
            return rgb(0x0072B2);
        case Moment::Kind::opened:
        case Moment::Kind::first_out:
        case Moment::Kind::all_out:
            return theme::safety_green;
        case Moment::Kind::finding:
            return rgb(0xB57E00);
    }
    return theme::soft_ink;
}

Strip strip_of(const std::vector<StripCurve>& curves, const std::vector<Moment>& moments,
               const Box& box, double end) {
    Strip strip;
    strip.plot.box = box;
    strip.plot.end = std::max(1.0, end);
    for (const StripCurve& curve : curves) {
        strip.plot.people = std::max(strip.plot.people, static_cast<double>(curve.people));
    }
    strip.drawing = strip_axes(strip.plot);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const auto line = curve_line(strip.plot, curves[i].log->curve,
                                     [](const CurvePoint& point) { return point.inside; });
        if (line.size() < 2) {
            continue;
        }
        const Colour colour = curves.size() > 1 && i == 0 ? rgb(0x0072B2)
                              : curves.size() > 1         ? rgb(0xD55E00)
                                                          : theme::ink;
        std::vector<Vec2> below = line;
        below.emplace_back(line.back().x(), box.high.y());
        below.emplace_back(line.front().x(), box.high.y());
        strip.drawing.add(Area{{below}, with_alpha(colour, 0.08), {}, {}});
        strip.drawing.add(Line{
            line,
            Pen{colour, 0.0, 3.4,
                curves[i].dashed ? std::vector<double>{14.0, 6.0} : std::vector<double>{}, false},
            false});
    }
    for (const Moment& moment : moments) {
        const Vec2 at(strip.plot.at(moment.time, 0.0).x(), box.low.y() - 12.0);
        strip.drawing.add(
            Line{{at, Vec2(at.x(), box.high.y())},
                 Pen{with_alpha(moment_colour(moment.kind), 0.45), 0.0, 1.4, {}, false},
                 false});
        strip.drawing.add(moment_mark(at, moment.kind));
    }
    return strip;
}

}  // namespace evac::render
