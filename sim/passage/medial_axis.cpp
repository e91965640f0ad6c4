#include "sim/passage/medial_axis.hpp"

#include <boost/polygon/polygon.hpp>
#include <boost/polygon/segment_data.hpp>
#include <boost/polygon/voronoi.hpp>

#include <map>

namespace evac {

namespace {

using Corner = boost::polygon::point_data<std::int32_t>;
using GridSegment = boost::polygon::segment_data<std::int32_t>;
using Diagram = boost::polygon::voronoi_diagram<double>;

constexpr double touching = 1e-6;  // [m]; a hundredth of the grid's spacing

Vec2 in_metres(const GridPoint& p, double spacing) {
    return {spacing * p[0], spacing * p[1]};
}

}  // namespace

MedialAxis medial_axis(const std::vector<GridSite>& sites, double spacing) {
    MedialAxis axis;
    std::map<GridPoint, int> point_sites;
    const auto add_site = [&](const GridSite& site) {
        axis.grid_sites.push_back(site);
        axis.sites.push_back({in_metres(site.a, spacing), in_metres(site.b, spacing)});
        return static_cast<int>(axis.sites.size()) - 1;
    };
    std::vector<Corner> points;
    std::vector<GridSegment> segments;
    std::vector<int> segment_sites;
    for (const GridSite& site : sites) {
        const int index = add_site(site);
        if (site.is_point()) {
            points.emplace_back(site.a[0], site.a[1]);
            point_sites.emplace(site.a, index);
        } else {
            segments.emplace_back(Corner(site.a[0], site.a[1]), Corner(site.b[0], site.b[1]));
            segment_sites.push_back(index);
        }
    }
    for (const GridSite& site : sites) {
        for (const GridPoint& end : {site.a, site.b}) {
            if (point_sites.count(end) == 0) {
                point_sites.emplace(end, add_site({end, end}));
            }
        }
    }
    Diagram diagram;
    boost::polygon::construct_voronoi(points.begin(), points.end(), segments.begin(),
                                      segments.end(), &diagram);

    const auto site_of = [&](const Diagram::cell_type& cell) {
        // Points are numbered first.
        const std::size_t index = cell.source_index();
        if (cell.source_category() == boost::polygon::SOURCE_CATEGORY_SINGLE_POINT) {
            return point_sites.at({points[index].x(), points[index].y()});
        }
        const std::size_t segment = index - points.size();
        if (cell.contains_segment()) {
            return segment_sites[segment];
        }
        const Corner end =
            cell.source_category() == boost::polygon::SOURCE_CATEGORY_SEGMENT_START_POINT
                ? segments[segment].low()
                : segments[segment].high();
        return point_sites.at({end.x(), end.y()});
    };
    for (const Diagram::vertex_type& vertex : diagram.vertices()) {
        vertex.color(axis.vertices.size());
        axis.vertices.push_back({Vec2(vertex.x(), vertex.y()) * spacing, 0.0});
    }
    for (const Diagram::edge_type& edge : diagram.edges()) {
        if (!edge.is_finite() || &edge > edge.twin()) {
            continue;  // of two half edges one is enough
        }
        AxisEdge kept;
        kept.from = static_cast<int>(edge.vertex0()->color());
        kept.to = static_cast<int>(edge.vertex1()->color());
        kept.first_site = site_of(*edge.cell());
        kept.second_site = site_of(*edge.twin()->cell());
        axis.edges.push_back(kept);
        const BisectorArc arc = arc_of(axis, kept);
        for (const int v : {kept.from, kept.to}) {
            AxisVertex& vertex = axis.vertices[static_cast<std::size_t>(v)];
            vertex.clearance = clearance_at(arc, vertex.place);
        }
        // The normal at the end of a segment runs through that end: to the other side of the wall
        // where two segments in line meet, round the edge of a leaf.
        const std::optional<Vec2> middle = saddle(arc);
        if (middle && clearance_at(arc, *middle) < touching) {
            const auto end = static_cast<int>(axis.vertices.size());
            axis.vertices.push_back({*middle, 0.0});
            axis.edges.back().to = end;
            kept.from = end;
            axis.edges.push_back(kept);
        }
    }
    return axis;
}

BisectorArc arc_of(const MedialAxis& axis, const AxisEdge& edge) {
    return {axis.sites[static_cast<std::size_t>(edge.first_site)],
            axis.sites[static_cast<std::size_t>(edge.second_site)],
            axis.vertices[static_cast<std::size_t>(edge.from)].place,
            axis.vertices[static_cast<std::size_t>(edge.to)].place};
}

}  // namespace evac
