#pragma once

#include "sim/crowd/motion.hpp"

namespace evac {

/// How fast one neighbour lets a person walk, as a function of the direction taken. Widths are kept
/// as 1 / width^2: they are only ever divided by.
struct Limit {
    double x, y;           ///< from the person to the neighbour [m]
    double distance2;      ///< squared [m2]
    double per_width2;     ///< of the lateral distance beyond which there is no limit [1/m2]
    double stop_distance;  ///< straight ahead [m]
    double vx, vy;         ///< of the neighbour [m/s]
    double anticipation;   ///< [s]
    double time_gap;       ///< with the anticipation [s]
    double least;          ///< never slower than this [m/s]
};

/// The wish of one person: reads the last state only, writes the person's own places in `scratch`
/// (velocity, list of people within touch), the look and whether the shoulders turn. `limits` is
/// room the caller lends.
void choose_velocity(Crowd& crowd, std::size_t slot, const Cells& cells, const Ground& ground,
                     const Doors& doors, const MotionSettings& settings, MotionScratch& scratch,
                     std::vector<Limit>& limits);

}  // namespace evac
