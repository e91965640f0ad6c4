#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/plan/plan.hpp"
#include "sim/record/frame.hpp"

namespace evac {

/// The people inside at the moment of a recorded frame, in all and by level.
CurvePoint curve_point(const Plan& plan, const Frame& frame);

}  // namespace evac
