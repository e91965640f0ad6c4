#pragma once

#include "sim/study/repeat_run.hpp"

#include <span>
#include <vector>

namespace evac {

/// How a number scatters over runs. Not a number where there are too few values for it.
struct Spread {
    int count = 0;
    double mean = 0.0;
    double deviation = 0.0;  ///< of the sample: divided by count - 1
    double least = 0.0;
    double median = 0.0;
    double p95 = 0.0;  ///< percentile() of 0.95
    double most = 0.0;
    /// The mean over endless runs lies in here with a confidence of 95 %: Student's t, which allows
    /// for few runs (two values at least).
    double mean_low = 0.0;
    double mean_high = 0.0;
};

/// Of the values that are finite.
Spread spread_of(std::span<const double> values);

/// The value that a share (0 to 1) of ascending `values` does not exceed, in a straight line
/// between the two that lie beside it: place 1 + (n - 1) share of n. Type 7 of Hyndman and Fan 1996
/// (The American Statistician 50), which spreadsheets and NumPy have, too.
double percentile(std::span<const double> ascending, double share);

/// Chance that all of `runs` lie below the true 95th percentile, so that no run shows what it is:
/// 0.95 to the power of `runs`.
double chance_p95_unseen(int runs);

/// With fewer runs than this, the 95th percentile lies between the two slowest whatever they are.
inline constexpr int few_runs = 20;

/// People inside at one moment, over all runs.
struct BandPoint {
    double time = 0.0;  ///< [s]
    double mean = 0.0;
    double low = 0.0;   ///< 5th percentile
    double high = 0.0;  ///< 95th percentile
};

/// The mean curve and the band that nine runs of ten are in, at whole seconds until nobody gets out
/// any more in any run.
std::vector<BandPoint> inside_band(std::span<const RepeatRun> runs);

}  // namespace evac
