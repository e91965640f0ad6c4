#pragma once

#include "sim/crowd/motion.hpp"
#include "sim/crowd/surroundings.hpp"

namespace evac {

/// The wish of one person: reads the last state only, writes the person's own places in `scratch`
/// (velocity, list of people within touch), the look and whether the shoulders turn. `around` is
/// room the caller lends.
void choose_velocity(Crowd& crowd, std::size_t slot, const Cells& cells, const Ground& ground,
                     const Doors& doors, const MotionSettings& settings, MotionScratch& scratch,
                     Surroundings& around);

}  // namespace evac
