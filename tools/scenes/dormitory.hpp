#pragma once

#include "sim/plan/plan.hpp"

#include <nlohmann/json.hpp>

namespace evac::drawing {

/// A four-storey students' dormitory with two stairs, and a night in it on which an e-bike battery
/// burns at the foot of one of them.
Plan dormitory_plan();
nlohmann::json dormitory_ebike_drill();

}  // namespace evac::drawing
