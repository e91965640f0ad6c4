#pragma once

#include "sim/verification/measure.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace evac {

/// One check of a case against what was measured.
struct CheckVerdict {
    std::string expected;  ///< "26 to 34", "t0 < t10 < t50"
    std::string measured;  ///< the numbers that were compared
    bool pass = false;
};

/// What came of one case.
struct CaseVerdict {
    CaseKind kind = CaseKind::measure;
    std::vector<Measured> measured;
    std::vector<CheckVerdict> checks;  ///< as in the case
    std::optional<bool> pass;          ///< nothing where there is no threshold, or nothing to run

    /// For pictures: the trials themselves, the first seed of every run.
    Trials trials;
};

/// Runs all drills of a case and judges it. Throws InputError: a defect of the case or its drills;
/// TrialStopped.
CaseVerdict verify(const VerificationCase& one, const TrialOptions& options);

/// Judges what has been measured.
CheckVerdict judge(const CaseCheck& check, const VerificationCase& one,
                   const std::vector<Measured>& measured);

/// One entry of verify.json: id, suite, title, source, geometry, kind, measured, expected,
/// tolerance, pass, checks.
nlohmann::ordered_json verdict_json(const VerificationCase& one, const CaseVerdict& verdict);

/// A number as reports print it: three or four digits, "never" where it never happened.
std::string number_text(double value);

}  // namespace evac
