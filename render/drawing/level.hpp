#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/shape.hpp"

namespace evac::render {

/// How thick walls are drawn; the plan's own walls have no thickness [m].
inline constexpr double wall_width = 0.12;

/// How much of a level is drawn.
enum class Detail {
    full,       ///< floors by kind, treads, furniture, doors as architects draw them
    background  ///< white floors, walls and door bars, for something else drawn on it
};

/// Floors and, in full detail, what lies on them; `metres_per_pixel` decides how fine treads may
/// be.
Drawing level_floors(const Plan& plan, const LevelParts& parts, Detail detail,
                     double metres_per_pixel);

/// Walls, doors, bars of exits and locks, over a background also fixtures: what stays on top.
Drawing level_walls(const Plan& plan, const LevelParts& parts, Detail detail);

/// Furniture and machines belong there and are drawn quietly; everything else (goods, e-bikes ...)
/// is in the way and is hatched.
bool is_furniture(const Fixture& fixture);
Area fixture_area(std::vector<Ring> rings, bool furniture);

/// The soft colour of a unit's floor.
Colour floor_colour(UnitKind kind);

}  // namespace evac::render
