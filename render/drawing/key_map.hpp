#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/view.hpp"

namespace evac::render {

/// A small map of the whole level that fills `room` [px]: floors by kind, exits as green bars, the
/// part `window` [m] framed and `place` dotted.
Pane key_map(const Plan& plan, const LevelParts& parts, const Box& window, const Vec2& place,
             const Box& room);

/// The part of a ring inside a box (Sutherland and Hodgman 1974). Pieces of a crescent stay joined
/// by lines along the rim of the box, which does no harm to labels.
Ring clipped(const Ring& ring, const Box& box);

}  // namespace evac::render
