#pragma once

#include "sim/crowd/motion.hpp"

namespace evac {

// The hydraulic model of hand calculations (Gwynne and Rosenbaum, SFPE Handbook, 5th ed., chapter
// 59; Nelson and Mowrer before them), walked by persons: the classic beside which the answers of
// the default model can be set. People walk along their way at a speed that falls with the density
// around them, and doors pass what their effective width passes. Nobody evades anybody; bodies are
// only kept apart.

/// Share of the free speed at a density [1/m2]: 1 up to 0.54, then (1 - 0.266 D) / (1 - 0.266
/// 0.54), never below what 3.5 leaves.
double hydraulic_speed_share(double density);

/// What an opening passes [1/s]: the highest specific flow, k / (4 a), times its clear width less
/// a boundary layer of 0.15 m on both sides; k = 1.40 m/s on the level, 0.863 sqrt(tread / riser)
/// m/s into a flight.
double hydraulic_capacity(const Plan& plan, const Opening& opening);

/// As move_people(), by the hydraulic model.
void move_as_hand_calculations(Crowd& crowd, const Cells& cells, const Ground& ground,
                               const Doors& doors, const MotionSettings& settings,
                               MotionScratch& scratch, Team& team);

}  // namespace evac
