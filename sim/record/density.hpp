#pragma once

#include "sim/plan/plan.hpp"
#include "sim/record/frame.hpp"

#include <cstdint>
#include <vector>

namespace evac {

/// How far people count for the density of a place [m]. Wide enough that one person alone stays in
/// level of service A, narrow enough to see the jam before a door.
inline constexpr double density_reach = 1.5;

/// Crowded: congestion by IMO MSC.1/Circ.1533 [persons/m2].
inline constexpr double crowded_density = 3.5;
/// Dense: congestion by RiMEA, where pushing begins [persons/m2].
inline constexpr double dense_density = 4.0;

/// The highest density seen on one level, on a lattice over its walkable units.
///
/// The density at the middle of a cell is a kernel estimate: people of the same unit within
/// `density_reach` count with the weight 1 - (r / reach)^2 (Epanechnikov), divided by the integral
/// of that weight over the floor of the unit. So walls take away nothing, and neither storeys nor
/// the two sides of a wall add up. One person alone is no crowd: it takes two to count.
/// Fixtures count as floor.
struct DensityMap {
    Vec2 origin = Vec2::Zero();  ///< lower left corner of cell (0, 0)
    double cell = 0.5;           ///< side of a cell [m]
    int columns = 0;
    int rows = 0;
    std::vector<float> peak;  ///< columns * rows [persons/m2], negative where nobody can walk
    std::vector<float> crowded;      ///< per cell: time above crowded_density [s]
    std::vector<float> dense;        ///< per cell: time above dense_density [s]
    std::vector<std::int16_t> unit;  ///< per cell: the unit it lies in, -1 where nobody can walk
    std::vector<float> floor;        ///< per cell: integral of the weight over its unit [m2]
};

/// Empty maps for every level of the plan.
std::vector<DensityMap> density_maps(const Plan& plan);

/// Takes one moment into account that stands for `duration` seconds; once a second is enough.
void add_frame(std::vector<DensityMap>& maps, const Plan& plan, const Frame& frame,
               double duration = 1.0);

/// The middle of a cell.
Vec2 cell_middle(const DensityMap& map, std::size_t cell);

/// The highest density at a point of a level seen so far [persons/m2], negative where nobody can
/// walk.
float peak_density_at(const DensityMap& map, const Vec2& position);

}  // namespace evac
