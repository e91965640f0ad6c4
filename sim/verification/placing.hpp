#pragma once

#include "sim/plan/plan.hpp"

namespace evac {

/// How a plan is laid down before its cases are run: mirrored at the y axis first, then turned. An
/// answer that depends on it is an answer of the lattice, not of the building.
struct Placing {
    double turn = 0.0;  ///< counter-clockwise [deg]
    bool mirror = false;
};

/// A point or a polygon of the file, where it lies now.
Vec2 placed(const Vec2& point, const Placing& placing);
Polygon placed(const Polygon& polygon, const Placing& placing);

/// Lays down the whole plan.
void place(Plan& plan, const Placing& placing);

}  // namespace evac
