#pragma once

#include "sim/ground/ground.hpp"
#include "sim/passage/passage.hpp"

namespace evac {

/// Measures on the ground how far the openings and assembly areas of every unit are apart.
WalkLengths measure_lengths(const Ground& ground, const Plan& plan);

/// The same for one unit whose ground was made anew.
void update_lengths(WalkLengths& lengths, const Ground& ground, const Plan& plan, int unit);

}  // namespace evac
