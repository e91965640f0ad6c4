#pragma once

#include "sim/drill/scenario.hpp"
#include "sim/study/convergence.hpp"
#include "sim/study/repeat_run.hpp"
#include "sim/study/spread.hpp"

#include <functional>
#include <vector>

namespace evac {

/// The same drill again and again, each time with another seed: how far chance moves its result.
struct Repetition {
    std::vector<RepeatRun> runs;  ///< in the order of their seeds: seed, seed + 1, ...
    Convergence convergence;
};

struct RepeatWish {
    int runs = 1;               ///< how many, or at most how many
    bool until_enough = false;  ///< stop at the first run at which runs_needed() says so
    int threads = 1;            ///< drills at a time, each by one thread
};

/// Called often, with the runs that are in order so far; the repetition stops early, without what
/// is not done, when it returns false.
using RepeatProgress = std::function<bool(int done)>;

/// `first` is the run with the scenario's own seed, which has been made already. The result does
/// not depend on `threads`: every run is deterministic, and runs are judged in order. Throws
/// InputError where with some seed the people do not fit.
Repetition repeat_drill(
    const Scenario& scenario, RepeatRun first, const RepeatWish& wish,
    const RepeatProgress& progress = [](int) { return true; });

/// People who got out in every run. Where nobody ever stayed inside: all.
int people_in_every_run(const Repetition& repetition);

/// Runs in which everybody got out.
int cleared_runs(const Repetition& repetition);

/// How the time scatters until people_in_every_run() are out [s]: where nobody ever stayed inside,
/// the clearing time. Runs that leave somebody behind have no clearing time, and leaving them out
/// would make a bad drill look good.
Spread evacuation_time(const Repetition& repetition);

}  // namespace evac
