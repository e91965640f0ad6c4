#pragma once

#include "sim/passage/bisector.hpp"
#include "sim/passage/sweep_diagram.hpp"

#include <vector>

namespace evac {

/// Where three or more sites are equally far, or where lines meet.
struct AxisVertex {
    Vec2 place = Vec2::Zero();  ///< in metres from the middle of the unit
    double clearance = 0.0;     ///< distance to the nearest sites [m]
};

/// Where two sites are equally far and nothing is nearer.
struct AxisEdge {
    int from = 0, to = 0;  ///< vertices
    int first_site = 0, second_site = 0;
};

/// The Voronoi diagram of points and segments: all ways that keep as far as they can from
/// everything. Edges that run to infinity are left out; no edge runs through a site.
struct MedialAxis {
    std::vector<GridSite> grid_sites;  ///< those given, then the ends of segments
    std::vector<Site> sites;           ///< the same in metres
    std::vector<AxisVertex> vertices;
    std::vector<AxisEdge> edges;
    /// Edges that are not where they should be: 0 unless every attempt went wrong.
    int defects = 0;
};

/// `sites` may meet at their ends only; `spacing` of the grid [m]. Coordinates up to 2^31.
///
/// The result is checked: every vertex lies as far from the sites of its edges and no site is
/// nearer. Where the sweep line went wrong it is drawn again with the sites turned or mirrored,
/// exactly, so that it meets them in another order.
MedialAxis medial_axis(const std::vector<GridSite>& sites, double spacing);

/// The piece of the curve that an edge is.
BisectorArc arc_of(const MedialAxis& axis, const AxisEdge& edge);

}  // namespace evac
