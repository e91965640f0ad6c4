#pragma once

#include "sim/plan/plan.hpp"

#include <string>
#include <vector>

namespace evac {

/// The floor of one level as one or more polygons, for programs that know no units: every unit
/// shrunk by 5 cm, so that the walls between units get a thickness, joined at the openings over
/// their clear width, less the fixtures present. `fixture_present` is per Plan::fixtures.
std::vector<Polygon> walkable_area(const Plan& plan, int level,
                                   const std::vector<char>& fixture_present);

/// As well-known text, to the millimetre: POLYGON if it is one, else GEOMETRYCOLLECTION.
std::string well_known_text(const std::vector<Polygon>& polygons);

}  // namespace evac
