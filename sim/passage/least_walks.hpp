#pragma once

#include "sim/passage/departures.hpp"
#include "sim/passage/passage.hpp"

#include <vector>

namespace evac {

/// From the line of one passing to the line of a next one through the unit between them, as fast
/// as the fastest person can.
struct LeastWalk {
    Passing from = 0;
    Passing to = 0;
    double time = 0.0;  ///< [s]
};

/// A length that no way from somewhere on the line of one opening to the line of another falls
/// below [m]; `measured` is the way on the ground from the middle of the first. The straight line is
/// such a length; so is the measured way less what one saves by starting at the better jamb, and
/// less the little that the ground's lattice and its keeping off walls may add (a tenth and half a
/// metre).
double least_length(const Segment& from, const Segment& to, double measured);

/// All walks from passing to passing, also through openings that are closed.
std::vector<LeastWalk> least_walks(const Plan& plan, const WalkLengths& lengths,
                                   const Departures& departures);

}  // namespace evac
