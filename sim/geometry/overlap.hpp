#pragma once

#include "sim/geometry/polygon.hpp"

namespace evac {

/// What two polygons have in common.
struct Overlap {
    double area = 0.0;          ///< [m2]
    Vec2 place = Vec2::Zero();  ///< a point in the middle of its broadest part
};

/// Area common to two valid polygons, by cutting both into horizontal strips in which no two edges
/// cross. Boost.Geometry's intersection (1.74) is not used here: for neighbours that share part of
/// an oblique edge it can return a whole polygon where nothing overlaps. Strips have no such
/// special cases: rounding in an edge moves the area by that much and no more.
Overlap overlap(const Polygon& a, const Polygon& b);

}  // namespace evac
