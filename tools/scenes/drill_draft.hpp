#pragma once

#include "sim/plan/plan.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace evac::drawing {

/// What every `*.drill.json` begins with; the alarm sounds at 0 s, the seed is 1.
nlohmann::json draft_drill(const std::string& id, const Label& name, const std::string& plan_file);

/// {"en": ..., "zh": ...}
nlohmann::json text_of(const Label& label);

/// One entry of a group's "people".
nlohmann::json people_in(const std::string& unit, const std::string& profile, int count);

}  // namespace evac::drawing
