#include "tools/import/overlay.hpp"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <algorithm>

namespace evac {

namespace {

namespace bg = boost::geometry;
using Point = bg::model::d2::point_xy<double>;
using Shape = bg::model::polygon<Point, false, false>;  // counter-clockwise, not closed
using Shapes = bg::model::multi_polygon<Shape>;

Shape to_shape(const Polygon& polygon) {
    Shape shape;
    for (const Vec2& p : polygon.outer) {
        shape.outer().push_back({p.x(), p.y()});
    }
    for (const Ring& hole : polygon.holes) {
        shape.inners().emplace_back();
        for (const Vec2& p : hole) {
            shape.inners().back().push_back({p.x(), p.y()});
        }
    }
    bg::correct(shape);
    return shape;
}

template <class ShapeRing>
Ring to_ring(const ShapeRing& points) {
    Ring ring;
    for (const Point& p : points) {
        const Vec2 corner(p.x(), p.y());
        if (ring.empty() || ring.back() != corner) {
            ring.push_back(corner);
        }
    }
    while (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

std::vector<Polygon> to_polygons(const Shapes& shapes) {
    std::vector<Polygon> polygons;
    for (const Shape& shape : shapes) {
        Polygon polygon{to_ring(shape.outer()), {}};
        if (polygon.outer.size() < 3) {
            continue;
        }
        for (const auto& inner : shape.inners()) {
            Ring hole = to_ring(inner);
            if (hole.size() >= 3) {
                polygon.holes.push_back(std::move(hole));
            }
        }
        orient(polygon);
        if (area(polygon) > 0.0) {
            polygons.push_back(std::move(polygon));
        }
    }
    std::stable_sort(polygons.begin(), polygons.end(),
                     [](const Polygon& a, const Polygon& b) { return area(a) > area(b); });
    return polygons;
}

bool boxes_meet(const Polygon& a, const Polygon& b) {
    const Box p = bounding_box(a);
    const Box q = bounding_box(b);
    return (p.low.array() <= q.high.array()).all() && (q.low.array() <= p.high.array()).all();
}

}  // namespace

std::vector<Polygon> difference(const Polygon& a, const Polygon& b) {
    if (!boxes_meet(a, b)) {
        return {a};
    }
    Shapes result;
    bg::difference(to_shape(a), to_shape(b), result);
    return to_polygons(result);
}

std::vector<Polygon> intersection(const Polygon& a, const Polygon& b) {
    if (!boxes_meet(a, b)) {
        return {};
    }
    Shapes result;
    bg::intersection(to_shape(a), to_shape(b), result);
    return to_polygons(result);
}

std::vector<Polygon> unite(const std::vector<Polygon>& polygons) {
    Shapes sum;
    for (const Polygon& polygon : polygons) {
        Shapes grown;
        bg::union_(sum, to_shape(polygon), grown);
        sum = std::move(grown);
    }
    return to_polygons(sum);
}

double overlap_area(const Polygon& a, const Polygon& b) {
    double sum = 0.0;
    for (const Polygon& piece : intersection(a, b)) {
        sum += area(piece);
    }
    return sum;
}

bool is_simple(const Polygon& polygon) {
    return polygon.outer.size() >= 3 && bg::is_valid(to_shape(polygon));
}

Polygon convex_hull(const Polygon& polygon) {
    Shape hull;
    bg::convex_hull(to_shape(polygon), hull);
    Polygon result{to_ring(hull.outer()), {}};
    orient(result);
    return result;
}

namespace {

/// Where two segments cross in their insides, as a parameter along the first; -1 when they do not.
double crossing(const Segment& s, const Segment& t) {
    const Vec2 r = s.b - s.a;
    const Vec2 q = t.b - t.a;
    const double turn = cross(r, q);
    if (turn == 0.0) {
        return -1.0;
    }
    const double along_s = cross(t.a - s.a, q) / turn;
    const double along_t = cross(t.a - s.a, r) / turn;
    constexpr double inside = 1e-9;
    const bool within =
        along_s > inside && along_s < 1.0 - inside && along_t > inside && along_t < 1.0 - inside;
    return within ? along_s : -1.0;
}

/// Cuts a ring at its first self-crossing into two, again and again.
std::vector<Ring> loops(Ring ring) {
    std::vector<Ring> open{std::move(ring)};
    std::vector<Ring> simple;
    while (!open.empty()) {
        const Ring now = std::move(open.back());
        open.pop_back();
        const std::size_t n = now.size();
        bool cut = false;
        for (std::size_t i = 0; i < n && !cut; ++i) {
            for (std::size_t j = i + 1; j < n && !cut; ++j) {
                const Segment s{now[i], now[(i + 1) % n]};
                const double at = crossing(s, {now[j], now[(j + 1) % n]});
                if (at < 0.0) {
                    continue;
                }
                const Vec2 p = s.a + at * (s.b - s.a);
                using Offset = Ring::difference_type;
                const auto begin = now.begin();
                Ring inner(begin + static_cast<Offset>(i) + 1, begin + static_cast<Offset>(j) + 1);
                inner.push_back(p);
                Ring rest(begin, begin + static_cast<Offset>(i) + 1);
                rest.push_back(p);
                rest.insert(rest.end(), begin + static_cast<Offset>(j) + 1, now.end());
                open.push_back(std::move(inner));
                open.push_back(std::move(rest));
                cut = true;
            }
        }
        if (!cut && n >= 3) {
            simple.push_back(now);
        }
    }
    return simple;
}

}  // namespace

std::vector<Polygon> untangle(const Polygon& polygon) {
    std::vector<Polygon> pieces;
    for (Ring& ring : loops(polygon.outer)) {
        Polygon piece{std::move(ring), {}};
        orient(piece);
        for (const Ring& hole : polygon.holes) {
            if (contains(piece, hole.front())) {
                piece.holes.push_back(hole);
            }
        }
        orient(piece);
        if (is_simple(piece) && area(piece) > 0.0) {
            pieces.push_back(std::move(piece));
        }
    }
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Polygon& a, const Polygon& b) { return area(a) > area(b); });
    return pieces;
}

}  // namespace evac
