#pragma once

#include "sim/passage/clear_width.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace evac {

/// A point on the grid of a unit: whole multiples of 0.1 mm from its middle.
using GridPoint = std::array<std::int32_t, 2>;

/// A straight piece of what bounds or obstructs the floor of a unit.
struct FloorLine {
    GridPoint a{}, b{};
    int gap = -1;      ///< the opening whose gap in the wall it is
    int fixture = -1;  ///< the fixture whose edge it is
    int leaf = -1;     ///< the opening whose leaf it is
};

/// The lines of one unit, cut where they meet: two of them share an end or nothing. Nothing is
/// taken away: what lies inside a fixture or beyond the wall is still there, out of reach.
struct FloorLines {
    Vec2 origin = Vec2::Zero();  ///< of the grid, in the plan's metres
    double spacing = 1e-4;       ///< of the grid [m]; wider only for units over 80 km
    std::vector<FloorLine> lines;
};

/// Walls (with the wall to the right of a line, the floor to its left), gaps of `openings`, edges of
/// the fixtures that stand there, and door leaves where they are asked for. The gap of an opening
/// is the part of the wall along its clear line, at most 0.06 m off it.
FloorLines floor_lines(const Plan& plan, const Obstructions& obstructions, int unit,
                       const std::vector<int>& openings);

}  // namespace evac
