#pragma once

#include "sim/ground/ground.hpp"
#include "sim/ground/lattice.hpp"

#include <vector>

namespace evac {

/// Nearer to a wall nobody walks [m].
inline constexpr double nearest_walk = 0.071;

/// Walking speed at this clearance d from the nearest wall, 1 where it is free: 1 - 0.8 u^2 with
/// u = (0.25 m - d) / (0.25 m - 0.071 m). Flat at 0.25 m, so that the pull to the middle of a
/// narrow passage grows with the distance from it.
double ease(double clearance);

/// A node whose distance to the target is known.
struct Seed {
    std::int32_t node = 0;
    float distance = 0.0F;  ///< [m]; may be negative
};

/// Distances of all nodes from the seeds by fast marching (Sethian 1996), second-order upwind over
/// the four neighbours; `unreachable` where no way leads. Equal distances are taken in the order of
/// nodes, so that the result does not depend on the heap. `delay`, one per node or empty, is what a
/// metre costs more than a metre.
std::vector<float> march(const UnitGround& ground, const std::vector<Node>& nodes,
                         const std::vector<Seed>& seeds, const std::vector<float>& delay = {});

}  // namespace evac
