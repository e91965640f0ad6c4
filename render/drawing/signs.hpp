#pragma once

#include "render/drawing/level.hpp"
#include "render/drawing/page.hpp"
#include "sim/text/language.hpp"

namespace evac::render {

/// A green sign outside each exit of the level, clear of each other; what they cover on the page
/// is added to `taken`. Where there is no room for a sign, its small pointer remains.
Drawing exit_signs(const Plan& plan, const LevelParts& parts, const PlanPage& page,
                   Language language, const MeasureText& measure, std::vector<Box>& taken);

/// A padlock on each opening that is locked at any time, a cross on each that is blocked, with the
/// time where that is not the whole drill; `taken` as above.
Drawing closure_signs(const Plan& plan, const LevelParts& parts, const View& view,
                      Language language, const MeasureText& measure, std::vector<Box>& taken);

/// A numbered disc outside each exit in `exits` (indices into plan.openings), numbers and colours
/// in the same order.
Drawing exit_discs(const Plan& plan, const std::vector<int>& exits,
                   const std::vector<std::string>& numbers, const std::vector<Colour>& colours,
                   const PlanPage& page, std::vector<Box>& taken);

}  // namespace evac::render
