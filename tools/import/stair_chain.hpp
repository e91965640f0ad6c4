#pragma once

#include <optional>
#include <vector>

#include "sim/plan/plan.hpp"
#include "tools/import/flights.hpp"
#include "tools/import/report.hpp"

namespace evac {

/// A staircase as one level shows it.
struct StairPlace {
    int unit = 0;                      ///< the stair, or its first flight
    int around = outside;              ///< what surrounds the first flight, where drawn so
    std::optional<ReturnStair> shape;  ///< set when `around` is
    Polygon footprint;
    double elevation = 0.0;
    int level = 0;
};

/// The places of one staircase from the lowest to the highest; one place where a stair has no
/// partner above or below.
using StairChain = std::vector<StairPlace>;

/// All staircases of a plan whose stairs are still flat units: polygons that lie over one another
/// on several levels. Pairs that are a flight and its surroundings are recognised, also where the
/// opening between them was forgotten, which `report` tells.
std::vector<StairChain> find_stairs(const Plan& plan, ImportReport& report);

/// How a dog-leg stair fits into a chain of stair polygons.
struct StairLayout {
    DogLeg leg;
    std::vector<Polygon> floors;  ///< per place of the chain: what stays flat floor
    /// On the lowest level the floor goes on beside the first flight and under the landing, to a
    /// door behind: landing and second flight lie on a sheet of their own there.
    bool way_under = false;
};

/// The roomiest dog-leg stair that fits into all polygons of `chain` and leaves floor before each
/// of their doors, also of those to the open air (`outward`). Nothing when there is no room.
std::optional<StairLayout> lay_out_stair(const Plan& plan, const std::vector<Opening>& outward,
                                         const StairChain& chain, double half_rise);

}  // namespace evac
