#include "render/drawing/dimension.hpp"

#include "render/drawing/labels.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/theme.hpp"
#include "sim/findings/quantity.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double extension = 22.0;  // to each side of the line's end [px]
constexpr double tick = 13.0;       // half of a tick's length in x and in y [px]

/// Extension line and tick at one end; plan and marks both have y upwards.
Mark end_mark(const Vec2& at, const Vec2& along) {
    const Vec2 across = left_of(along);
    const Vec2 slant = (along + across).normalized() * tick * std::sqrt(2.0);
    Mark mark{at, {}};
    for (const bool halo : {true, false}) {
        const Colour colour = halo ? theme::paper : pointer_colour;
        const double more = halo ? 4.0 : 0.0;
        mark.parts.push_back(Line{{Vec2(-extension * across), Vec2(extension * across)},
                                  Pen{colour, 0.0, 2.5 + more, {}, true},
                                  false});
        mark.parts.push_back(
            Line{{Vec2(-slant), slant}, Pen{colour, 0.0, 5.0 + more, {}, true}, false});
    }
    return mark;
}

}  // namespace

DimensionDrawing dimension_drawing(const Dimension& dimension, const View& view, const Box& room,
                                   const std::vector<Box>& taken, Language language,
                                   const MeasureText& measure) {
    const Segment& line = dimension.line;
    const double length = line.length();
    const Vec2 along = length > 1e-9 ? Vec2((line.b - line.a) / length) : Vec2(1.0, 0.0);
    const Vec2 across = left_of(along);

    DimensionDrawing result;
    result.drawing.add(
        Line{{line.a, line.b}, Pen{theme::paper, 0.0, 9.0, {}, false}, false});
    result.drawing.add(
        Line{{line.a, line.b}, Pen{pointer_colour, 0.0, 4.5, {}, false}, false});
    result.drawing.add(end_mark(line.a, along));
    result.drawing.add(end_mark(line.b, Vec2(-along)));

    const std::string words = quantity_text(dimension.width, "m", language);
    const TextStyle style{38.0, pointer_colour, true, theme::paper};
    const Vec2 size(measure(words, style) + 20.0, 50.0);
    // Far enough to the side that neither the line nor its extensions run through the words.
    const double reach = 0.5 * (std::abs(across.x()) * size.x() + std::abs(across.y()) * size.y()) +
                         extension + 4.0;
    const Vec2 middle = view.to_page(line.middle());
    const auto box_at = [&](const Vec2& offset) {
        const Vec2 centre = middle + Vec2(offset.x(), -offset.y());
        return Box{centre - 0.5 * size, centre + 0.5 * size};
    };
    Vec2 chosen = reach * across;
    for (const Vec2& offset : {Vec2(reach * across), Vec2(-reach * across)}) {
        const Box box = box_at(offset);
        if (room.contains(box.low) && room.contains(box.high) &&
            std::none_of(taken.begin(), taken.end(),
                         [&](const Box& other) { return overlap(box, other); })) {
            chosen = offset;
            break;
        }
    }
    Mark label{line.middle(), {}};
    label.parts.push_back(Area{{rounded_rectangle(chosen, size - Vec2(6.0, 4.0), 6.0)},
                               with_alpha(theme::paper, 0.9),
                               {},
                               {}});
    label.parts.push_back(Text{chosen, words, style, Align::centre, false});
    result.drawing.add(std::move(label));
    result.label = box_at(chosen);
    return result;
}

}  // namespace evac::render
