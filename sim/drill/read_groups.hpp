#pragma once

#include "sim/drill/defects.hpp"
#include "sim/drill/scenario.hpp"

#include <nlohmann/json_fwd.hpp>

namespace evac {

/// Reads `groups` of a drill file and applies its `release` rules (lists that may break the schema
/// in parts, or null). A group whose levels are released at different times comes back in one part
/// per level. Notes unknown ids, people where nobody can stand, and a drill without people.
std::vector<Group> read_groups(const nlohmann::json& groups, const nlohmann::json& release,
                               const Plan& plan, const std::vector<Profile>& profiles,
                               Defects& defects);

}  // namespace evac
