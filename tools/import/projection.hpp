#pragma once

#include "tools/import/drawing.hpp"

namespace evac {

/// Turns a drawing from longitude and latitude into local metres: the tangent plane of the WGS84
/// ellipsoid at the building's corner (true to 1 cm over 500 m), turned so that most walls run
/// along the axes and the longer side along x, with the building in the positive quadrant. Throws
/// InputError naming units that lie kilometres from all the others.
void project(Drawing& drawing);

}  // namespace evac
