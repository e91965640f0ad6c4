#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/site.hpp"
#include "sim/passage/route_width.hpp"

#include <vector>

namespace evac {

/// Life passages that are too narrow even when cleared, and doors whose open leaf narrows one. Ids
/// are not yet given.
std::vector<Finding> route_findings(const Site& site);

/// Where it is, for a table: the opening's or the unit's name.
std::string place_name(const Plan& plan, const NarrowPlace& place, Language language);

}  // namespace evac
