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

/// The findings of a findings.json, in the order of the file and with three digits after the point,
/// as they were written: times [s], places in the plan's metres. `plan` is the plan they speak of,
/// with the fixtures of its scenario (ReplayInfo::plan). A finding about an element or level that
/// it lacks is kept with level -1: its sentences still hold, but there is nowhere to show it.
/// Throws InputError naming the file: there is none, broken JSON, not findings, a newer version.
std::vector<Finding> read_findings(const std::filesystem::path& file, const Plan& plan);

}  // namespace evac
