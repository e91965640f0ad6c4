#pragma once

#include "render/drawing/shape.hpp"
#include "render/drawing/subject.hpp"

namespace evac::render {

/// How thick walls are drawn; the plan's own walls have no thickness [m].
inline constexpr double wall_width = 0.12;

/// What one level consists of, as indices into the plan.
struct LevelParts {
    std::vector<int> units;
    std::vector<int> openings;  ///< with a unit on this level
    std::vector<int> fixtures;  ///< those present
    std::vector<int> assembly_areas;
    std::vector<int>
        flights_below;           ///< flights that arrive from below where this level has no floor
    std::vector<int> buildings;  ///< of an outdoor level: units that stand on that ground
    std::vector<Closure> closures;                   ///< of openings with a unit on this level
    std::vector<std::vector<int>> openings_of_unit;  ///< per Plan::units
};

LevelParts level_parts(const LevelSubject& subject);

/// What the picture of a level should show: the building, assembly areas, but only a little of a
/// wide open ground around it [m].
Box level_extent(const Plan& plan, const LevelParts& parts);

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

/// Whether the opening is shut at any time.
bool is_shut(const LevelParts& parts, int opening);

/// Furniture and machines belong there and are drawn quietly; everything else (goods, e-bikes ...)
/// is in the way and is hatched.
bool is_furniture(const Fixture& fixture);
Area fixture_area(std::vector<Ring> rings, bool furniture);

/// The soft colour of a unit's floor.
Colour floor_colour(UnitKind kind);

}  // namespace evac::render
