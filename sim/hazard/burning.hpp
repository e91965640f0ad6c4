#pragma once

#include "sim/hazard/smoke_spread.hpp"

namespace evac {

/// What a fire does to its room at one moment.
struct Burning {
    int room = 0;
    double heat = 0.0;       ///< [kW]
    double convected = 0.0;  ///< of it into the smoke [kW]
    double fuel = 0.0;       ///< [kg/s]
    double entrained = 0.0;  ///< air into the plume [kg/s]
    Gas products;            ///< per second, without the heat
};

/// What `fire` burns at `time` [s] of what it would burn in the open: as much as the air that feeds
/// it allows.
Burning burn(const SmokeSpread& smoke, const Fire& fire, double time);

}  // namespace evac
