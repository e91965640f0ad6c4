#pragma once

#include "sim/passage/bisector.hpp"
#include "sim/passage/floor_lines.hpp"

#include <vector>

namespace evac {

/// A point (a == b) or a straight piece on the grid of a unit.
struct GridSite {
    GridPoint a{}, b{};

    bool is_point() const { return a == b; }
    auto operator<=>(const GridSite&) const = default;
};

/// Where three or more sites are equally far, or where lines meet.
struct AxisVertex {
    Vec2 place = Vec2::Zero();  ///< in metres from the middle of the unit
    double clearance = 0.0;     ///< distance to the nearest sites [m]
};

/// Where two sites are equally far and nothing is nearer.
struct AxisEdge {
    int from = 0, to = 0;             ///< vertices
    int first_site = 0, second_site = 0;
};

/// The Voronoi diagram of points and segments: all ways that keep as far as they can from
/// everything. Edges that run to infinity are left out; no edge runs through a site.
struct MedialAxis {
    std::vector<GridSite> grid_sites;  ///< those given, then the ends of segments
    std::vector<Site> sites;           ///< the same in metres
    std::vector<AxisVertex> vertices;
    std::vector<AxisEdge> edges;
};

/// `sites` may meet at their ends only; `spacing` of the grid [m]. Coordinates up to 2^31.
MedialAxis medial_axis(const std::vector<GridSite>& sites, double spacing);

/// The piece of the curve that an edge is.
BisectorArc arc_of(const MedialAxis& axis, const AxisEdge& edge);

}  // namespace evac
