#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

namespace evac {

/// Reads and checks a `*.plan.json`. Throws InputError with every defect of the file: unreadable,
/// not JSON, against the schema, unknown references, geometry (see check.hpp).
Plan read_plan(const std::filesystem::path& file);

/// The same from parsed JSON; `file` is only used in messages.
Plan plan_from_json(const nlohmann::json& document, const std::string& file);

/// The fixture of a GeoJSON feature that keeps to "plan.schema.json#/definitions/fixture", standing
/// in the unit with that index: for fixtures that come from elsewhere than the plan's file. See
/// check_fixture() for what the schema cannot know.
Fixture fixture_from(const nlohmann::json& feature, int unit);

/// The plan as a GeoJSON FeatureCollection; reading it back gives the same plan.
nlohmann::json plan_to_json(const Plan& plan);

/// Writes whole or not at all (a temporary file, then rename). Throws InputError naming the path.
void write_plan(const Plan& plan, const std::filesystem::path& file);

}  // namespace evac
