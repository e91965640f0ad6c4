#pragma once

#include "render/drawing/shape.hpp"

#include <functional>

namespace evac::render {

/// Where on the page (pixels, y downwards) a point of a drawing lies. Seen from straight above, or,
/// with a `turn` and a `squash`, from aslant: parallel lines stay parallel (an axonometric view).
struct View {
    double scale = 1.0;          ///< pixels per metre
    Vec2 origin = Vec2::Zero();  ///< where the drawing's (0, 0) lies on the page [px]
    bool y_up = true;            ///< plans: y to the north; drawings of the page itself: downwards
    Vec2 turn = Vec2::UnitX();   ///< where the drawing's x axis points to, before `squash`
    double squash = 1.0;         ///< what is left of depths; 1: from above

    Vec2 to_page(const Vec2& p) const {
        const double x = turn.x() * p.x() - turn.y() * p.y();
        const double y = squash * (turn.y() * p.x() + turn.x() * p.y());
        return origin + Vec2(scale * x, (y_up ? -scale : scale) * y);
    }
    Vec2 to_drawing(const Vec2& pixel) const {
        const Vec2 d = (pixel - origin) / scale;
        const double y = (y_up ? -d.y() : d.y()) / squash;
        return {turn.x() * d.x() + turn.y() * y, turn.x() * y - turn.y() * d.x()};
    }
    /// A direction of the plan as it looks on the page: a unit vector, y upwards as marks have it.
    Vec2 direction(const Vec2& d) const {
        const Vec2 seen = to_page(d) - to_page(Vec2::Zero());
        return Vec2(seen.x(), -seen.y()).normalized();
    }
};

/// Width of a line of words in this style [px]. The surface knows; the drawing only asks.
using MeasureText = std::function<double(const std::string& words, const TextStyle& style)>;

/// A drawing at its place on the page, cut off outside `clip` [px].
struct Pane {
    Drawing drawing;
    View view;
    std::optional<Box> clip;
};

/// One page: panes painted in order on white.
struct Sheet {
    double width = 0.0;   ///< [px]
    double height = 0.0;  ///< [px]
    std::vector<Pane> panes;
};

}  // namespace evac::render
