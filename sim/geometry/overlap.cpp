#include "sim/geometry/overlap.hpp"

#include <algorithm>
#include <utility>

namespace evac {

namespace {

double low_y(const Segment& s) {
    return std::min(s.a.y(), s.b.y());
}

double high_y(const Segment& s) {
    return std::max(s.a.y(), s.b.y());
}

/// Edges that reach into the heights of `box`. Those beside it count too: they say where inside is.
std::vector<Segment> edges_beside(const Polygon& polygon, const Box& box) {
    std::vector<Segment> all = edges(polygon);
    std::erase_if(all, [&](const Segment& edge) {
        return high_y(edge) < box.low.y() || low_y(edge) > box.high.y();
    });
    return all;
}

/// Those of them that reach into the box itself: only they can cross an edge of the other polygon.
std::vector<Segment> edges_within(std::vector<Segment> all, const Box& box) {
    std::erase_if(all, [&](const Segment& edge) {
        return std::max(edge.a.x(), edge.b.x()) < box.low.x() ||
               std::min(edge.a.x(), edge.b.x()) > box.high.x();
    });
    return all;
}

/// Heights at which strips must end: corners and crossings, sorted.
std::vector<double> strip_ends(const std::vector<Segment>& of_a, const std::vector<Segment>& of_b,
                               const Box& box) {
    std::vector<double> ends = {box.low.y(), box.high.y()};
    const auto add = [&](double y) {
        if (y > box.low.y() && y < box.high.y()) {
            ends.push_back(y);
        }
    };
    for (const std::vector<Segment>* edges_of_one : {&of_a, &of_b}) {
        for (const Segment& edge : *edges_of_one) {
            add(edge.a.y());
            add(edge.b.y());
        }
    }
    const std::vector<Segment> near_b = edges_within(of_b, box);
    for (const Segment& s : edges_within(of_a, box)) {
        const Vec2 along = s.b - s.a;
        for (const Segment& t : near_b) {
            const double turn = cross(along, t.b - t.a);
            if (turn == 0.0) {
                continue;
            }
            const double at = cross(t.a - s.a, t.b - t.a) / turn;
            if (at > 0.0 && at < 1.0) {
                add(s.a.y() + at * along.y());
            }
        }
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

/// Where a horizontal line enters and leaves the polygon, sorted.
void find_crossings(const std::vector<Segment>& of_one, double y, std::vector<double>& crossings) {
    crossings.clear();
    for (const Segment& edge : of_one) {
        if ((edge.a.y() > y) != (edge.b.y() > y)) {
            crossings.push_back(edge.a.x() + (edge.b.x() - edge.a.x()) * (y - edge.a.y()) /
                                                 (edge.b.y() - edge.a.y()));
        }
    }
    std::sort(crossings.begin(), crossings.end());
}

}  // namespace

Overlap overlap(const Polygon& a, const Polygon& b) {
    const Box box_a = bounding_box(a);
    const Box box_b = bounding_box(b);
    const Box box{box_a.low.cwiseMax(box_b.low), box_a.high.cwiseMin(box_b.high)};
    Overlap common;
    if (box.low.x() >= box.high.x() || box.low.y() >= box.high.y()) {
        return common;
    }
    const std::vector<Segment> of_a = edges_beside(a, box);
    const std::vector<Segment> of_b = edges_beside(b, box);
    const std::vector<double> ends = strip_ends(of_a, of_b, box);
    double largest = 0.0;
    std::vector<double> in_a;
    std::vector<double> in_b;
    for (std::size_t strip = 0; strip + 1 < ends.size(); ++strip) {
        const double height = ends[strip + 1] - ends[strip];
        const double y = 0.5 * (ends[strip] + ends[strip + 1]);
        find_crossings(of_a, y, in_a);
        find_crossings(of_b, y, in_b);
        for (std::size_t i = 0, j = 0; i + 1 < in_a.size() && j + 1 < in_b.size();) {
            const double left = std::max(in_a[i], in_b[j]);
            const double right = std::min(in_a[i + 1], in_b[j + 1]);
            // Within a strip lengths change evenly: the one in the middle gives the area.
            const double piece = right > left ? (right - left) * height : 0.0;
            common.area += piece;
            if (piece > largest) {
                largest = piece;
                common.place = {0.5 * (left + right), y};
            }
            (in_a[i + 1] < in_b[j + 1] ? i : j) += 2;
        }
    }
    return common;
}

}  // namespace evac
