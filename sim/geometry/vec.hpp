#pragma once

#include <Eigen/Core>

namespace evac {

/// A point or a displacement in the plan's own metres, x to the east, y to the north.
using Vec2 = Eigen::Vector2d;

/// z component of the cross product; positive when `b` lies to the left of `a`.
inline double cross(const Vec2& a, const Vec2& b) {
    return a.x() * b.y() - a.y() * b.x();
}

/// `a` turned by +90 degrees.
inline Vec2 left_of(const Vec2& a) {
    return {-a.y(), a.x()};
}

}  // namespace evac
