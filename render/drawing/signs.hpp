#pragma once

#include "render/drawing/level.hpp"
#include "render/drawing/view.hpp"
#include "sim/text/language.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// Where a number may stand beside the sign of an exit.
struct ExitNumber {
    int opening = 0;             ///< index into Plan::openings
    Vec2 middle = Vec2::Zero();  ///< on the page [px]
};

/// A green sign outside each exit of the level that lies in `room` [px], clear of each other; what
/// they cover on the page is added to `taken`. Where there is no room for a sign, its small pointer
/// remains. Where `numbers` is given, each sign leaves room for one of `exit_number_width` beside
/// it or below.
Drawing exit_signs(const Plan& plan, const LevelParts& parts, const View& view, const Box& room,
                   Language language, const MeasureText& measure, std::vector<Box>& taken,
                   std::vector<ExitNumber>* numbers = nullptr);

/// [px]
inline constexpr double exit_number_width = 62.0;

/// A padlock on each opening that is locked at any time, a cross on each that is blocked, with the
/// time where that is not the whole drill; `taken` as above.
Drawing closure_signs(const Plan& plan, const LevelParts& parts, const View& view,
                      Language language, const MeasureText& measure, std::vector<Box>& taken);

/// A numbered disc outside each exit in `exits` (indices into plan.openings), numbers and colours
/// in the same order.
Drawing exit_discs(const Plan& plan, const std::vector<int>& exits,
                   const std::vector<std::string>& numbers, const std::vector<Colour>& colours,
                   const View& view, const Box& room, std::vector<Box>& taken);

}  // namespace evac::render
