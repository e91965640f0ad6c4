#pragma once

#include "sim/study/repeat_run.hpp"

#include <span>
#include <vector>

namespace evac {

/// When more runs stop telling more: the method of Ronchi, Reneke and Peacock 2014 (Fire Technology
/// 50; NIST Technical Note 1822, section 4). After every run, five measures say how much that run
/// moved the result; when all stay below their thresholds for a while, there have been enough.
namespace convergence_limits {

// The method leaves the thresholds to its user; these are within what its authors try.
inline constexpr double tet = 0.01;  ///< mean of the total evacuation time, share of it
inline constexpr double sd = 0.05;   ///< its standard deviation, share of it
inline constexpr double erd = 0.01;  ///< distance of the mean curves (curve_distance.hpp)
inline constexpr double epc = 0.01;
inline constexpr double sc = 0.01;
inline constexpr int consecutive = 10;  ///< runs in a row, b

}  // namespace convergence_limits

/// After run j.
struct ConvergenceRow {
    /// As many got out in each of the j runs. Their last one's time is the total evacuation time
    /// here, and the curves end with them: without anybody left inside, these are all people.
    int people = 0;
    double mean = 0.0;       ///< of the total evacuation time over the j runs [s]
    double deviation = 0.0;  ///< [s]
    // Between the mean curve of j runs and that of j - 1; after the first run 0, 1, 1, as between
    // equal curves.
    double erd = 0.0;
    double epc = 1.0;
    double sc = 1.0;
    // |now - before|, for mean and deviation as a share of what is now. Not a number where nobody
    // got out in some run.
    double tet_change = 0.0;
    double sd_change = 0.0;
    double erd_change = 0.0;
    double epc_change = 0.0;
    double sc_change = 0.0;
    int still = 0;  ///< so many runs in a row, this the last, with all five below their thresholds
};

struct Convergence {
    std::vector<ConvergenceRow> rows;  ///< per run; a row knows only the runs up to its own
    std::vector<double> sums;          ///< over the runs, per person of the curve [s]
};

/// Adds the row of the last of these runs; the others have been added before.
void add_run(Convergence& convergence, std::span<const RepeatRun> runs);

struct RunsNeeded {
    int enough_at = 0;       ///< the run that completed `consecutive` still ones; 0: not yet
    int suggested_more = 0;  ///< where not yet; 0: cannot be said
};

/// Every measure falls about as 1/j, so the largest of the last ones says when it will be below.
RunsNeeded runs_needed(const Convergence& convergence);

}  // namespace evac
