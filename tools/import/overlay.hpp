#pragma once

#include "sim/geometry/polygon.hpp"

#include <string>
#include <vector>

namespace evac {

/// Set operations on polygons in metres. Results are oriented as Polygon demands, largest piece
/// first, without pieces of no area.
std::vector<Polygon> difference(const Polygon& a, const Polygon& b);
std::vector<Polygon> intersection(const Polygon& a, const Polygon& b);
std::vector<Polygon> unite(const std::vector<Polygon>& polygons);

double overlap_area(const Polygon& a, const Polygon& b);

/// Whether no ring crosses or touches itself and holes lie inside.
bool is_simple(const Polygon& polygon);

/// A polygon whose outline crosses itself, cut at the crossings into simple ones, largest first;
/// holes are kept with the piece they lie in.
std::vector<Polygon> untangle(const Polygon& polygon);

Polygon convex_hull(const Polygon& polygon);

}  // namespace evac
