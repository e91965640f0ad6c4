#pragma once

#include "render/drawing/shape.hpp"

#include <functional>

namespace evac::render {

/// Where on the page (pixels, y downwards) a point of a drawing lies.
struct View {
    double scale = 1.0;          ///< pixels per metre
    Vec2 origin = Vec2::Zero();  ///< where the drawing's (0, 0) lies on the page [px]
    bool y_up = true;            ///< plans: y to the north; drawings of the page itself: downwards

    Vec2 to_page(const Vec2& p) const {
        return origin + Vec2(scale * p.x(), (y_up ? -scale : scale) * p.y());
    }
    Vec2 to_drawing(const Vec2& pixel) const {
        const Vec2 d = (pixel - origin) / scale;
        return {d.x(), y_up ? -d.y() : d.y()};
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
