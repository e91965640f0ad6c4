#pragma once

#include "tools/import/drawing.hpp"
#include "tools/import/report.hpp"

namespace evac {

/// Corners of one storey nearer to each other than this become one corner [m]: the error of
/// drawing programs and of rounding, well below any wall.
inline constexpr double snap_distance = 0.02;

/// Makes the units of every level fit together: outlines that cross themselves are cut into simple
/// ones, neighbours share their corners and edges, overlaps are cut out of the larger unit,
/// slivers go. Coordinates are rounded to millimetres. Each change that a person could notice is
/// a line in `report`.
void tidy(Drawing& drawing, ImportReport& report);

}  // namespace evac
