#pragma once

#include "render/report/report.hpp"
#include "sim/verification/judge.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace evac {

/// A picture of a case in the folder of results.
struct CasePicture {
    std::filesystem::path file;
    Label caption;
};

/// One case with what came of it.
struct Judged {
    const VerificationCase* one = nullptr;
    nlohmann::ordered_json json;
    std::optional<bool> pass;
    CaseKind kind = CaseKind::measure;
    std::vector<CheckVerdict> checks;
    std::vector<std::pair<std::string, std::string>> measured;  ///< id, value with unit
    std::vector<CasePicture> pictures;
};

/// Draws into `folder` what was measured beside what it is compared with, one plot for all series
/// with the same axes and reference, and the ways people took: on each of the case's plans, or, if
/// there are many, on the first, the middle and the last.
std::vector<CasePicture> draw_case(const std::filesystem::path& folder, const VerificationCase& one,
                                   const CaseVerdict& verdict, Language language);

/// What is drawn over one pair of axes: its first series has the reference.
using Plot = std::vector<Series>;

/// The series of a case as plots: those with the same axes and reference are one, and in it those
/// of the same name.
std::vector<Plot> plots_of(const std::vector<Measured>& measured);

/// report.html.
render::ReportSubject verification_report(const std::filesystem::path& folder,
                                          const std::vector<Judged>& all);

/// The results as a table in Markdown, for the technical reference.
std::string results_markdown(const std::vector<Judged>& all);

/// "passed", "failed", "measured" or "not applicable".
MessageId verdict_word(CaseKind kind, const std::optional<bool>& pass);

/// What a failed check says: the case, what was expected, what was measured.
std::vector<std::string> failure_lines(const std::vector<Judged>& all, Language language);

/// How many passed, failed, were only measured, or could not be run.
struct Tally {
    int passed = 0;
    int failed = 0;
    int measured = 0;
    int not_applicable = 0;
};
Tally tally_of(const std::vector<Judged>& all);

/// The tally in words.
std::string tally_text(const Tally& tally, Language language);

}  // namespace evac
