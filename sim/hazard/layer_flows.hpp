#pragma once

#include "sim/hazard/pressure_balance.hpp"

#include <vector>

namespace evac {

/// What flows out of one layer of a room through one opening.
struct LayerFlow {
    std::size_t opening = 0;
    int from = outside;
    int to = outside;
    bool from_upper = false;
    double volume = 0.0;  ///< [m3/s]
};

/// All flows at the pressures that were found.
std::vector<LayerFlow> layer_flows(const SmokeSpread& smoke, const SmokeWays& ways);

/// How long these flows may go on, at most `most` [s]: no room gives away more than a sixth of what
/// it holds.
double length_of_substep(const SmokeSpread& smoke, const std::vector<LayerFlow>& flows,
                         double most);

/// Carries what flows in `length` seconds into the layer of the other room where it belongs, by its
/// temperature, with the air that it draws along.
void carry(SmokeSpread& smoke, const std::vector<LayerFlow>& flows, double length);

}  // namespace evac
