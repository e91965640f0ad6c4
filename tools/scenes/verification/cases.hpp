#pragma once

#include "sim/plan/plan.hpp"
#include "tools/scenes/verification/drafting.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace evac::drawing {

/// One folder scenarios/verification/`suite`/`id`: `id`.case.json, and the plans and drills that
/// it does not borrow from a case of another suite.
struct CaseFolder {
    std::string suite;
    std::string id;
    Json document;                             ///< the case itself
    std::vector<Plan> plans;                   ///< as <plan id>.plan.json
    std::vector<Json> drills;                  ///< as <drill id>.drill.json
    std::map<std::string, std::string> texts;  ///< other files by name
};

using CaseFolders = std::vector<CaseFolder>;

/// All cases of all suites.
CaseFolders verification_cases();

/// What experiments measured: files of scenarios/verification/data by name.
std::map<std::string, std::string> verification_data();

/// Writes all of it below a folder, usually scenarios/verification. Throws InputError.
void write_verification_cases(const std::filesystem::path& folder);

// By suite; RiMEA first, since the others borrow its drills.
CaseFolders rimea_components();   ///< 1 to 7
CaseFolders rimea_function();     ///< 8 to 11
CaseFolders rimea_bottlenecks();  ///< 12a to 12d
CaseFolders rimea_flows();        ///< 4, 13 to 16
CaseFolders imo_cases();
CaseFolders iso_components();  ///< 1 to 7
CaseFolders iso_routes();      ///< 8, 9, 14 to 17, 20, 21
CaseFolders iso_flows();       ///< 10 to 13
CaseFolders iso_smoke();       ///< 18, 19
CaseFolders hydraulic_cases();
CaseFolders validation_bottlenecks();
CaseFolders validation_diagrams();
CaseFolders validation_streams();

}  // namespace evac::drawing
