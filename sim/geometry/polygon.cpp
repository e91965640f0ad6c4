#include "sim/geometry/polygon.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

bool ring_surrounds(const Ring& ring, const Vec2& p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Vec2& a = ring[i];
        const Vec2& b = ring[j];
        if ((a.y() > p.y()) != (b.y() > p.y()) &&
            p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
            inside = !inside;
        }
    }
    return inside;
}

bool inside_rings(const Polygon& polygon, const Vec2& p) {
    bool inside = ring_surrounds(polygon.outer, p);
    for (const Ring& hole : polygon.holes) {
        inside = inside != ring_surrounds(hole, p);
    }
    return inside;
}

template <class Visit>
void for_each_edge(const Ring& ring, Visit visit) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        visit(Segment{ring[i], ring[(i + 1) % ring.size()]});
    }
}

}  // namespace

double signed_area(const Ring& ring) {
    double twice = 0.0;
    for_each_edge(ring, [&](const Segment& edge) { twice += cross(edge.a, edge.b); });
    return 0.5 * twice;
}

double area(const Polygon& polygon) {
    double sum = std::abs(signed_area(polygon.outer));
    for (const Ring& hole : polygon.holes) {
        sum -= std::abs(signed_area(hole));
    }
    return sum;
}

bool contains(const Polygon& polygon, const Vec2& p) {
    if (polygon.outer.size() < 3) {
        return false;
    }
    // The crossing rule alone is undecided on an edge; a hair's breadth counts as inside.
    constexpr double on_edge = 1e-9;
    return inside_rings(polygon, p) || edge_distance(polygon, p) <= on_edge;
}

double edge_distance(const Polygon& polygon, const Vec2& p) {
    double nearest = std::numeric_limits<double>::infinity();
    const auto measure = [&](const Segment& edge) {
        nearest = std::min(nearest, distance(edge, p));
    };
    for_each_edge(polygon.outer, measure);
    for (const Ring& hole : polygon.holes) {
        for_each_edge(hole, measure);
    }
    return nearest;
}

Box bounding_box(const Polygon& polygon) {
    if (polygon.outer.empty()) {
        return {};
    }
    Box box{polygon.outer.front(), polygon.outer.front()};
    for (const Vec2& corner : polygon.outer) {
        box.low = box.low.cwiseMin(corner);
        box.high = box.high.cwiseMax(corner);
    }
    return box;
}

Vec2 centroid(const Polygon& polygon) {
    // Relative to a corner, so that plans far from the origin lose no digits.
    const Vec2 origin = polygon.outer.empty() ? Vec2(Vec2::Zero()) : polygon.outer.front();
    Vec2 moment = Vec2::Zero();
    double twice = 0.0;
    const auto add = [&](const Segment& edge) {
        const Vec2 a = edge.a - origin;
        const Vec2 b = edge.b - origin;
        const double c = cross(a, b);
        twice += c;
        moment += c * (a + b);
    };
    for_each_edge(polygon.outer, add);
    for (const Ring& hole : polygon.holes) {
        for_each_edge(hole, add);
    }
    return twice == 0.0 ? origin : Vec2(origin + moment / (3.0 * twice));
}

Vec2 label_point(const Polygon& polygon) {
    const Vec2 centre = centroid(polygon);
    if (contains(polygon, centre)) {
        return centre;
    }
    // On a horizontal cut through the shape the middle of the widest run inside is a good place.
    const Box box = bounding_box(polygon);
    Vec2 best = centre;
    double widest = 0.0;
    constexpr int cuts = 9;
    for (int cut = 1; cut < cuts; ++cut) {
        const double y = box.low.y() + box.size().y() * cut / cuts;
        std::vector<double> crossings;
        for (const Segment& edge : edges(polygon)) {
            if ((edge.a.y() > y) != (edge.b.y() > y)) {
                crossings.push_back(edge.a.x() + (edge.b.x() - edge.a.x()) * (y - edge.a.y()) /
                                                     (edge.b.y() - edge.a.y()));
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const double width = crossings[i + 1] - crossings[i];
            if (width > widest) {
                widest = width;
                best = Vec2(0.5 * (crossings[i] + crossings[i + 1]), y);
            }
        }
    }
    return best;
}

std::vector<Segment> edges(const Polygon& polygon) {
    std::vector<Segment> all;
    const auto keep = [&](const Segment& edge) { all.push_back(edge); };
    for_each_edge(polygon.outer, keep);
    for (const Ring& hole : polygon.holes) {
        for_each_edge(hole, keep);
    }
    return all;
}

void orient(Polygon& polygon) {
    if (signed_area(polygon.outer) < 0.0) {
        std::reverse(polygon.outer.begin(), polygon.outer.end());
    }
    for (Ring& hole : polygon.holes) {
        if (signed_area(hole) > 0.0) {
            std::reverse(hole.begin(), hole.end());
        }
    }
}

}  // namespace evac
