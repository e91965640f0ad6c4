#include "tools/import/frame.hpp"

#include "tools/import/overlay.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace evac {

Vec2 Frame::point(double s, double t) const {
    const Vec2 p = corner + s * along + t * across();
    return {std::round(p.x() * 1e3) / 1e3, std::round(p.y() * 1e3) / 1e3};
}

Vec2 Frame::local(const Vec2& p) const {
    return {(p - corner).dot(along), (p - corner).dot(across())};
}

Polygon Frame::part(double s0, double s1, double t0, double t1) const {
    // Along x and across y make a right-handed pair, so this order turns counter-clockwise.
    return {{point(s0, t0), point(s1, t0), point(s1, t1), point(s0, t1)}, {}};
}

Segment Frame::line(double s, double t0, double t1) const {
    return {point(s, t0), point(s, t1)};
}

Frame Frame::turned() const {
    return {corner + length * along, across(), width, length};
}

Frame smallest_frame(const Polygon& polygon) {
    Frame best;
    double smallest = std::numeric_limits<double>::infinity();
    const Polygon hull = convex_hull(polygon);
    for (const Segment& edge : edges(hull)) {
        if (edge.length() == 0.0) {
            continue;
        }
        Frame frame{edge.a, (edge.b - edge.a) / edge.length(), 0.0, 0.0};
        Vec2 low = frame.local(edge.a);
        Vec2 high = low;
        for (const Vec2& p : hull.outer) {
            low = low.cwiseMin(frame.local(p));
            high = high.cwiseMax(frame.local(p));
        }
        frame.corner += low.x() * frame.along + low.y() * frame.across();
        frame.length = high.x() - low.x();
        frame.width = high.y() - low.y();
        // Without the margin the last bit would choose among the sides of a rectangle.
        if (frame.length * frame.width < smallest - 1e-6) {
            smallest = frame.length * frame.width;
            best = frame;
        }
    }
    return best;
}

Frame frame_inside(const Polygon& polygon) {
    Frame frame = smallest_frame(polygon);
    constexpr double step = 0.05;       // [m]
    constexpr double tolerance = 0.01;  // part of the rectangle that may stick out
    constexpr double least = 0.5;       // [m]
    const auto outside_part = [&](const Frame& f) {
        const double whole = f.length * f.width;
        return whole - overlap_area(f.part(0.0, f.length, 0.0, f.width), polygon);
    };
    while (outside_part(frame) > tolerance * frame.length * frame.width) {
        // Draw in the side that frees most for what it costs.
        std::array<Frame, 4> tries{frame, frame, frame, frame};
        tries[0].corner += step * frame.along;
        tries[0].length -= step;
        tries[1].length -= step;
        tries[2].corner += step * frame.across();
        tries[2].width -= step;
        tries[3].width -= step;
        const double now = outside_part(frame);
        double best = -1.0;
        Frame next = frame;
        for (const Frame& option : tries) {
            const double cost = frame.length * frame.width - option.length * option.width;
            const double gain = (now - outside_part(option)) / cost;
            if (gain > best) {
                best = gain;
                next = option;
            }
        }
        frame = next;
        if (frame.length < least || frame.width < least) {
            return {};
        }
    }
    return frame;
}

}  // namespace evac
