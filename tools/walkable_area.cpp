#include "tools/walkable_area.hpp"

// Boost 1.74 measures the box of a multi-polygon in a way that g++ 12 suspects of reading before
// writing; it does not, and the warning cannot be confined to Boost's header.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <fmt/format.h>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

namespace evac {

namespace {

namespace geometry = boost::geometry;

constexpr double half_wall = 0.05;  // less than any body radius, so nobody stands in a wall [m]
// An opening lies up to 5 cm from its unit, and must reach a little into the shrunk unit.
constexpr double opening_reach = 0.05 + half_wall + 0.01;  // [m]

using Point = geometry::model::d2::point_xy<double>;
using Area = geometry::model::polygon<Point, false, false>;  // counter-clockwise, open
using Areas = geometry::model::multi_polygon<Area>;

Area area_of(const Polygon& polygon) {
    Area area;
    for (const Vec2& corner : polygon.outer) {
        area.outer().emplace_back(corner.x(), corner.y());
    }
    for (const Ring& hole : polygon.holes) {
        area.inners().emplace_back();
        for (const Vec2& corner : hole) {
            area.inners().back().emplace_back(corner.x(), corner.y());
        }
    }
    geometry::correct(area);
    return area;
}

template <class Points>
Ring ring_of(const Points& points) {
    Ring ring;
    for (const Point& point : points) {
        ring.emplace_back(point.x(), point.y());
    }
    return ring;
}

Areas shrunk(const Area& area) {
    Areas smaller;
    geometry::buffer(
        area, smaller, geometry::strategy::buffer::distance_symmetric<double>(-half_wall),
        geometry::strategy::buffer::side_straight(), geometry::strategy::buffer::join_miter(),
        geometry::strategy::buffer::end_flat(), geometry::strategy::buffer::point_square());
    return smaller;
}

/// The passable gap of an opening with a little depth.
Area gap_of(const Opening& opening) {
    const Segment line = opening.clear_line();
    const Vec2 across = left_of((line.b - line.a).normalized()) * opening_reach;
    return area_of({{line.a - across, line.b - across, line.b + across, line.a + across}, {}});
}

template <class Addition>
void unite(Areas& areas, const Addition& addition) {
    Areas sum;
    geometry::union_(areas, addition, sum);
    areas = std::move(sum);
}

std::string ring_text(const Ring& ring) {
    std::string text = "(";
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Vec2& corner = ring[i % ring.size()];
        text += fmt::format("{}{:.3f} {:.3f}", i == 0 ? "" : ", ", corner.x(), corner.y());
    }
    return text + ")";
}

std::string polygon_text(const Polygon& polygon) {
    std::string text = "POLYGON (" + ring_text(polygon.outer);
    for (const Ring& hole : polygon.holes) {
        text += ", " + ring_text(hole);
    }
    return text + ")";
}

}  // namespace

std::vector<Polygon> walkable_area(const Plan& plan, int level,
                                   const std::vector<char>& fixture_present) {
    const auto here = [&](int index) {
        if (index == outside) {
            return false;
        }
        const Unit& unit = plan.units[static_cast<std::size_t>(index)];
        return unit.level == level && walkable(unit);
    };
    Areas areas;
    for (int i = 0; i < static_cast<int>(plan.units.size()); ++i) {
        if (here(i)) {
            unite(areas, shrunk(area_of(plan.units[static_cast<std::size_t>(i)].polygon)));
        }
    }
    for (const Opening& opening : plan.openings) {
        if (here(opening.units[0]) || here(opening.units[1])) {
            unite(areas, gap_of(opening));
        }
    }
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (here(plan.fixtures[i].unit) && i < fixture_present.size() && fixture_present[i] != 0) {
            Areas rest;
            geometry::difference(areas, area_of(plan.fixtures[i].polygon), rest);
            areas = std::move(rest);
        }
    }

    std::vector<Polygon> polygons;
    for (const Area& area : areas) {
        Polygon polygon{ring_of(area.outer()), {}};
        for (const auto& hole : area.inners()) {
            polygon.holes.push_back(ring_of(hole));
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

std::string well_known_text(const std::vector<Polygon>& polygons) {
    if (polygons.size() == 1) {
        return polygon_text(polygons.front());
    }
    if (polygons.empty()) {
        return "GEOMETRYCOLLECTION EMPTY";
    }
    std::string text = "GEOMETRYCOLLECTION (";
    for (const Polygon& polygon : polygons) {
        text += (&polygon == &polygons.front() ? "" : ", ") + polygon_text(polygon);
    }
    return text + ")";
}

}  // namespace evac
