#include "sim/geometry/segment.hpp"

#include <algorithm>

namespace evac {

Vec2 closest_point(const Segment& s, const Vec2& p) {
    const Vec2 d = s.b - s.a;
    const double length2 = d.squaredNorm();
    if (length2 == 0.0) {
        return s.a;
    }
    const double t = std::clamp((p - s.a).dot(d) / length2, 0.0, 1.0);
    return s.a + t * d;
}

double distance(const Segment& s, const Vec2& p) {
    return (p - closest_point(s, p)).norm();
}

namespace {

/// Whether `p`, known to be on the line through `s`, lies between the ends of `s`.
bool within_box(const Segment& s, const Vec2& p) {
    return std::min(s.a.x(), s.b.x()) <= p.x() && p.x() <= std::max(s.a.x(), s.b.x()) &&
           std::min(s.a.y(), s.b.y()) <= p.y() && p.y() <= std::max(s.a.y(), s.b.y());
}

}  // namespace

bool intersects(const Segment& s, const Segment& t) {
    const double s_a = cross(t.b - t.a, s.a - t.a);
    const double s_b = cross(t.b - t.a, s.b - t.a);
    const double t_a = cross(s.b - s.a, t.a - s.a);
    const double t_b = cross(s.b - s.a, t.b - s.a);
    if (((s_a > 0 && s_b < 0) || (s_a < 0 && s_b > 0)) &&
        ((t_a > 0 && t_b < 0) || (t_a < 0 && t_b > 0))) {
        return true;
    }
    return (s_a == 0 && within_box(t, s.a)) || (s_b == 0 && within_box(t, s.b)) ||
           (t_a == 0 && within_box(s, t.a)) || (t_b == 0 && within_box(s, t.b));
}

}  // namespace evac
