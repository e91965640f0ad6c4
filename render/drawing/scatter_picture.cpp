#include "render/drawing/scatter_picture.hpp"

#include "render/drawing/axis.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/theme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace evac::render {

namespace {

constexpr double page_width = 1600.0;  // [px]
constexpr double plot_height = 800.0;  // [px]
constexpr double axis_room = 130.0;    // left of the plot, for numbers and name [px]
constexpr double mark_radius = 9.0;    // [px]

/// Sets of points: the first in discs, the others in diamonds, so that they are told apart without
/// their colours, too.
constexpr std::array<Colour, 3> set_colours{rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73)};

Colour colour_of(std::size_t set) {
    return set_colours[set % set_colours.size()];
}

Ring mark_of(std::size_t set, const Vec2& centre) {
    constexpr double half = 1.2 * mark_radius;  // a diamond as large as the disc
    return set == 0 ? circle(centre, mark_radius)
                    : Ring{centre + Vec2(half, 0.0), centre + Vec2(0.0, half),
                           centre - Vec2(half, 0.0), centre - Vec2(0.0, half)};
}

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

/// From 0 to the tick beyond the last value.
Axis axis_of(const ScatterSubject& subject, int axis, const std::string& name) {
    double end = 0.0;
    std::vector<const std::vector<Vec2>*> lists{&subject.reference, &subject.low, &subject.high};
    for (const ScatterSubject::Points& set : subject.measured) {
        lists.push_back(&set.at);
    }
    for (const auto* list : lists) {
        for (const Vec2& p : *list) {
            end = std::isfinite(p[axis]) ? std::max(end, p[axis]) : end;
        }
    }
    end = end > 0.0 ? end : 1.0;
    constexpr int most_ticks = 8;
    const double tick = even_tick(end, most_ticks);
    return {tick * std::ceil(end / tick + 0.1), tick, name,
            [](double value) { return fmt::format("{:.6g}", value); }};
}

std::vector<Vec2> placed(const Frame& frame, const std::vector<Vec2>& points) {
    std::vector<Vec2> at;
    for (const Vec2& p : points) {
        if (std::isfinite(p.x()) && std::isfinite(p.y())) {
            // A mean less a scatter may lie below 0, where the axes begin.
            at.push_back(frame.at(p.cwiseMax(0.0)));
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
    if (subject.joined) {
        drawing.add(Line{reference, Pen{theme::ink, 0.0, 3.0, {12.0, 7.0}, false}, false});
    }
    // The first set last: it is what is judged.
    for (std::size_t set = subject.measured.size(); set-- > 0;) {
        const std::vector<Vec2> points = placed(frame, subject.measured[set].at);
        if (subject.joined) {
            drawing.add(Line{points, Pen{colour_of(set), 0.0, 4.0, {}, true}, false});
            continue;
        }
        for (const Vec2& p : points) {
            drawing.add(Area{
                {mark_of(set, p)}, colour_of(set), {}, Pen{theme::paper, 0.0, 2.0, {}, false}});
        }
    }
    if (subject.joined) {
        return drawing;
    }
    // Rings, not discs: where both agree, both are seen.
    for (const Vec2& p : reference) {
        drawing.add(Line{circle(p, mark_radius + 2.0), Pen{theme::ink, 0.0, 2.5, {}, false}, true});
    }
    return drawing;
}

std::vector<LegendItem> legend(const ScatterSubject& subject) {
    std::vector<LegendItem> items;
    const Vec2 middle = Vec2::Zero();
    const auto mark = [&](const Ring& ring, const Colour& fill, const Colour& edge) {
        Drawing swatch;
        swatch.add(Area{{ring}, fill, {}, Pen{edge, 0.0, 2.5, {}, false}});
        return swatch;
    };
    const auto line = [&](const Pen& pen) {
        Drawing swatch;
        swatch.add(Line{{Vec2(-26.0, 0.0), Vec2(26.0, 0.0)}, pen, false});
        return swatch;
    };
    for (std::size_t set = 0; set < subject.measured.size(); ++set) {
        items.push_back({subject.joined ? line(Pen{colour_of(set), 0.0, 4.0, {}, true})
                                        : mark(mark_of(set, middle), colour_of(set), theme::paper),
                         subject.measured[set].name});
    }
    if (!subject.reference.empty()) {
        items.push_back({subject.joined
                             ? line(Pen{theme::ink, 0.0, 3.0, {12.0, 7.0}, false})
                             : mark(circle(middle, mark_radius), theme::paper, theme::ink),
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
    const Axis across = axis_of(subject, 0, subject.x_name);
    const Axis upwards = axis_of(subject, 1, subject.y_name);
    frame.x_end = across.end;
    frame.y_end = upwards.end;
    const double left = theme::margin + axis_room;
    const double plot_top = theme::margin + top.height + 20.0;
    frame.box = {Vec2(left, plot_top),
                 Vec2(page_width - theme::margin - 20.0, plot_top + plot_height)};
    Drawing picture = axes_drawing(frame.box, across, upwards);
    picture.add(data(frame, subject));

    Sheet sheet;
    Block footer = legend_block(legend(subject), frame.box.size().x(), measure);
    const double footer_top = frame.box.high.y() + 116.0;
    sheet.width = page_width;
    sheet.height = std::round(footer_top + footer.height + 0.8 * theme::margin);
    const auto at = [](double x, double y) { return View{1.0, Vec2(x, y), false}; };
    sheet.panes.push_back({std::move(top.drawing), at(theme::margin, theme::margin), {}});
    sheet.panes.push_back({std::move(picture), at(0.0, 0.0), {}});
    sheet.panes.push_back({std::move(footer.drawing), at(left, footer_top), {}});
    return sheet;
}

}  // namespace evac::render
