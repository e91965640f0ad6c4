#pragma once

#include "sim/hazard/opening_flow.hpp"
#include "sim/hazard/smoke_spread.hpp"

#include <array>
#include <vector>

namespace evac {

/// The openings of a building while its doors stand as they do.
struct SmokeWays {
    std::vector<double> widths;                     ///< per opening, times discharge [m]
    std::vector<std::array<int, 2>> edges;          ///< per opening, the rooms on its sides
    std::vector<std::array<OpeningSide, 2>> sides;  ///< what each sees of them
};

/// Finds the pressures at which every room gets rid of what it has too much, `growth` per room
/// [m3/s], through its openings: smoke.pressures, from those of the moment before, and ways.sides.
void balance_pressures(SmokeSpread& smoke, const std::vector<double>& growth, SmokeWays& ways);

}  // namespace evac
