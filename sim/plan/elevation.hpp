#pragma once

#include <optional>
#include <vector>

#include "sim/plan/plan.hpp"

namespace evac {

/// Whether the floor of the unit has one height (all but flights and ramps).
bool has_flat_floor(const Unit& unit);

/// The height of an opening that states none: the floor beside it, the higher one where two floors
/// meet at a step; nothing where both sides are flights, ramps or the outside.
std::optional<double> sill_beside_floor(const Plan& plan, const Opening& opening);

/// Fills in every Unit::elevation and Opening::elevation that the file does not state (the vectors,
/// as Plan::units and Plan::openings, hold what it does state):
/// - a flat unit lies at the height of its level,
/// - an opening at that of the floor beside it; where there is none, at that of the higher of the
///   levels it touches,
/// - a flight or ramp starts at its lowest opening.
void fill_in_elevations(Plan& plan, const std::vector<std::optional<double>>& stated_units,
                        const std::vector<std::optional<double>>& stated_openings);

}  // namespace evac
