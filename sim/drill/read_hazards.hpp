#pragma once

#include "sim/drill/defects.hpp"
#include "sim/drill/scenario.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>

namespace evac {

/// Reads `hazards` of a drill file (an object that may break the schema in parts, or null);
/// `drill_file` is where its table is looked for. Notes unknown units, and all that is wrong with
/// the table.
Hazards read_hazards(const nlohmann::json& hazards, const std::filesystem::path& drill_file,
                     const Plan& plan, Defects& defects);

}  // namespace evac
