#pragma once

#include "render/drawing/view.hpp"
#include "sim/drill/outcome.hpp"
#include "sim/text/language.hpp"

#include <functional>
#include <vector>

namespace evac::render {

/// The part of the page that the axes of an evacuation curve span: time to the right, people
/// upwards.
struct Plot {
    Box box;  ///< [px], y downwards
    double end = 1.0;     ///< at the right end [s]
    double people = 1.0;  ///< at the upper end

    Vec2 at(double time, double inside) const {
        return {box.low.x() + time / end * box.size().x(),
                box.high.y() - inside / people * box.size().y()};
    }
};

/// Axes with ticks, grid and names.
Drawing axes(const Plot& plot, Language language);

/// The curve of `value` up to its last change. Where the seconds stand far enough apart to be seen,
/// the count holds from one to the next: steps, not slopes.
std::vector<Vec2> curve_line(const Plot& plot, const std::vector<CurvePoint>& curve,
                             const std::function<int(const CurvePoint&)>& value);

}  // namespace evac::render
