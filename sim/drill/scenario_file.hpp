#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

#include "sim/drill/scenario.hpp"

namespace evac {

/// The two halves of read_scenario(), for those who keep the document of a drill and change it.

/// The file that is meant by a path as the user wrote it: the one drill of a folder, else its one
/// plan; a file means itself. Ends in ".drill.json" or ".plan.json". Throws InputError: not there,
/// of another kind, a folder with none or several.
std::filesystem::path scenario_file(const std::filesystem::path& path);

bool is_drill_file(const std::filesystem::path& path);
bool is_plan_file(const std::filesystem::path& path);

/// The scenario of a parsed `*.drill.json`; `file` is where relative paths start and what messages
/// name, it need not be there. Throws InputError with every defect of the document and of its plan.
Scenario scenario_from_json(const nlohmann::json& document, const std::filesystem::path& file);

}  // namespace evac
