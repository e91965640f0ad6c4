#pragma once

#include "render/film/walkers.hpp"

#include <vector>

namespace evac::render {

/// People who are held up and stand together on one level.
struct StandingCrowd {
    int people = 0;
    int unit = 0;                ///< of the one nearest to the middle: index into Plan::units
    Vec2 middle = Vec2::Zero();  ///< where that one stands [m]
};

/// All crowds of at least `least_crowd` people at this moment. Two belong together if squares of
/// 2 m in which they stand touch: about the gap that ends a queue in the findings
/// (sim/findings/crowding.hpp).
std::vector<StandingCrowd> standing_crowds(const Plan& plan, const std::vector<Walker>& walkers);
inline constexpr int least_crowd = 5;

}  // namespace evac::render
