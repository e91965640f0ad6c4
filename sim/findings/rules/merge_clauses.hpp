#pragma once

#include "sim/findings/finding.hpp"

#include <vector>

namespace evac {

/// Adds what an audit found to what was measured. What a clause says of a thing or an exit that was
/// measured already is told with it, not twice: that finding takes over the clause and the worse of
/// the two severities.
void merge_clauses(std::vector<Finding>& findings, const std::vector<Finding>& audited);

}  // namespace evac
