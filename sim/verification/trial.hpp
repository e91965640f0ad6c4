#pragma once

#include "sim/drill/drill.hpp"
#include "sim/record/frame.hpp"
#include "sim/verification/case.hpp"
#include "sim/verification/placing.hpp"

#include <memory>
#include <vector>

namespace evac {

/// What is asked of all cases alike, to see whether an answer holds.
struct TrialOptions {
    std::uint64_t seed = 0;  ///< added to the seeds of the cases
    Placing placing;
    std::optional<MotionModel> model;  ///< instead of that of each drill
};

/// One drill of a case, run to its end, with all that was seen of it.
struct Trial {
    std::unique_ptr<Drill> drill;  ///< concluded
    std::vector<Frame> frames;     ///< at the rate of the scenario's replay
};

/// Runs one case's drill with one seed (0, 1, ... below CaseRun::seeds). Throws InputError: a patch
/// that does not fit, a defect of the drill or its plan.
Trial run_trial(const CaseRun& run, int seed, const TrialOptions& options);

}  // namespace evac
