#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/page.hpp"

namespace evac::render {

/// What the colours and signs of a level's plan mean: only of what there is.
std::vector<LegendItem> level_legend(const LevelSubject& subject, const LevelParts& parts);

}  // namespace evac::render
