#pragma once

#include "render/drawing/subject.hpp"

#include <vector>

namespace evac::render {

/// What one level consists of, as indices into the plan.
struct LevelParts {
    std::vector<int> units;
    std::vector<int> openings;  ///< with a unit on this level
    std::vector<int> fixtures;  ///< those present
    std::vector<int> assembly_areas;
    /// Flights that arrive from below where this level has no floor.
    std::vector<int> flights_below;
    std::vector<int> buildings;     ///< of an outdoor level: units that stand on that ground
    std::vector<Closure> closures;  ///< of openings with a unit on this level
    std::vector<std::vector<int>> openings_of_unit;  ///< per Plan::units
};

LevelParts level_parts(const LevelSubject& subject);

/// What the picture of a level should show: the building, assembly areas, but only a little of a
/// wide open ground around it [m].
Box level_extent(const Plan& plan, const LevelParts& parts);

/// Whether the opening is shut at any time.
bool is_shut(const LevelParts& parts, int opening);

}  // namespace evac::render
