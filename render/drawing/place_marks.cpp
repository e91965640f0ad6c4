#include "render/drawing/place_marks.hpp"

#include "render/drawing/level.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/shape.hpp"
#include "render/drawing/theme.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace evac::render {

namespace {

/// The first free place around a point on the page, nearest first [px, y upwards].
Vec2 free_offset(const Vec2& at, const Vec2& size, const std::vector<Box>& taken, Box& box) {
    for (const double distance : {46.0, 72.0, 104.0, 140.0}) {
        for (int turn = 0; turn < 12; ++turn) {
            const double angle = (60.0 + 30.0 * turn) * std::numbers::pi / 180.0;
            const Vec2 offset = distance * Vec2(std::cos(angle), std::sin(angle));
            const Vec2 middle = at + Vec2(offset.x(), -offset.y());
            box = {middle - 0.5 * size, middle + 0.5 * size};
            const bool hit = std::any_of(taken.begin(), taken.end(), [&](const Box& other) {
                return box.low.x() < other.high.x() && other.low.x() < box.high.x() &&
                       box.low.y() < other.high.y() && other.low.y() < box.high.y();
            });
            if (!hit) {
                return offset;
            }
        }
    }
    return {0.0, 46.0};
}

/// Words on a white plate with a leader to the place.
Mark plate(const Vec2& at, const Vec2& offset, const Vec2& size, const std::string& words,
           const TextStyle& style) {
    Mark mark{at, {}};
    mark.parts.push_back(Line{{Vec2::Zero(), offset}, Pen{theme::ink, 0.0, 2.5, {}, true}, false});
    mark.parts.push_back(Area{{rounded_rectangle(offset, size, 6.0)},
                              theme::paper,
                              {},
                              Pen{pointer_colour, 0.0, 2.5, {}, false}});
    mark.parts.push_back(Text{offset, words, style, Align::centre, false});
    return mark;
}

}  // namespace

PlaceMarks draw_place_marks(const Plan& plan, const std::vector<PlaceMark>& marks, const View& view,
                            const MeasureText& measure, std::vector<Box>& taken) {
    PlaceMarks drawn;
    const TextStyle style{24.0, pointer_colour, true, {}};
    for (const PlaceMark& mark : marks) {
        const Vec2 at = view.to_page(mark.place);
        taken.push_back({at - Vec2(8.0, 8.0), at + Vec2(8.0, 8.0)});
    }
    for (const PlaceMark& mark : marks) {
        if (const int index = find_opening(plan, mark.element); index >= 0) {
            const Segment& line = plan.openings[static_cast<std::size_t>(index)].line;
            drawn.bars.add(Line{
                {line.a, line.b}, Pen{pointer_colour, wall_width + 0.1, 9.0, {}, true}, false});
        }
        const Vec2 size = mark.pinned ? Vec2(2.6 * pin_radius, 2.6 * pin_radius)
                                      : Vec2(measure(mark.words, style) + 24.0, 38.0);
        Box box;
        const Vec2 offset = free_offset(view.to_page(mark.place), size, taken, box);
        taken.push_back(box);
        drawn.middles.push_back(view.to_page(mark.place) + Vec2(offset.x(), -offset.y()));
        drawn.pins.add(mark.pinned ? severity_pin(mark.place, offset, mark.words, mark.severity)
                                   : plate(mark.place, offset, size, mark.words, style));
    }
    return drawn;
}

}  // namespace evac::render
