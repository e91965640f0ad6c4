#pragma once

#include "sim/geometry/segment.hpp"

#include <optional>
#include <vector>

namespace evac {

/// What keeps a disc away: a point (a == b) or a straight piece of an obstacle's edge.
struct Site {
    Vec2 a = Vec2::Zero();
    Vec2 b = Vec2::Zero();

    bool is_point() const { return a == b; }
    Segment line() const { return {a, b}; }
};

/// A piece of the curve on which two sites are equally far: a straight line or, between a point and
/// a segment, a parabola. Parameter 0 is `from`, 1 is `to`.
struct BisectorArc {
    Site first, second;
    Vec2 from = Vec2::Zero();
    Vec2 to = Vec2::Zero();
};

/// The point of the arc with parameter `t`.
Vec2 point_at(const BisectorArc& arc, double t);

/// The parameter of a point on the arc; beyond 0..1 for points past its ends.
double parameter_of(const BisectorArc& arc, const Vec2& p);

/// The part from `t0` to `t1`.
BisectorArc part_of(const BisectorArc& arc, double t0, double t1);

/// Parameters in 0..1 at which the arc crosses the line through `line` between its ends, ascending.
std::vector<double> crossings(const BisectorArc& arc, const Segment& line);

/// Radius of the disc about a point of the arc that touches both sites [m].
double clearance_at(const BisectorArc& arc, const Vec2& p);

/// Where the shortest line between the two sites crosses the arc, if it does so between its ends:
/// there a disc that moves along the arc has least room. Without such a place it has least room at
/// one of the ends.
std::optional<Vec2> saddle(const BisectorArc& arc);

}  // namespace evac
