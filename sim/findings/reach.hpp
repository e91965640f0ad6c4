#pragma once

#include "sim/findings/site.hpp"

#include <set>
#include <vector>

namespace evac {

/// Units that can be reached from `unit` through openings that are open, as found; itself among
/// them.
std::set<int> units_reached(const Site& site, int unit);

/// The openings that stand between a unit and the outside on the way out with the fewest of them:
/// closed ones, too narrow ones, one-way ones against it. Empty when the way is free or there is
/// none.
std::vector<int> closed_on_the_way(const Site& site, int unit);

}  // namespace evac
