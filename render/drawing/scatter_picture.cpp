#include "render/drawing/scatter_picture.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double page_width = 1600.0;  // [px]
constexpr double plot_height = 800.0;  // [px]
constexpr double axis_room = 130.0;    // left of the plot, for numbers and name [px]
constexpr double mark_radius = 9.0;    // [px]
constexpr Colour measured_blue = rgb(0x0072B2);

/// The plot's own frame: both axes begin at 0.
struct Frame {
    Box box;
    double x_end = 1.0;
    double y_end = 1.0;

    Vec2 at(const Vec2& p) const {
        return {box.low.x() + p.x() / x_end * box.size().x(),
                box.high.y() - p.y() / y_end * box.size().y()};
    }
};

/// 1, 2 or 5 times a power of ten, below 1 too.
double tick(double span, int most) {
    const double least = span / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (step * power >= least) {
            return step * power;
        }
    }
    return 10.0 * power;
}

double end_of(const ScatterSubject& subject, int axis) {
    double end = 0.0;
    for (const auto* list : {&subject.points, &subject.reference, &subject.low, &subject.high}) {
        for (const Vec2& p : *list) {
            end = std::isfinite(p[axis]) ? std::max(end, p[axis]) : end;
        }
    }
    end = end > 0.0 ? end : 1.0;
    const double step = tick(end, 8);
    return step * std::ceil(end / step + 0.1);
}

Drawing axes_of(const Frame& frame, const ScatterSubject& subject) {
    Drawing drawing;
    const Pen grid{with_alpha(theme::ink, 0.12), 0.0, 1.0, {}, false};
    const TextStyle numbers{20.0, theme::ink, false, {}};
    const double dx = tick(frame.x_end, 8);
    const double dy = tick(frame.y_end, 8);
    for (int i = 0; i * dx <= frame.x_end * (1.0 + 1e-9); ++i) {
        const Vec2 foot = frame.at({i * dx, 0.0});
        drawing.add(Line{{foot, Vec2(foot.x(), frame.box.low.y())}, grid, false});
        drawing.add(Text{foot + Vec2(0.0, 24.0), fmt::format("{:.6g}", i * dx), numbers,
                         Align::centre, false});
    }
    for (int i = 0; i * dy <= frame.y_end * (1.0 + 1e-9); ++i) {
        const Vec2 foot = frame.at({0.0, i * dy});
        drawing.add(Line{{foot, Vec2(frame.box.high.x(), foot.y())}, grid, false});
        drawing.add(Text{foot - Vec2(12.0, 0.0), fmt::format("{:.6g}", i * dy), numbers,
                         Align::right, false});
    }
    const TextStyle names{22.0, theme::ink, true, {}};
    drawing.add(
        Text{Vec2(0.5 * (frame.box.low.x() + frame.box.high.x()), frame.box.high.y() + 64.0),
             subject.x_name, names, Align::centre, false});
    drawing.add(Text{
        Vec2(frame.box.low.x() - axis_room + 24.0, 0.5 * (frame.box.low.y() + frame.box.high.y())),
        subject.y_name, names, Align::centre, true});
    return drawing;
}

std::vector<Vec2> placed(const Frame& frame, const std::vector<Vec2>& points) {
    std::vector<Vec2> at;
    for (const Vec2& p : points) {
        if (std::isfinite(p.x()) && std::isfinite(p.y())) {
            at.push_back(frame.at(p));
        }
    }
    return at;
}

Drawing data(const Frame& frame, const ScatterSubject& subject) {
    Drawing drawing;
    std::vector<Vec2> band = placed(frame, subject.low);
    const std::vector<Vec2> upper = placed(frame, subject.high);
    band.insert(band.end(), upper.rbegin(), upper.rend());
    if (band.size() > 2) {
        drawing.add(Area{{band}, with_alpha(theme::ink, 0.13), {}, {}});
    }
    const std::vector<Vec2> reference = placed(frame, subject.reference);
    const std::vector<Vec2> points = placed(frame, subject.points);
    if (subject.joined) {
        drawing.add(Line{reference, Pen{theme::ink, 0.0, 3.0, {12.0, 7.0}, false}, false});
        drawing.add(Line{points, Pen{measured_blue, 0.0, 4.0, {}, true}, false});
        return drawing;
    }
    for (const Vec2& p : reference) {
        drawing.add(
            Area{{circle(p, mark_radius)}, theme::paper, {}, Pen{theme::ink, 0.0, 2.5, {}, false}});
    }
    for (const Vec2& p : points) {
        drawing.add(Area{
            {circle(p, mark_radius)}, measured_blue, {}, Pen{theme::paper, 0.0, 2.0, {}, false}});
    }
    return drawing;
}

std::vector<LegendItem> legend(const ScatterSubject& subject) {
    std::vector<LegendItem> items;
    const Vec2 middle = Vec2::Zero();
    const auto disc = [&](const Colour& fill, const Colour& edge) {
        Drawing swatch;
        swatch.add(Area{{circle(middle, mark_radius)}, fill, {}, Pen{edge, 0.0, 2.5, {}, false}});
        return swatch;
    };
    const auto line = [&](const Pen& pen) {
        Drawing swatch;
        swatch.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)}, pen, false});
        return swatch;
    };
    items.push_back({subject.joined ? line(Pen{measured_blue, 0.0, 4.0, {}, true})
                                    : disc(measured_blue, theme::paper),
                     subject.points_name});
    if (!subject.reference.empty()) {
        items.push_back({subject.joined ? line(Pen{theme::ink, 0.0, 3.0, {12.0, 7.0}, false})
                                        : disc(theme::paper, theme::ink),
                         subject.reference_name});
    }
    if (!subject.low.empty()) {
        Drawing swatch;
        swatch.add(Area{{rounded_rectangle(middle, Vec2(44.0, 22.0), 2.0)},
                        with_alpha(theme::ink, 0.13),
                        {},
                        {}});
        items.push_back({std::move(swatch), subject.band_name});
    }
    return items;
}

}  // namespace

Sheet scatter_sheet(const ScatterSubject& subject, const MeasureText& measure) {
    Block top = heading_block({subject.title, ""}, page_width - 2.0 * theme::margin, measure);
    Frame frame;
    frame.x_end = end_of(subject, 0);
    frame.y_end = end_of(subject, 1);
    const double left = theme::margin + axis_room;
    const double plot_top = theme::margin + top.height + 20.0;
    frame.box = {Vec2(left, plot_top),
                 Vec2(page_width - theme::margin - 20.0, plot_top + plot_height)};
    Drawing picture = axes_of(frame, subject);
    picture.add(data(frame, subject));

    Sheet sheet;
    Block footer = legend_block(legend(subject), frame.box.size().x(), measure);
    const double footer_top = frame.box.high.y() + 110.0;
    sheet.width = page_width;
    sheet.height = std::round(footer_top + footer.height + 0.8 * theme::margin);
    const auto at = [](double x, double y) { return View{1.0, Vec2(x, y), false}; };
    sheet.panes.push_back({std::move(top.drawing), at(theme::margin, theme::margin), {}});
    sheet.panes.push_back({std::move(picture), at(0.0, 0.0), {}});
    sheet.panes.push_back({std::move(footer.drawing), at(left, footer_top), {}});
    return sheet;
}

}  // namespace evac::render
