#pragma once

#include "render/drawing/stairs.hpp"
#include "sim/plan/plan.hpp"

#include <optional>
#include <vector>

namespace evac::render {

/// A flight between two levels.
struct Climb {
    FlightLine line;
    int lower = 0;  ///< level of its foot
    int upper = 0;  ///< level of its head
};

/// Levels that are drawn as one: a storey, or the ground floor in the open air around it.
struct Floor {
    std::vector<int> levels;  ///< the open air first, as it is painted below
    int named = 0;            ///< the level whose name it bears
    Box extent;               ///< [m]
};

/// What a film must know of a building before it draws it: measured once.
struct Setting {
    std::vector<Floor> floors;                 ///< those shown, from below
    std::vector<std::optional<Climb>> climbs;  ///< per Plan::units; flights that join two levels
};

Setting setting_of(const Plan& plan);

/// Whether two plans have the same units and openings in the same order, so that what is known of
/// an opening of one holds for that of the other.
bool same_building(const Plan& a, const Plan& b);

}  // namespace evac::render
