#pragma once

#include "sim/plan/plan.hpp"

#include <limits>
#include <vector>

namespace evac {

/// The narrowest place of a way: the largest disc that can be pushed along the whole way just fits
/// through here.
struct NarrowPlace {
    double width = std::numeric_limits<double>::infinity();  ///< [m]; 0: no way at all
    Segment across;  ///< from obstacle to obstacle, `width` long: the dimension line
    int unit = -1;   ///< in which it lies
    int opening = -1;  ///< the opening whose clear width it is, else -1
    // Indices into Plan::fixtures of what stands at the ends of `across`, -1 for a wall; or the
    // opening whose leaf stands there.
    int fixture_a = -1, fixture_b = -1;
    int leaf_a = -1, leaf_b = -1;
};

/// Widest ways inside one unit.
struct UnitWidths {
    /// Square matrix over the unit's openings (order of openings_by_unit), row = from: the widest
    /// way from the line of one to the line of the other. The clear widths of the two openings
    /// themselves do not count. Symmetric; the diagonal has infinite width.
    std::vector<NarrowPlace> between;
    /// Per opening: the widest way to it from the roomiest place of the unit.
    std::vector<NarrowPlace> from_inside;
};

/// Per unit of the plan; unwalkable units have empty lists.
struct ClearWidths {
    std::vector<UnitWidths> units;
};

/// Which things stand in the way while widths are measured.
struct Obstructions {
    std::vector<char> fixtures;  ///< per Plan::fixtures: != 0 if it stands there
    bool leaves = false;         ///< door leaves stand open at right angles in the unit they turn into
};

/// Measures the clear widths of all walkable units.
///
/// A unit's free floor is its polygon less what obstructs it; its medial axis (Voronoi diagram of
/// its edges, Boost.Polygon) is the graph of all ways that keep as far as they can from everything,
/// and the widest way is the maximum-bottleneck path in it. Exact but for the grid of 0.1 mm.
ClearWidths measure_clear_widths(const Plan& plan, const Obstructions& obstructions);

/// The same for one unit.
UnitWidths measure_clear_widths(const Plan& plan, const Obstructions& obstructions, int unit);

}  // namespace evac
