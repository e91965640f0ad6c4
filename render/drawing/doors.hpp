#pragma once

#include "render/drawing/shape.hpp"
#include "sim/plan/plan.hpp"

namespace evac::render {

/// Unit vector out of the building through an exit.
Vec2 direction_out(const Plan& plan, const Opening& opening);

/// The opening as architects draw it: leaf and swing where they are known, a red bar where it is
/// shut, a green one where it is an exit. The gap itself is cut out of the walls (walls.hpp).
Drawing door(const Plan& plan, const Opening& opening, bool shut);

/// Only what matters from afar: the green bar of an exit, the red one of a shut opening.
Drawing door_bar(const Opening& opening, bool shut);

/// Corners of what the leaves sweep over, empty where nothing swings; labels keep away from it.
std::vector<Vec2> swept(const Plan& plan, const Opening& opening);

}  // namespace evac::render
