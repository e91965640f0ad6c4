#pragma once

#include "sim/plan/plan.hpp"
#include "sim/record/frame.hpp"

#include <vector>

namespace evac {

/// The highest density seen on one level, on a lattice over its walkable units.
struct DensityMap {
    Vec2 origin = Vec2::Zero(); ///< lower left corner of cell (0, 0)
    double cell = 0.5;          ///< side of a cell [m]
    int columns = 0;
    int rows = 0;
    std::vector<float> peak; ///< columns * rows [persons/m2], negative where nobody can walk
};

/// Empty maps for every level of the plan.
std::vector<DensityMap> density_maps(const Plan& plan);

/// Takes one moment into account. Units of one level only count their own level's people, so that
/// storeys never add up.
void add_frame(std::vector<DensityMap>& maps, const Plan& plan, const Frame& frame);

} // namespace evac
