#pragma once

#include "render/drawing/view.hpp"
#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/text/language.hpp"

namespace evac::render {

/// The evacuation curve: people inside over time, in all and on each level, with marks at the
/// alarm, the release, the first and the last one out and where each level was cleared. Who is
/// still inside at the end is drawn and counted.
Sheet curve_sheet(const Scenario& scenario, const Outcome& outcome, Language language,
                  const MeasureText& measure);

}  // namespace evac::render
