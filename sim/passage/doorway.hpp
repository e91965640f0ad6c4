#pragma once

#include "sim/passage/unit_floor.hpp"
#include "sim/passage/widest_ways.hpp"

#include <utility>
#include <vector>

namespace evac {

/// The floor right before some gaps of a unit as it is when these gaps are open.
///
/// The medial axis of the unit is drawn with all gaps closed, so that no way leads round through
/// what lies behind them. But a closed gap is a wall where in truth only its two jambs are: a lobby
/// 1 m deep between two openings 2 m wide would seem 1 m wide. Opening a gap changes the axis only
/// where the gap is the nearest thing. There it is drawn anew from the things around:
///
///          wall                 with the gap closed, discs before it touch the gap;
///     ------------  A           opened, they touch the jambs J and K or the thing A, and the
///                               way between J and A is as wide as it is
///     -----J    K---------
///           gap
struct Doorway {
    std::vector<int> openings;  ///< whose gaps are open: one, or two that face each other
    /// Ways from the openings to vertices of the closed axis. Nodes: those vertices by index, then
    /// one node for each of the openings in order, then those that only exist here.
    std::vector<Way> ways;
    int nodes = 0;
};

/// Draws the doorway of these openings.
Doorway doorway(const UnitFloor& floor, const std::vector<int>& openings);

/// Pairs of openings whose gaps are the two nearest things somewhere on the free floor.
std::vector<std::pair<int, int>> facing_openings(const UnitFloor& floor);

}  // namespace evac
