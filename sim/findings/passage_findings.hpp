#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/pricing.hpp"

#include <vector>

namespace evac {

/// What is wrong with the life passages of a building as it stands: people cut off, exits that are
/// none (exit_findings.hpp), ways too narrow (route_findings.hpp), things that narrow a way (with what to clear and what that gains), openings that many
/// people cannot do without, and the openings that together limit the building. Worst first.
std::vector<Finding> passage_findings(const Site& site, const Pricing& pricing);

}  // namespace evac
