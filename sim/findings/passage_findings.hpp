#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/site.hpp"

#include <functional>
#include <vector>

namespace evac {

/// What mending gains.
struct Price {
    double seconds = 0.0;    ///< the building clears this much sooner [s]
    bool simulated = false;  ///< by a pair of drills with the same seed, else by the flow network
};

/// Prices the removal of these fixtures and the opening of these openings (indices).
using Pricing =
    std::function<Price(const std::vector<int>& fixtures, const std::vector<int>& openings)>;

/// By quickest flow with narrow places at the design flow: an estimate that takes milliseconds.
Pricing price_by_graph(const Site& site);

/// What is wrong with the life passages of a building as it stands: people cut off, exits that are
/// closed, things that narrow a way (with what to clear and what that gains), openings that many
/// people cannot do without, and the openings that together limit the building. Worst first.
std::vector<Finding> passage_findings(const Site& site, const Pricing& pricing);

}  // namespace evac
