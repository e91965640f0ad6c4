#pragma once

#include "sim/passage/medial_axis.hpp"

#include <vector>

namespace evac {

/// What a site of the medial axis belongs to. A wall has none of them; neither has a corner at
/// which a wall ends.
struct SiteOwner {
    int gap = -1;      ///< opening; of a point: when all that ends there is gap of one opening
    int fixture = -1;  ///< index into Plan::fixtures
    int leaf = -1;     ///< opening

    bool is_wall() const { return fixture < 0 && leaf < 0; }
};

/// The floor of one unit with its medial axis, and what of it can be walked on.
struct UnitFloor {
    /// Behind the wall, on the free floor, or inside a fixture.
    enum class Ground : char { behind_wall, free, fixture };

    Vec2 origin = Vec2::Zero();     ///< of the axis' metres, in the plan's metres
    double spacing = 1e-4;          ///< of the grid [m]
    MedialAxis axis;                ///< with all gaps closed
    std::vector<SiteOwner> owners;  ///< per site of the axis
    std::vector<Ground> ground;     ///< per edge of the axis
    std::vector<int> inside;        ///< per edge: the fixture it lies in, else -1
};

/// Less than this is no gap but rounding [m].
inline constexpr double least_clearance = 5e-4;

UnitFloor unit_floor(const Plan& plan, const Obstructions& obstructions, int unit,
                     const std::vector<int>& openings);

}  // namespace evac
