#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/shape.hpp"
#include "render/film/state.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace evac::render {

/// The passage graph of a level over its plan: a knot per unit, an edge to each of its openings, as
/// thick as the opening is wide, the width written where there is room. Openings in `cut` (per
/// Plan::openings; may be null) limit the building and are drawn so; shut ones have no edge.
Drawing graph_overlay(const Plan& plan, const LevelParts& parts, const std::vector<char>* cut,
                      const BuildingState& state, double pixels_per_metre);

/// The openings that together limit how fast the people of this drill can leave: its minimum cut,
/// per Plan::openings. Takes about as long as `evac check`. Null where the file is gone or wrong.
std::shared_ptr<const std::vector<char>> limiting_openings(const std::filesystem::path& drill_file);

}  // namespace evac::render
