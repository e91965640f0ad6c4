#pragma once

#include "render/footage/player.hpp"

#include <vector>

namespace evac::render {

/// One person at one moment, between two recorded frames.
struct Walker {
    int person = 0;               ///< permanent id
    int unit = 0;                 ///< index into Plan::units
    Vec2 place = Vec2::Zero();    ///< [m]
    Vec2 heading = Vec2::Zero();  ///< unit vector
    double speed = 0.0;           ///< between the two frames [m/s]
    Activity activity = Activity::waiting;
};

/// Everybody on the ground at this moment, by ascending id.
std::vector<Walker> walkers_at(const Interval& interval);

}  // namespace evac::render
