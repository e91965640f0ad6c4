#pragma once

#include "sim/geometry/segment.hpp"

#include <vector>

namespace evac {

/// Corners in order, the last joined to the first without being repeated.
using Ring = std::vector<Vec2>;

/// An area with holes. The outer ring turns counter-clockwise, holes clockwise, so that the area
/// always lies to the left of an edge.
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};

struct Box {
    Vec2 low = Vec2::Zero();
    Vec2 high = Vec2::Zero();

    Vec2 size() const { return high - low; }
    bool contains(const Vec2& p) const {
        return low.x() <= p.x() && p.x() <= high.x() && low.y() <= p.y() && p.y() <= high.y();
    }
};

/// Signed area of one ring [m2], positive when it turns counter-clockwise.
double signed_area(const Ring& ring);

/// Area of the polygon less its holes [m2].
double area(const Polygon& polygon);

/// Whether `p` lies inside or on the edge (even-odd rule over all rings).
bool contains(const Polygon& polygon, const Vec2& p);

/// Distance from `p` to the nearest edge of any ring [m], inside or outside.
double edge_distance(const Polygon& polygon, const Vec2& p);

Box bounding_box(const Polygon& polygon);

/// Centre of mass.
Vec2 centroid(const Polygon& polygon);

/// A point well inside, also for crescents and rings: where a label can stand.
Vec2 label_point(const Polygon& polygon);

/// Every edge of every ring, area to the left.
std::vector<Segment> edges(const Polygon& polygon);

/// Turns rings the way `Polygon` demands.
void orient(Polygon& polygon);

}  // namespace evac
