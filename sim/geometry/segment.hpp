#pragma once

#include "sim/geometry/vec.hpp"

namespace evac {

struct Segment {
    Vec2 a = Vec2::Zero();
    Vec2 b = Vec2::Zero();

    double length() const { return (b - a).norm(); }
    Vec2 middle() const { return 0.5 * (a + b); }
};

/// The point of `s` nearest to `p`.
Vec2 closest_point(const Segment& s, const Vec2& p);

/// Distance from `p` to the nearest point of `s` [m].
double distance(const Segment& s, const Vec2& p);

/// Whether the two closed segments share a point.
bool intersects(const Segment& s, const Segment& t);

}  // namespace evac
