#pragma once

#include "sim/drill/drill.hpp"

#include <vector>

namespace evac {

/// What people reckon a ride to take, from every car of every lift to every other: half a round
/// trip of waiting, the doors, and the travel [s].
std::vector<WalkLengths::Ride> rides_of(const Scenario& scenario);

/// Every car at home, its doors open.
std::vector<LiftCar> lifts_at_start(const Scenario& scenario);

}  // namespace evac
