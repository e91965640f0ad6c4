#pragma once

#include "sim/verification/parameters.hpp"

#include <vector>

namespace evac {

/// People in the area of a measure at one moment.
struct Moment {
    double density = 0.0;  ///< N / A [1/m2]; N / length [1/m] in single file
    double speed = 0.0;    ///< mean; along the direction where one is given [m/s]
    int people = 0;
};

/// All moments of the window of the measure.
std::vector<Moment> moments(const Parameters& parameters);

/// Mean over people, not over moments: a moment counts as often as it has people. NaN of nobody.
double mean_speed(const std::vector<Moment>& all);

}  // namespace evac
