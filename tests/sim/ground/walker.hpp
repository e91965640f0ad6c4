#pragma once

#include "sim/ground/ground.hpp"

namespace evac::scenes {

/// Somebody alone who follows the heading in steps of 5 cm and is kept `body_clearance` off every
/// solid wall, as a body is.
struct Walk {
    bool through = false;  ///< came to the line (or into the area)
    double length = 0.0;   ///< [m]
    Vec2 end = Vec2::Zero();
};

inline constexpr double body_clearance = 0.16;  ///< [m], shoulders turned

/// Until the distance is `arrive` or less, or `longest` metres are walked.
Walk walk(const Ground& ground, const Plan& plan, int unit, Target target, const Vec2& start,
          double longest, double arrive = 0.0);

/// As far from the unit's walls as `clearance`, if there is such a place near `p`.
Vec2 off_walls(const Ground& ground, int unit, Vec2 p, double clearance);

}  // namespace evac::scenes
