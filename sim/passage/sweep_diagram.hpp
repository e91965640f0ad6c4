#pragma once

#include "sim/passage/floor_lines.hpp"

#include <vector>

namespace evac {

/// A point (a == b) or a straight piece on the grid of a unit.
struct GridSite {
    GridPoint a{}, b{};

    bool is_point() const { return a == b; }
    auto operator<=>(const GridSite&) const = default;
};

/// The bare Voronoi diagram as the sweep line draws it, in steps of the grid.
struct SweepDiagram {
    struct Edge {
        GridSite first, second;   ///< the sites it lies between
        int from = -1, to = -1;   ///< vertices; -1 where it runs to infinity
    };
    std::vector<Vec2> vertices;
    std::vector<Edge> edges;
};

/// Fortune's sweep line for points and segments by Boost.Polygon's builder, with two corrections:
///
/// - Its predicates of 1.74 take a segment for an endless line unless it is vertical, and find
///   vertices that touch it beyond its end (boostorg/polygon pull request 66). Such a circle is no
///   event here.
/// - Its diagram links edges to rings and can do so for ever where an edge is missing (issue 49).
///   Here edges and vertices are only written down.
///
/// `sites` may meet at their ends only.
SweepDiagram sweep_diagram(const std::vector<GridSite>& sites);

}  // namespace evac
