#pragma once

#include "sim/findings/site.hpp"

#include <functional>
#include <vector>

namespace evac {

/// What mending gains.
struct Price {
    double seconds = 0.0;    ///< the building clears this much sooner [s]
    int people = 0;          ///< who have a way out again
    bool simulated = false;  ///< by a pair of drills with the same seed, else by the flow network
};

/// Prices the removal of these fixtures and the opening of these openings (indices).
using Pricing =
    std::function<Price(const std::vector<int>& fixtures, const std::vector<int>& openings)>;

/// By quickest flow with narrow places at the design flow: an estimate that takes milliseconds.
Pricing price_by_graph(const Site& site);

/// Prices each set of fixtures and openings once, for drills take seconds.
Pricing remembering(Pricing pricing);

/// "; 41 s sooner in the simulated drill": goes on from a sentence about mending.
std::string gain_text(const Price& price, Language language);

}  // namespace evac
