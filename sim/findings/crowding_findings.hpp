#pragma once

#include "sim/findings/crowding.hpp"
#include "sim/findings/finding.hpp"
#include "sim/record/density.hpp"

#include <vector>

namespace evac {

/// What showed while people moved: queues (how many, how long, where they start and end), places
/// too dense (area x time), openings that gave all they can while people waited, and places where
/// people lost most time. Worst first. A drill in which nobody is in anybody's way has none.
std::vector<Finding> crowding_findings(const Plan& plan, const Crowding& crowding,
                                       const std::vector<DensityMap>& densities);

}  // namespace evac
