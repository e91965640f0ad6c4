#include "sim/crowd/kept_walls.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Walls farther away limit nobody: the broadest shoulder and 0.15 s of the fastest walk [m].
constexpr double wall_concern = 0.6;

/// In other open doorways, and in those that have just closed, people are this far within [m].
constexpr double within = 0.03;

/// Limits how far somebody steps into a doorway that is not on the way and stands open, or was just
/// closed. It is no wall: with walls in the open sides of a crossing, people lock in its corners.
/// False where the gap is a wall like any other.
bool add_doorway(KeptWalls& near, const Crowd& crowd, std::size_t slot, const Doors& doors,
                 const Wall& wall, double reach, const Vec2& here) {
    const auto o = static_cast<std::size_t>(wall.opening);
    const int unit = crowd.unit[slot];
    if (wall.opening < 0 || (doors.units[o][0] != unit && doors.units[o][1] != unit)) {
        return false;
    }
    const Vec2 out = way_out(doors, o, unit);
    const double beyond = beyond_line(doors, o, unit, here);
    const bool open = doors.open[o] && crowd.target[slot] != wall.opening;
    if ((!open && beyond <= 0.0) || doors.turn[o]) {
        return false;
    }
    if (beyond > reach + within && crowd.mode[slot] == Mode::walking) {
        // Where two openings end at one point people come round the end; nothing keeps them there.
        // Whoever stands goes nowhere, and was pushed.
        return open && doors.gives_room[o];
    }
    const double distance = (open && doors.gives_room[o] ? reach : -within) - beyond;
    if (distance < wall_concern && level_with(wall.line, here)) {
        near.walls[near.count++] = {nullptr, out.x(), out.y(), distance, 0.0};
    }
    return true;
}

/// The room between a wall and the nearest one on the other side of the person [m].
double gap_at(const KeptWalls& near, const KeptWall& wall) {
    double gap = 2.0 * wall_concern;
    for (const KeptWall& other : near) {
        if (other.nx * wall.nx + other.ny * wall.ny < 0.0 && other.line != nullptr) {
            gap = std::min(gap, wall.distance + other.distance);
        }
    }
    return gap;
}

}  // namespace

KeptWalls kept_walls(const Crowd& crowd, std::size_t slot, const Ground& ground, const Doors& doors,
                     const MotionSettings& settings, const Vec2& here) {
    const int unit = crowd.unit[slot];
    const UnitGround& floor = ground.units[static_cast<std::size_t>(unit)];
    const double turned = settings.turned_shoulder * crowd.radius[slot];
    const double square = settings.shoulder * crowd.radius[slot];
    const double reach = doorway_reach(crowd, slot, settings);
    KeptWalls near;
    for (const std::int32_t index : walls_near(ground, unit, here)) {
        const Wall& wall = floor.walls[static_cast<std::size_t>(index)];
        if (wall.opening >= 0 &&
            (wall.opening == crowd.came[slot] || !closed_to(crowd, slot, doors, wall.opening))) {
            continue;
        }
        if (near.count == near.walls.size()) {
            break;
        }
        if (add_doorway(near, crowd, slot, doors, wall, reach, here)) {
            continue;
        }
        const Vec2 to_wall = closest_point(wall.line, here) - here;
        const double distance = to_wall.norm();
        if (distance >= wall_concern || distance == 0.0) {
            continue;
        }
        near.walls[near.count++] = {&wall.line, to_wall.x() / distance, to_wall.y() / distance,
                                    distance, turned};
    }
    if (crowd.turned[slot] == 0) {
        for (std::size_t w = 0; w < near.count; ++w) {
            KeptWall& wall = near.walls[w];
            if (wall.line != nullptr) {
                wall.keep =
                    std::clamp(0.5 * gap_at(near, wall) - settings.gap_sway, turned, square);
            }
        }
    }
    return near;
}

}  // namespace evac
