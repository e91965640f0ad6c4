#pragma once

#include "sim/verification/trial.hpp"

#include <map>
#include <string>
#include <vector>

namespace evac {

/// Points of a plot, and what they are compared with.
struct Series {
    Label x_name, y_name;         ///< with unit
    Label points_name;            ///< what was simulated
    Label reference_name;         ///< where the reference comes from
    Label band_name;              ///< what the band between low and high is
    std::vector<Vec2> points;     ///< measured
    std::vector<Vec2> reference;  ///< from experiments or a standard
    std::vector<Vec2> low, high;  ///< their band, ascending in x
    bool joined = false;          ///< curves, not single points
};

/// One measure of one case: a value per seed, and their mean.
struct Measured {
    std::string id;
    std::vector<double> by_seed;  ///< one only where all trials are pooled
    double value = 0.0;  ///< mean over seeds; NaN where it could not be taken, infinite for "never"
    Series series;       ///< empty for most
};

/// The trials of a case by run, one per seed.
using Trials = std::map<std::string, std::vector<Trial>>;

/// Takes all measures of a case. Throws InputError: a parameter that is missing, or an id that the
/// drill does not have.
std::vector<Measured> take_measures(const VerificationCase& one, const Trials& trials,
                                    const TrialOptions& options);

}  // namespace evac
