#pragma once

#include "sim/plan/plan.hpp"

#include <nlohmann/json.hpp>

namespace evac::drawing {

/// A factory on one level: production hall, store, canteen, changing rooms, offices, four exits and
/// the yard around it.
Plan workshop_plan();

/// A fire drill of 240 workers with every way clear.
nlohmann::json workshop_drill();

/// The same drill and seed with goods in the east passage and the west exit locked, which nobody
/// knows before standing there.
nlohmann::json workshop_blocked_drill();

}  // namespace evac::drawing
