#pragma once

#include "render/drawing/subject.hpp"
#include "render/drawing/view.hpp"
#include "sim/findings/finding.hpp"

#include <optional>

namespace evac::render {

/// One finding on one page: the spot zoomed with what was measured drawn as a dimension line, the
/// element it is about marked, a key map of the level, and beside it how bad it is, measured value,
/// limit, clause and remedy. `number` is the finding's place in its list, from 1.
///
/// The level is that of the finding; `subject.level` does not matter. Empty where the finding has
/// no place to show.
std::optional<Sheet> finding_sheet(const LevelSubject& subject, const Finding& finding, int number,
                                   const MeasureText& measure);

/// What the zoomed part shows [m]: at least 8 and at most 30 m across, more only for a dimension
/// line that is longer. `aspect` is width over height.
Box finding_window(const Plan& plan, const Finding& finding, double aspect);

}  // namespace evac::render
