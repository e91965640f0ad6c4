#pragma once

#include "sim/findings/finding.hpp"
#include "sim/study/sweep.hpp"

#include <vector>

namespace evac {

/// Adds the losses of a sweep that cost most time, as advice what to guard first. Losses that cut
/// people off are left out: a room with one door hangs on that door, and single points tell of
/// more.
void add_critical(const Plan& plan, const Sweep& sweep, std::vector<Finding>& findings);

}  // namespace evac
