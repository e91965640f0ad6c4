#pragma once

#include "sim/plan/plan.hpp"
#include "tools/import/report.hpp"

#include <vector>

namespace evac {

/// Joins storeys where stairs are only drawn one above the other. Stair polygons that overlap on
/// two levels are taken for one staircase. Each storey of it becomes two flights with a mid landing
/// half-way; storeys that are not drawn in between get landings on a level of their own. A stair
/// drawn as one polygon becomes a dog-leg stair whose near part, where its doors are, stays floor;
/// one drawn as a flight and its surroundings keeps the flights as drawn. Stairs that stand alone,
/// have no room for flights or whose doors leave none stay flat floor and are told in `report`.
/// `outward` are openings to the open air (see place_openings): they must stay reachable too.
void join_stairs(Plan& plan, std::vector<Opening>& outward, double storey_height,
                 ImportReport& report);

}  // namespace evac
