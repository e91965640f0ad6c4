#pragma once

#include "render/drawing/view.hpp"
#include "sim/findings/finding.hpp"
#include "sim/text/language.hpp"

#include <vector>

namespace evac::render {

/// A measured width on the plan and what its label covers on the page [px].
struct DimensionDrawing {
    Drawing drawing;
    Box label;
};

/// The width as architects draw it: a line from obstacle to obstacle, extension lines and slanting
/// ticks at its ends, the length beside it on a light ground. The label stands inside `room` and
/// clear of `taken` where it can.
DimensionDrawing dimension_drawing(const Dimension& dimension, const View& view, const Box& room,
                                   const std::vector<Box>& taken, Language language,
                                   const MeasureText& measure);

}  // namespace evac::render
