#pragma once

#include "render/report/report.hpp"
#include "sim/verification/judge.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace evac {

/// One case with what came of it.
struct Judged {
    const VerificationCase* one = nullptr;
    nlohmann::ordered_json json;
    std::optional<bool> pass;
    CaseKind kind = CaseKind::measure;
    std::vector<CheckVerdict> checks;
    std::vector<std::pair<std::string, std::string>> measured;  ///< id, value with unit
    std::vector<std::filesystem::path> pictures;                ///< file names in the folder
};

/// Draws the plan with the ways people took in every run, and a plot of each series, into `folder`.
/// Returns the names of the files.
std::vector<std::filesystem::path> draw_case(const std::filesystem::path& folder,
                                             const VerificationCase& one,
                                             const CaseVerdict& verdict, Language language);

/// report.html.
render::ReportSubject verification_report(const std::filesystem::path& folder,
                                          const std::vector<Judged>& all);

/// The results as a table in Markdown, for the technical reference.
std::string results_markdown(const std::vector<Judged>& all);

/// "passed", "failed" or "measured".
MessageId verdict_word(const std::optional<bool>& pass);

/// How many passed, failed, were only measured.
struct Tally {
    int passed = 0;
    int failed = 0;
    int measured = 0;
};
Tally tally_of(const std::vector<Judged>& all);

}  // namespace evac
