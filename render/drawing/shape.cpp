#include "render/drawing/shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace evac::render {

namespace {

constexpr int arc_pieces = 12;  // per quarter turn; smooth for arcs of up to 300 px
constexpr int circle_pieces = 48;

}  // namespace

namespace {

struct Move {
    Vec2 by;

    void operator()(Area& area) const {
        for (Ring& ring : area.rings) {
            shift(ring);
        }
    }
    void operator()(Line& line) const { shift(line.points); }
    void operator()(Text& text) const { text.at += by; }
    void operator()(Mark& mark) const { mark.at += by; }
    void operator()(Lattice& lattice) const {
        lattice.origin += by;
        for (Ring& ring : lattice.clip) {
            shift(ring);
        }
    }

private:
    void shift(std::vector<Vec2>& points) const {
        for (Vec2& p : points) {
            p += by;
        }
    }
};

}  // namespace

Drawing moved(Drawing drawing, const Vec2& by) {
    for (Shape& shape : drawing.shapes) {
        std::visit(Move{by}, shape);
    }
    return drawing;
}

Ring rounded_rectangle(const Vec2& centre, const Vec2& size, double radius) {
    const double r = std::min({radius, 0.5 * size.x(), 0.5 * size.y()});
    const Vec2 inner = 0.5 * size - Vec2(r, r);
    Ring ring;
    for (int corner = 0; corner < 4; ++corner) {
        const double sx = corner == 0 || corner == 3 ? 1.0 : -1.0;
        const double sy = corner < 2 ? 1.0 : -1.0;
        for (int piece = 0; piece <= arc_pieces; ++piece) {
            const double angle =
                (corner + static_cast<double>(piece) / arc_pieces) * 0.5 * std::numbers::pi;
            ring.push_back(centre + Vec2(sx * inner.x(), sy * inner.y()) +
                           r * Vec2(std::cos(angle), std::sin(angle)));
        }
    }
    return ring;
}

Ring circle(const Vec2& centre, double radius) {
    Ring ring;
    for (int piece = 0; piece < circle_pieces; ++piece) {
        const double angle = 2.0 * std::numbers::pi * piece / circle_pieces;
        ring.push_back(centre + radius * Vec2(std::cos(angle), std::sin(angle)));
    }
    return ring;
}

std::vector<Vec2> quarter_arc(const Vec2& centre, const Vec2& from, const Vec2& to) {
    std::vector<Vec2> points;
    for (int piece = 0; piece <= arc_pieces; ++piece) {
        const double angle = 0.5 * std::numbers::pi * piece / arc_pieces;
        points.push_back(centre + std::cos(angle) * (from - centre) +
                         std::sin(angle) * (to - centre));
    }
    return points;
}

std::vector<Ring> rings_of(const Polygon& polygon) {
    std::vector<Ring> rings{polygon.outer};
    rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    return rings;
}

}  // namespace evac::render
