#pragma once

#include "sim/drill/drill.hpp"
#include "sim/record/frame.hpp"
#include "sim/text/problem.hpp"
#include "sim/verification/case.hpp"
#include "sim/verification/placing.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace evac {

/// What is asked of all cases alike, to see whether an answer holds.
struct TrialOptions {
    std::uint64_t seed = 0;  ///< added to the seeds of the cases
    Placing placing;
    std::optional<MotionModel> model;  ///< instead of that of each drill
    std::function<bool()> stop;        ///< asked at every step; may be empty
};

/// Thrown out of a trial that TrialOptions::stop has ended.
struct TrialStopped {};

/// One drill of a case, run to its end, with all that was seen of it.
struct Trial {
    std::unique_ptr<Drill> drill;  ///< concluded
    std::vector<Frame> frames;     ///< at the rate of the scenario's replay
};

/// What is wrong with the files that a case names: drills that are not there or have defects, with
/// the changes made to them, and tables that are not there. Read before anything runs.
std::vector<Problem> problems_of_files(const VerificationCase& one);

/// Runs one case's drill with one seed (0, 1, ... below CaseRun::seeds). Throws InputError: a patch
/// that does not fit, a defect of the drill or its plan; TrialStopped.
Trial run_trial(const CaseRun& run, int seed, const TrialOptions& options);

}  // namespace evac
