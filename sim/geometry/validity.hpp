#pragma once

#include "sim/geometry/polygon.hpp"

namespace evac {

/// What makes a polygon no area to walk on.
enum class PolygonDefect {
    none,
    not_finite,      ///< a coordinate is not a number
    too_few_points,  ///< fewer than three different corners in a ring
    no_area,         ///< all corners on one line, or a spike without width
    crosses_itself,  ///< edges cross or lie on one another
    hole_outside,    ///< a hole lies outside the outer ring
    holes_overlap,   ///< one hole reaches into another
    falls_apart      ///< holes cut the area into pieces
};

struct PolygonValidity {
    PolygonDefect defect = PolygonDefect::none;
    Vec2 place = Vec2::Zero();  ///< near which it is
};

/// The first defect of the polygon, by the rules of OGC Simple Features.
PolygonValidity validity(const Polygon& polygon);

}  // namespace evac
