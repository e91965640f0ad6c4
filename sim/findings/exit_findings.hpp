#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/pricing.hpp"

#include <vector>

namespace evac {

/// Exits that are none for whoever stands inside: locked or blocked, one-way against the flow,
/// narrower than a body, with goods before them, leading into a locked yard only; and doors to the
/// outside that end nowhere because they are no exits. Ids are not yet given.
std::vector<Finding> exit_findings(const Site& site, const Pricing& pricing);

}  // namespace evac
