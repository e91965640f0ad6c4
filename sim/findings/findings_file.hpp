#pragma once

#include "sim/findings/finding.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <vector>

namespace evac {

/// The findings as findings.json has them (scenarios/schema/findings.schema.json): what is not known
/// is null. Levels stand there by id, places in the plan's metres.
nlohmann::ordered_json findings_json(const Plan& plan, const std::vector<Finding>& findings);

/// findings.json and findings.csv in this folder; the table has the sentences in both languages.
/// Throws InputError where they cannot be written.
void write_findings(const std::filesystem::path& folder, const Plan& plan,
                    const std::vector<Finding>& findings);

}  // namespace evac
