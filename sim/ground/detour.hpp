#pragma once

#include "sim/ground/lattice.hpp"

#include <vector>

namespace evac {

/// Somebody on the floor of a unit, and how much longer than a free walker a metre takes there:
/// 0 for a free walker, 1 at half the speed.
struct Delay {
    Vec2 position = Vec2::Zero();
    double delay = 0.0;
};

/// How a crowd slows people down on the floor of one unit.
struct CrowdedFloor {
    std::vector<Node> nodes;    ///< of the unit's lattice
    std::vector<float> delays;  ///< per cell of `delay_cell` by `delay_cell`

    bool crowded() const { return !delays.empty(); }
};

inline constexpr double delay_cell = 0.4;  ///< a body's breadth, whatever the lattice [m]

/// Takes in what is seen now; `memory` is the share of what was seen before that stays.
void see_delays(CrowdedFloor& floor, const UnitGround& ground, const std::vector<Delay>& people,
                double memory);

/// The ways round the crowd to the target of one field, per node: distances of the eikonal equation
/// in which a metre costs 1 + delay (the quickest path of Kretz et al. 2011). Its descent leads
/// from crowded floor to floor that is not, so that a crowd uses the whole width of a bend.
std::vector<float> detour(const UnitGround& ground, const Plan& plan, const CrowdedFloor& floor,
                          const Field& field);

}  // namespace evac
