#pragma once

#include "sim/passage/zones.hpp"

#include <vector>

namespace evac {

/// An opening or a unit that every way out of some zones leads through: lose it and they are cut
/// off.
struct SinglePoint {
    int opening = -1;         ///< index into Plan::openings, or -1
    int unit = -1;            ///< index into Plan::units, or -1
    std::vector<int> behind;  ///< zones whose every way out leads through it, not its own; ascending
};

/// What the shape of the graph alone says, whoever is where.
struct GraphVerdict {
    std::vector<int> zones_without_way_out;  ///< ascending
    /// Everything that some zone cannot do without, openings first, in plan order: the dominators of
    /// that zone on its ways out (Lengauer and Tarjan 1979).
    std::vector<SinglePoint> single_points;
    /// Of the graph without directions: units whose loss parts the building, and openings that are
    /// bridges (Hopcroft and Tarjan 1973). A one-way door makes a difference between this and the
    /// single points.
    std::vector<int> articulation_units;
    std::vector<int> bridge_openings;
};

GraphVerdict judge_graph(const Plan& plan, const Zones& zones, const std::vector<char>& closed);

}  // namespace evac
