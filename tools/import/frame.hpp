#pragma once

#include "sim/geometry/polygon.hpp"

namespace evac {

/// A rectangle with a direction of its own: `along` from its near side to its far side, `across`
/// to the left of that. A stair is laid out in one.
struct Frame {
    Vec2 corner = Vec2::Zero();  ///< near and right
    Vec2 along{1.0, 0.0};        ///< unit vector
    double length = 0.0;         ///< along [m]
    double width = 0.0;          ///< across [m]

    Vec2 across() const { return left_of(along); }
    /// The point `s` metres along and `t` metres across, rounded to millimetres.
    Vec2 point(double s, double t) const;
    /// Coordinates (s, t) of a point.
    Vec2 local(const Vec2& p) const;
    /// The part between s0 and s1 along and t0 and t1 across.
    Polygon part(double s0, double s1, double t0, double t1) const;
    /// The line across at `s` from t0 to t1.
    Segment line(double s, double t0, double t1) const;
    /// The same rectangle seen from the next side, a quarter turn on.
    Frame turned() const;
};

/// The smallest rectangle around a polygon, its direction along one of the hull's edges.
Frame smallest_frame(const Polygon& polygon);

/// The smallest frame drawn in until it lies inside the polygon but for a hundredth of its area;
/// empty (length 0) when nothing of use remains.
Frame frame_inside(const Polygon& polygon);

}  // namespace evac
