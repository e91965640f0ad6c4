#pragma once

#include "tools/import/drawing.hpp"
#include "tools/import/report.hpp"

#include <vector>

namespace evac {

/// Of openings with a unit on one side only, those at ground level, as exits; a door to the open
/// air higher up is a balcony's.
std::vector<Opening> doors_at_ground(const Plan& plan, const std::vector<Opening>& outward);

/// Where people could leave the building, for drawings that do not say so: first the
/// doors_at_ground() of `outward`, then outer edges of corridors, lobbies and stair
/// landings at ground level, one in the middle of a straight edge and well apart from each other.
/// An edge counts as outer when neither a unit nor the storey's outline nor a closed courtyard lies
/// behind it. Proposals have `exit` set; none is added to the plan.
std::vector<Opening> propose_exits(const Drawing& drawing, const Plan& plan,
                                   const std::vector<Opening>& outward);

/// Indices of the walkable units from which no chain of openings leads to an exit.
std::vector<int> units_cut_off(const Plan& plan);

}  // namespace evac
