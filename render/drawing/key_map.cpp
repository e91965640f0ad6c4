#include "render/drawing/key_map.hpp"

#include "render/drawing/level.hpp"
#include "render/drawing/severity.hpp"
#include "render/drawing/theme.hpp"

#include <algorithm>
#include <utility>

namespace evac::render {

Pane key_map(const Plan& plan, const LevelParts& parts, const Box& window, const Vec2& place,
             const Box& room) {
    Box extent = level_extent(plan, parts);
    extent.low = extent.low.cwiseMin(place);
    extent.high = extent.high.cwiseMax(place);
    const Vec2 size = extent.size().cwiseMax(Vec2(0.1, 0.1));
    const Vec2 space = room.size() - Vec2(8.0, 8.0);
    Pane pane;
    pane.clip = room;
    pane.view.scale = std::min(space.x() / size.x(), space.y() / size.y());
    const Vec2 centre = 0.5 * (extent.low + extent.high);
    const Vec2 left_middle(room.low.x() + 4.0 + 0.5 * pane.view.scale * size.x(),
                           room.low.y() + 4.0 + 0.5 * pane.view.scale * size.y());
    pane.view.origin = left_middle + pane.view.scale * Vec2(-centre.x(), centre.y());

    for (const int index : parts.units) {
        const Unit& unit = plan.units[static_cast<std::size_t>(index)];
        const bool open = unit.kind == UnitKind::outdoors;
        pane.drawing.add(Area{rings_of(unit.polygon), floor_colour(unit.kind), {},
                              Pen{open ? theme::hairline : theme::wall, 0.0, 1.2, {}, false}});
    }
    for (const int index : parts.buildings) {
        pane.drawing.add(Area{rings_of(plan.units[static_cast<std::size_t>(index)].polygon),
                              theme::building, {}, {}});
    }
    for (const int index : parts.openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        if (opening.exit) {
            pane.drawing.add(Line{{opening.line.a, opening.line.b},
                                  Pen{is_shut(parts, index) ? theme::shut_red : theme::safety_green,
                                      0.0, 6.0, {}, false},
                                  false});
        }
    }
    // What the window shows beyond the map is nothing.
    const Vec2 low = window.low.cwiseMax(extent.low);
    const Vec2 high = window.high.cwiseMin(extent.high);
    const Ring frame{low, {high.x(), low.y()}, high, {low.x(), high.y()}};
    pane.drawing.add(Area{{frame}, with_alpha(pointer_colour, 0.1), {},
                          Pen{pointer_colour, 0.0, 3.5, {}, false}});
    pane.drawing.add(Mark{place,
                          {Area{{circle(Vec2::Zero(), 7.0)}, pointer_colour, {},
                                Pen{theme::paper, 0.0, 2.5, {}, false}}}});
    return pane;
}

Ring clipped(const Ring& ring, const Box& box) {
    Ring result = ring;
    const auto cut = [&](int axis, double limit, bool keep_below) {
        const Ring input = std::exchange(result, {});
        for (std::size_t i = 0; i < input.size(); ++i) {
            const Vec2& from = input[i];
            const Vec2& to = input[(i + 1) % input.size()];
            const auto inside = [&](const Vec2& p) {
                return keep_below ? p[axis] <= limit : p[axis] >= limit;
            };
            if (inside(from)) {
                result.push_back(from);
            }
            if (inside(from) != inside(to)) {
                const double share = (limit - from[axis]) / (to[axis] - from[axis]);
                result.push_back(from + share * (to - from));
            }
        }
    };
    cut(0, box.low.x(), false);
    cut(0, box.high.x(), true);
    cut(1, box.low.y(), false);
    cut(1, box.high.y(), true);
    return result;
}

}  // namespace evac::render
