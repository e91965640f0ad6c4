#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/pricing.hpp"
#include "sim/passage/flow_network.hpp"

#include <vector>

namespace evac {

/// Adds the things that narrow or close a way: goods wherever they stand, built-in ones in passages
/// and, in rooms, where they shut people in. `findings` holds those of the exits already: what
/// covers one is not told twice. `network` is that of the building as found. Ids are not yet given.
void add_obstacles(const Site& site, const FlowNetwork& network, const Pricing& pricing,
                   std::vector<Finding>& findings);

}  // namespace evac
