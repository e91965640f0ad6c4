#pragma once

#include "sim/crowd/motion.hpp"

#include <array>
#include <cstddef>
#include <vector>

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

/// Those who come towards a person; beyond the kept ones nothing gets worse.
struct Oncoming {
    struct One {
        double x, y, distance2, vx, vy;
    };
    std::array<One, 12> kept;
    std::size_t count = 0;
};

/// What somebody finds around.
struct Surroundings {
    bool walks = false;  ///< this person does, and has a way to go; else nobody is minded
    std::vector<Limit> limits;
    Oncoming oncoming;
    bool in_conflict = false;  ///< with somebody who walks across this person's way
    Vec2 back = Vec2::Zero();  ///< away from the wedged whom this person keeps from getting on
};

/// Looks round for one person: reads the last state only, writes `around` (its old content is
/// forgotten, its memory used again), the person's list of people within touch in `scratch` and
/// whether the shoulders turn.
void look_round(Crowd& crowd, std::size_t slot, const Cells& cells, const Doors& doors,
                const MotionSettings& settings, MotionScratch& scratch, Surroundings& around);

}  // namespace evac
