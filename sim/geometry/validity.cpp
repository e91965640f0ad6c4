#include "sim/geometry/validity.hpp"

#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <cassert>
#include <cmath>

namespace evac {

namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostPolygon = bg::model::polygon<BoostPoint, false, false>;  // counter-clockwise, open

void copy_ring(const Ring& ring, BoostPolygon::ring_type& copy) {
    for (const Vec2& corner : ring) {
        copy.emplace_back(corner.x(), corner.y());
    }
}

BoostPolygon boost_polygon(const Polygon& polygon) {
    BoostPolygon copy;
    copy_ring(polygon.outer, copy.outer());
    for (const Ring& hole : polygon.holes) {
        copy_ring(hole, copy.inners().emplace_back());
    }
    return copy;
}

PolygonDefect defect_of(bg::validity_failure_type failure) {
    switch (failure) {
        case bg::no_failure:
            return PolygonDefect::none;
        case bg::failure_few_points:
            return PolygonDefect::too_few_points;
        case bg::failure_wrong_topological_dimension:
        case bg::failure_spikes:
            return PolygonDefect::no_area;
        case bg::failure_self_intersections:
        case bg::failure_intersecting_interiors:
            return PolygonDefect::crosses_itself;
        case bg::failure_interior_rings_outside:
            return PolygonDefect::hole_outside;
        case bg::failure_nested_interior_rings:
            return PolygonDefect::holes_overlap;
        case bg::failure_disconnected_interior:
            return PolygonDefect::falls_apart;
        case bg::failure_invalid_coordinate:
            return PolygonDefect::not_finite;
        case bg::failure_duplicate_points:    // allowed by is_valid
        case bg::failure_not_closed:          // our rings are open by type
        case bg::failure_wrong_orientation:   // excluded by orient()
        case bg::failure_wrong_corner_order:  // boxes only
            break;
    }
    assert(false);
    return PolygonDefect::none;
}

bool finite(const Ring& ring) {
    for (const Vec2& corner : ring) {
        if (!std::isfinite(corner.x()) || !std::isfinite(corner.y())) {
            return false;
        }
    }
    return true;
}

/// A corner or crossing at which two edges meet that are not neighbours in their ring.
Vec2 first_meeting(const Polygon& polygon) {
    const std::vector<Segment> all = edges(polygon);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const Segment& s = all[i];
            const Segment& t = all[j];
            if (s.b == t.a || t.b == s.a || !intersects(s, t)) {
                continue;
            }
            const double turn = cross(s.b - s.a, t.b - t.a);
            return turn == 0.0 ? t.a : Vec2(s.a + cross(t.a - s.a, t.b - t.a) / turn * (s.b - s.a));
        }
    }
    return polygon.outer.front();
}

}  // namespace

PolygonValidity validity(const Polygon& polygon) {
    if (!finite(polygon.outer)) {
        return {PolygonDefect::not_finite};
    }
    if (polygon.outer.size() < 3) {
        return {PolygonDefect::too_few_points,
                polygon.outer.empty() ? Vec2(Vec2::Zero()) : polygon.outer.front()};
    }
    for (const Ring& hole : polygon.holes) {
        if (!finite(hole)) {
            return {PolygonDefect::not_finite};
        }
        if (hole.size() < 3) {
            return {PolygonDefect::too_few_points,
                    hole.empty() ? polygon.outer.front() : hole.front()};
        }
    }
    Polygon turned = polygon;
    orient(turned);
    // Without an area there is no orientation, which Boost would complain about instead.
    for (const Ring& hole : turned.holes) {
        if (signed_area(hole) == 0.0) {
            return {PolygonDefect::no_area, hole.front()};
        }
    }
    if (signed_area(turned.outer) == 0.0) {
        return {first_meeting(turned) == turned.outer.front() ? PolygonDefect::no_area
                                                              : PolygonDefect::crosses_itself,
                first_meeting(turned)};
    }
    bg::validity_failure_type failure = bg::no_failure;
    bg::is_valid(boost_polygon(turned), failure);
    const PolygonDefect defect = defect_of(failure);
    if (defect == PolygonDefect::none) {
        return {};
    }
    const bool in_hole =
        defect == PolygonDefect::hole_outside || defect == PolygonDefect::holes_overlap;
    return {defect, in_hole ? turned.holes.front().front() : first_meeting(turned)};
}

}  // namespace evac
