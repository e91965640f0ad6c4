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

/// What a film must know of a building before it draws it: measured once.
struct Setting {
    std::vector<int> levels;                    ///< those shown, from below
    std::vector<Box> extents;                   ///< per Plan::levels [m]
    std::vector<std::optional<Climb>> climbs;   ///< per Plan::units; flights that join two levels
};

Setting setting_of(const Plan& plan);

}  // namespace evac::render
