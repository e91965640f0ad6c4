#pragma once

#include "sim/findings/finding.hpp"
#include "sim/text/language.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace evac {

/// What `evac check` was asked to do.
struct CheckOptions {
    std::filesystem::path source;  ///< *.drill.json, a folder that holds one, or *.plan.json
    std::filesystem::path out;     ///< results folder; empty: results/check-<name>
    std::string rules;             ///< name or file of a rule set; empty: by the building's use
    std::filesystem::path ledger;  ///< inspection list (CSV); empty: what the plan tells
    bool simulate = false;         ///< price the loss of each element by simulation too
    std::string fail_on;           ///< "S1", "S2", "S3", or empty: never
    int threads = 0;               ///< 0: one per processor
    bool json = false;             ///< findings and verdict on standard output
    Language language = Language::en;
};

/// Inspects a building and writes findings, verdict, sweep, pictures and report. Returns the exit
/// code: 1 where a finding is as bad as `fail_on` or worse. Throws InputError.
int check_command(const CheckOptions& options);

}  // namespace evac
