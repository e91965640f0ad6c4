#pragma once

#include "sim/crowd/doors.hpp"

namespace evac {

/// Of two units that an opening joins, the direction out of this one.
inline Vec2 way_out(const Doors& doors, std::size_t o, int unit) {
    return doors.units[o][0] == unit ? doors.across[o] : Vec2(-doors.across[o]);
}

/// How far `p` is beyond the line of opening `o`, seen from this unit of it [m].
inline double beyond_line(const Doors& doors, std::size_t o, int unit, const Vec2& p) {
    return (p - doors.line[o].a).dot(way_out(doors, o, unit));
}

/// Whether `p` is in front of or behind the line, not beside it by more than `slack` [m]: the next
/// opening in the same wall may be as near as the wall between is thin.
inline bool level_with(const Segment& line, const Vec2& p, double slack = 0.0) {
    const double length = line.length();
    const double at = (p - line.a).dot(line.b - line.a) / length;
    return at >= -slack && at <= length + slack;
}

/// Who has come through a doorway may be this far beside its line a step later [m].
inline constexpr double askew = 0.1;

}  // namespace evac
