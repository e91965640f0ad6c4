#pragma once

#include "sim/passage/passage.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <vector>

namespace evac {

/// A part of a unit in which one can walk from everywhere to everywhere. Most units are one zone;
/// goods that close a corridor make two of it.
struct Zone {
    int unit = 0;
    std::vector<int> openings;  ///< those that this part of the unit leads to, in plan order
};

/// The building cut into zones, so that "there is a door to the corridor" and "the corridor leads
/// to the exit" together mean "there is a way".
struct Zones {
    std::vector<Zone> zones;                   ///< in order of units; unwalkable units have none
    std::vector<std::vector<int>> of_unit;     ///< per unit: indices into `zones`
    std::vector<std::vector<int>> of_opening;  ///< per unit and its openings (openings_by_unit): zone

    std::size_t count() const { return zones.size(); }
};

/// Two openings of a unit share a zone if a way of finite length joins them.
Zones find_zones(const Plan& plan, const WalkLengths& lengths);

/// The zone that one comes from through passing `p`, -1 where nobody can stand.
int zone_before(const Plan& plan, const Zones& zones, Passing p);
/// The zone that one comes to; -1 for the outside and for units that nobody walks in.
int zone_after(const Plan& plan, const Zones& zones, Passing p);

/// Whether somebody can pass there: not closed, not against one way, and not into a wall.
bool passable(const Plan& plan, const std::vector<char>& closed, Passing p);

/// Ways through the building as a directed graph. Vertices: the zones, then every passing, and last
/// the open air behind the exits, where every escape ends. An edge leads from a zone to each
/// passing out of it, and from a passing to what lies behind.
struct WayGraph {
    using Graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    Graph graph;
    std::size_t zones = 0;  ///< how many of the vertices are zones

    std::size_t passing(Passing p) const { return zones + static_cast<std::size_t>(p); }
    std::size_t out() const { return boost::num_vertices(graph) - 1; }
};

WayGraph build_way_graph(const Plan& plan, const Zones& zones, const std::vector<char>& closed);

/// Per vertex of the graph: whether a way leads from it to the open air.
std::vector<char> leading_out(const WayGraph& ways);

}  // namespace evac
