#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/shape.hpp"
#include "render/film/state.hpp"
#include "sim/drill/scenario.hpp"

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
/// per Plan::openings. Takes about as long as `evac check`. Null where people do not fit.
std::shared_ptr<const std::vector<char>> limiting_openings(const Scenario& scenario);

/// The same for the drill in this file; null where it is gone or wrong, or its building is no
/// longer the one `shown`.
std::shared_ptr<const std::vector<char>> limiting_openings(const std::filesystem::path& drill_file,
                                                           const Plan& shown);

/// The colour of the graph's edges; openings that limit the building have pointer_colour.
inline constexpr Colour graph_colour = rgb(0x00695C);

}  // namespace evac::render
