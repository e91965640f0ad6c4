#include "tests/sim/ground/walker.hpp"

namespace evac::scenes {

Vec2 off_walls(const Ground& ground, int unit, Vec2 p, double clearance) {
    for (int pass = 0; pass < 3; ++pass) {
        for (const std::int32_t index : walls_near(ground, unit, p)) {
            const Wall& wall =
                ground.units[static_cast<std::size_t>(unit)].walls[static_cast<std::size_t>(index)];
            const Vec2 foot = closest_point(wall.line, p);
            const double d = (p - foot).norm();
            if (wall.opening < 0 && d < clearance && d > 0.0) {
                p = foot + clearance / d * (p - foot);
            }
        }
    }
    return p;
}

Walk walk(const Ground& ground, const Plan& plan, int unit, Target target, const Vec2& start,
          double longest, double arrive) {
    constexpr double step = 0.05;  // [m]
    const int field = find_field(ground, unit, target);
    Walk result;
    result.end = start;
    while (result.length < longest) {
        const Heading heading = heading_at(ground, plan, unit, field, result.end);
        if (heading.distance <= arrive) {
            result.through = true;
            break;
        }
        if (heading.direction == Vec2::Zero()) {
            break;
        }
        result.end = off_walls(ground, unit, result.end + step * heading.direction, body_clearance);
        result.length += step;
    }
    return result;
}

}  // namespace evac::scenes
