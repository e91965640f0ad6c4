#pragma once

#include "sim/plan/plan.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace evac {

/// Openings as the people on the ground meet them.
struct Doors {
    std::vector<char> open;  ///< per Plan::openings: whether a body can pass now

    // What never changes, for quick looks.
    std::vector<Segment> line;  ///< clear line
    std::vector<std::array<int, 2>> units;
    std::vector<Vec2> across;  ///< unit vector through the line, from units[0] to units[1]
    /// Both units lie on the same side of the line, one above the other: the turn of a stair that
    /// was only drawn as stacked polygons. People change over when they are near the line.
    std::vector<char> turn;
    /// One can stand on both sides and nobody minds who goes which way: whoever is in the way of
    /// others steps into the doorway, or back through it.
    std::vector<char> gives_room;
    std::vector<std::vector<int>> of_unit;  ///< openings of every unit

    std::size_t count() const { return open.size(); }
};

/// How near the line of a turn people change over [m].
inline constexpr double turn_reach = 0.3;

/// All doors of the plan, closed where the plan says locked.
Doors make_doors(const Plan& plan);

/// Whether somebody at `a` in `unit_a` and somebody at `b` in `unit_b` are not divided by a wall:
/// in one unit always, in two if the straight line between them goes through an open door or one of
/// them stands in it, or through two with a unit between them.
bool in_sight(const Doors& doors, int unit_a, const Vec2& a, int unit_b, const Vec2& b);

}  // namespace evac
