#pragma once

#include "sim/passage/zones.hpp"

#include <utility>
#include <vector>

namespace evac {

/// One person before the first step, as the graph sees it.
struct Departure {
    int zone = -1;         ///< -1: enclosed by things, or in the open air already
    int unit = 0;
    double start = 0.0;    ///< earliest first step [s]
    double speed = 1.34;   ///< no slower than this person in the unit of the start [m/s]
    /// For each opening of the zone, in its order: the earliest moment at its line [s].
    std::vector<double> at_opening;
};

/// Everybody who has to get out, and how fast the fastest of them can be.
struct Departures {
    std::vector<Departure> people;
    double speed = 1.34;         ///< nobody walks faster on the level [m/s]
    double flight_speed = 0.76;  ///< nobody walks faster on a flight, horizontally [m/s]
    /// Per opening: so far before its line people may change over [m]; 0 where it is crossed.
    std::vector<double> reach;
};

}  // namespace evac
