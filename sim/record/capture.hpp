#pragma once

#include "sim/drill/drill.hpp"
#include "sim/record/frame.hpp"

namespace evac {

/// Everybody on the ground at this moment of the drill.
Frame capture(const Drill& drill);

}  // namespace evac
