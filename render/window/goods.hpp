#pragma once

#include "sim/geometry/polygon.hpp"

namespace evac::render {

/// What `Put goods into a corridor` puts there: a pallet as the shipped workshop has them [m].
inline const Vec2 pallet{1.2, 1.0};

/// A rectangle along the axes of the plan [m].
inline Polygon rectangle(const Vec2& middle, const Vec2& size) {
    const Vec2 h = 0.5 * size;
    return {{middle - h, middle + Vec2(h.x(), -h.y()), middle + h, middle + Vec2(-h.x(), h.y())},
            {}};
}

}  // namespace evac::render
