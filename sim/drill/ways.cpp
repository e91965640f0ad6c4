#include "sim/crowd/doorway.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

namespace {

constexpr int block = 64;  ///< people per block of work

/// A door just passed is left behind, and a wall again, when the body is clear of it.
bool clear_of_door(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const auto door = static_cast<std::size_t>(crowd.came[slot]);
    constexpr double slack = 0.02;  // so that the wall does not push at once
    return distance(drill.doors.line[door], crowd.position(slot)) >
           drill.motion.turned_shoulder * crowd.radius[slot] + slack;
}

/// Nearer to its line than this one knows one's place among those behind it [m].
constexpr double near_line = 0.8;

/// Two who stand side by side on the line of an opening, one a hair before it, one behind, must
/// agree on who is nearer to what comes next, or each waits for the other. Far from the line the
/// way from the opening's middle is good enough; here it is the person's own.
void look_beyond(Drill& drill, std::size_t slot, double remaining) {
    Crowd& crowd = drill.crowd;
    const int after = crowd.after[slot];
    const int openings = static_cast<int>(drill.plan().openings.size());
    if (after < 0 || crowd.beyond[slot] == outside ||
        drill.doors.turn[static_cast<std::size_t>(crowd.target[slot])]) {
        return;  // beyond a turn the same place is another one
    }
    const Target target = after < openings ? Target{Target::Kind::opening, after}
                                           : Target{Target::Kind::assembly_area, after - openings};
    const int field = find_field(drill.ground, crowd.beyond[slot], target);
    if (field < 0) {
        return;  // beyond a ride
    }
    const double left =
        heading_at(drill.ground, drill.plan(), crowd.beyond[slot], field, crowd.position(slot))
            .distance;
    if (left < unreachable) {
        crowd.ahead[slot] = left - remaining;
    }
}

/// The direction out of the unit through the opening ahead.
Vec2 way_out_ahead(const Drill& drill, std::size_t slot) {
    return way_out(drill.doors, static_cast<std::size_t>(drill.crowd.target[slot]),
                   drill.crowd.unit[slot]);
}

/// Whether somebody was pushed into a doorway of the unit other than the one ahead, and beyond the
/// line of that. From there the way leads back first: the wall between is thin, and no way is
/// known.
bool in_another_doorway(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const int target = crowd.target[slot];
    const auto ahead = static_cast<std::size_t>(target);
    const Vec2 here = crowd.position(slot);
    const auto just_beyond = [&](std::size_t o) {
        const double beyond = beyond_line(drill.doors, o, crowd.unit[slot], here);
        return beyond > 0.0 && beyond < sill_reach;
    };
    if (ahead >= drill.doors.count() || drill.doors.turn[ahead] || across(crowd, slot) ||
        !just_beyond(ahead) || level_with(drill.doors.line[ahead], here, askew)) {
        return false;
    }
    const auto& openings = drill.doors.of_unit[static_cast<std::size_t>(crowd.unit[slot])];
    return std::any_of(openings.begin(), openings.end(), [&](int opening) {
        const auto o = static_cast<std::size_t>(opening);
        return opening != target && just_beyond(o) && level_with(drill.doors.line[o], here);
    });
}

/// Where a detour is known, its direction. Whoever meets others minds them, and right before an
/// opening there is nothing to go round.
Vec2 round_the_crowd(const Drill& drill, std::size_t slot, const Heading& heading) {
    if (drill.crowd.turned[slot] != 0 || heading.distance < sill_reach) {
        return heading.direction;
    }
    const Vec2 way = detour_at(drill.ground, drill.crowd.unit[slot], drill.crowd.field[slot],
                               drill.crowd.position(slot));
    return way == Vec2::Zero() ? heading.direction : way;
}

/// Whoever walks in a file bears towards the one before, if that one is in sight on the same way.
Vec2 in_file(const Drill& drill, std::size_t slot, const Vec2& way) {
    constexpr double nearest = 0.6;   // m; nearer than this one just walks
    constexpr double farthest = 3.0;  // m
    constexpr double weight = 0.7;
    const Crowd& crowd = drill.crowd;
    const int follow = drill.minds[static_cast<std::size_t>(crowd.id[slot])].follow;
    const std::int32_t other = follow < 0 ? -1 : drill.slot_of[static_cast<std::size_t>(follow)];
    if (other < 0) {
        return way;
    }
    const auto before = static_cast<std::size_t>(other);
    const Vec2 to = crowd.position(before) - crowd.position(slot);
    const double distance = to.norm();
    if (crowd.unit[before] != crowd.unit[slot] || crowd.target[before] != crowd.target[slot] ||
        distance < nearest || distance > farthest || to.dot(way) <= 0.0) {
        return way;
    }
    return ((1.0 - weight) * way + (weight / distance) * to).normalized();
}

}  // namespace

void find_ways(Drill& drill) {
    Crowd& crowd = drill.crowd;
    drill.team.for_blocks(static_cast<int>(crowd.size()), block, [&](int begin, int end) {
        for (auto slot = static_cast<std::size_t>(begin); slot < static_cast<std::size_t>(end);
             ++slot) {
            if (crowd.field[slot] < 0 || crowd.mode[slot] != Mode::walking) {
                // Who has just come to stay walks on a little, out of the way of those behind.
                const bool settles = crowd.mode[slot] == Mode::walking;
                crowd.way_x[slot] = settles ? crowd.look_x[slot] : 0.0;
                crowd.way_y[slot] = settles ? crowd.look_y[slot] : 0.0;
                crowd.remaining[slot] = unreachable;
                continue;
            }
            const Heading heading = heading_at(drill.ground, drill.plan(), crowd.unit[slot],
                                               crowd.field[slot], crowd.position(slot));
            crowd.remaining[slot] = heading.distance;
            if (heading.distance < near_line) {
                look_beyond(drill, slot, heading.distance);
            }
            const Vec2 way = in_another_doorway(drill, slot)
                                 ? Vec2(-way_out_ahead(drill, slot))
                                 : in_file(drill, slot, round_the_crowd(drill, slot, heading));
            crowd.way_x[slot] = way.x();
            crowd.way_y[slot] = way.y();
            if (crowd.came[slot] >= 0 && crowd.came[slot] != crowd.target[slot] &&
                clear_of_door(drill, slot)) {
                crowd.came[slot] = -1;
            }
        }
    });
}

}  // namespace evac
