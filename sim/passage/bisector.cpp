#include "sim/passage/bisector.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double rounding = 1e-7;  // [m]; well above the error of a Voronoi vertex

/// The arc between a point and a segment in the frame of the segment: x along it, y towards the
/// point, which stands `height` above it at x = `foot`. Equal distances: y = ((x - foot)^2 +
/// height^2) / (2 height).
struct Parabola {
    Vec2 origin = Vec2::Zero();
    Vec2 along = Vec2::UnitX();
    Vec2 up = Vec2::UnitY();
    double foot = 0.0;
    double height = 0.0;

    double x(const Vec2& p) const { return along.dot(p - origin); }
    Vec2 at(double x) const {
        const double aside = x - foot;
        return origin + x * along + (aside * aside + height * height) / (2.0 * height) * up;
    }
};

/// Whether the arc is a parabola, and if so which. Between a segment and one of its own ends the
/// arc is a straight line at right angles.
bool parabola_of(const BisectorArc& arc, Parabola& parabola) {
    if (arc.first.is_point() == arc.second.is_point()) {
        return false;
    }
    const Site& point = arc.first.is_point() ? arc.first : arc.second;
    const Site& segment = arc.first.is_point() ? arc.second : arc.first;
    parabola.origin = segment.a;
    parabola.along = (segment.b - segment.a).normalized();
    parabola.up = left_of(parabola.along);
    parabola.foot = parabola.x(point.a);
    parabola.height = parabola.up.dot(point.a - segment.a);
    if (parabola.height < 0.0) {
        parabola.up = -parabola.up;
        parabola.height = -parabola.height;
    }
    return parabola.height > rounding;
}

}  // namespace

Vec2 point_at(const BisectorArc& arc, double t) {
    if (t == 0.0 || t == 1.0) {
        return t == 0.0 ? arc.from : arc.to;
    }
    Parabola parabola;
    if (!parabola_of(arc, parabola)) {
        return arc.from + t * (arc.to - arc.from);
    }
    const double x0 = parabola.x(arc.from);
    return parabola.at(x0 + t * (parabola.x(arc.to) - x0));
}

double parameter_of(const BisectorArc& arc, const Vec2& p) {
    Parabola parabola;
    if (!parabola_of(arc, parabola)) {
        const Vec2 step = arc.to - arc.from;
        const double length2 = step.squaredNorm();
        return length2 == 0.0 ? 0.0 : step.dot(p - arc.from) / length2;
    }
    const double x0 = parabola.x(arc.from);
    const double reach = parabola.x(arc.to) - x0;
    return reach == 0.0 ? 0.0 : (parabola.x(p) - x0) / reach;
}

BisectorArc part_of(const BisectorArc& arc, double t0, double t1) {
    return {arc.first, arc.second, point_at(arc, t0), point_at(arc, t1)};
}

std::vector<double> crossings(const BisectorArc& arc, const Segment& line) {
    // The signed distance from the line is a quadratic function of the parameter, for parabolas
    // too: three values determine it.
    const Vec2 normal = left_of((line.b - line.a).normalized());
    const auto off = [&](double t) { return normal.dot(point_at(arc, t) - line.a); };
    const double c = off(0.0);
    const double half = off(0.5);
    const double end = off(1.0);
    const double a = 2.0 * (end + c) - 4.0 * half;
    const double b = end - c - a;
    std::vector<double> found;
    const auto consider = [&](double t) {
        // An end that lies on the line is found in spite of rounding.
        const double within = std::clamp(t, 0.0, 1.0);
        if (distance(line, point_at(arc, within)) <= rounding) {
            found.push_back(within);
        }
    };
    if (std::abs(a) <= 1e-12 * (std::abs(b) + std::abs(c))) {
        if (b != 0.0) {
            consider(-c / b);
        }
    } else if (const double root = b * b - 4.0 * a * c; root >= 0.0) {
        // The form that does not cancel.
        const double q = -0.5 * (b + (b < 0.0 ? -std::sqrt(root) : std::sqrt(root)));
        consider(q / a);
        if (q != 0.0 && root > 0.0) {
            consider(c / q);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

double clearance_at(const BisectorArc& arc, const Vec2& p) {
    return arc.first.is_point() ? (p - arc.first.a).norm() : distance(arc.first.line(), p);
}

std::optional<Vec2> saddle(const BisectorArc& arc) {
    Parabola parabola;
    Vec2 place = arc.from;
    if (parabola_of(arc, parabola)) {
        place = parabola.at(parabola.foot);
    } else if (arc.first.is_point() && arc.second.is_point()) {
        place = 0.5 * (arc.first.a + arc.second.a);
    } else if (arc.first.is_point() || arc.second.is_point()) {
        place = arc.first.is_point() ? arc.first.a : arc.second.a;  // past the end of a segment
    } else {
        return std::nullopt;
    }
    const double t = parameter_of(arc, place);
    const bool between = t > 0.0 && t < 1.0 && (place - arc.from).norm() > rounding &&
                         (place - arc.to).norm() > rounding;
    return between ? std::optional(place) : std::nullopt;
}

}  // namespace evac
