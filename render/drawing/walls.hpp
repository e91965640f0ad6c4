#pragma once

#include "sim/plan/plan.hpp"

#include <vector>

namespace evac::render {

/// A stretch of wall as it is drawn: a line of points, joined to a ring where `closed`.
struct WallRun {
    std::vector<Vec2> points;
    bool closed = false;
    bool from_corner = false;  ///< begins at a corner of the outline, where another wall may go on
    bool to_corner = false;    ///< ends at one
};

/// The outline of a unit with the passable parts of `openings` (indices into plan.openings) cut
/// out.
std::vector<WallRun> wall_runs(const Plan& plan, int unit, const std::vector<int>& openings);

}  // namespace evac::render
