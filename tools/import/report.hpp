#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/message.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace evac {

/// Something in a drawing that a person should look at: a repair, a guess, a gap.
struct ImportProblem {
    std::string kind;  ///< machine-readable, e.g. "proposed_exit", "overlap_cut", "no_way_out"
    std::string level;
    Vec2 where = Vec2::Zero();  ///< in the plan's metres
    std::string element;        ///< id in the source file, or of what the importer made
    Message text;
    Message suggestion;
};

/// What an import did and what it had to assume. Nothing is changed or left out without a line.
struct ImportReport {
    std::string source;
    std::string format;
    int levels = 0;
    int units = 0;
    int openings = 0;
    int stairs = 0;  ///< staircases that join storeys
    int exits = 0;
    double area = 0.0;  ///< of all walkable units [m2]
    std::vector<Message> assumptions;
    std::vector<ImportProblem> problems;
};

/// Counts levels, units, openings, exits and area of `plan` into `report`.
void count(const Plan& plan, ImportReport& report);

/// The report as scenarios/schema/import-report.schema.json describes it.
nlohmann::json report_to_json(const ImportReport& report, Language language);

/// A short report for people: counts, assumptions, and the problems, the rarer kinds in full.
std::string report_text(const ImportReport& report, Language language);

}  // namespace evac
