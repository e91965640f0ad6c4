#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/plan/plan.hpp"

#include <cstdint>
#include <vector>

namespace evac {

/// What is kept of one of many runs of the same drill.
struct RepeatRun {
    std::uint64_t seed = 0;
    int placed = 0;
    std::vector<double> exit_times;  ///< of those who got out, ascending [s]: the curve of the run
    std::vector<int> exit_use;       ///< people who left by it, per Plan::openings
    std::uint64_t state_hash = 0;

    int out() const { return static_cast<int>(exit_times.size()); }
    int inside() const { return placed - out(); }
};

RepeatRun repeat_run(const Plan& plan, const Outcome& outcome, std::uint64_t seed);

/// When as many people were out [s]; `never` if they never were, 0 for nobody.
double time_of_people(const RepeatRun& run, int people);

/// When this share (0 to 1) of all who were placed was out [s].
double time_of_share(const RepeatRun& run, double share);

/// When the last of those who got out was out [s]; `never` if nobody got out.
double last_out(const RepeatRun& run);

/// When everybody was out [s]; `never` if somebody stayed inside.
double clearing_time(const RepeatRun& run);

}  // namespace evac
