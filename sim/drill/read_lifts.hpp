#pragma once

#include "sim/drill/defects.hpp"
#include "sim/drill/scenario.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace evac {

/// Reads `lifts` of a drill file (a list that may break the schema in parts, or null). Notes units
/// that are no lifts, two of one level, and cars that no door leads into.
std::vector<Lift> read_lifts(const nlohmann::json& lifts, const Plan& plan, Defects& defects);

}  // namespace evac
