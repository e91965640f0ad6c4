#pragma once

#include "sim/crowd/free_floor.hpp"
#include "sim/plan/plan.hpp"

#include <span>
#include <vector>

namespace evac {

/// The floor of one unit of a plan with the fixtures in `present` (as Plan::fixtures); its openings
/// are the doors. `smallest` and `largest` bound the radii of those who will stand there [m].
FreeFloor free_floor(const Plan& plan, const std::vector<char>& present, int unit, double smallest,
                     double largest);

struct UnitPlacement {
    std::vector<Vec2> places;  ///< one per radius, empty if not all fit
    int fits = 0;              ///< how many of them do, from the first on
};

/// Places bodies of these radii in one unit: centres at least the sum of two radii apart, bodies
/// clear of walls and fixtures, and `door_margin` off the doors if there is room. A pure function
/// of its arguments.
UnitPlacement place_in_unit(const Plan& plan, const std::vector<char>& present, int unit,
                            std::span<const double> radii, std::uint64_t seed);

}  // namespace evac
