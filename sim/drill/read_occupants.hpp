#pragma once

#include "sim/drill/defects.hpp"
#include "sim/drill/scenario.hpp"

#include <nlohmann/json_fwd.hpp>

namespace evac {

/// Reads one entry of the `people` of group `group`, an entry that keeps to the schema: how many of
/// which profile in each of the units that all its selectors (`unit`, `category`, `level`) agree
/// on. Notes unknown ids, places where nobody can stand, and numbers that are missing or doubled.
std::vector<Occupants> read_occupants(const nlohmann::json& entry, const std::string& pointer,
                                      const std::string& group, const Plan& plan,
                                      const std::vector<Profile>& profiles, Defects& defects);

}  // namespace evac
