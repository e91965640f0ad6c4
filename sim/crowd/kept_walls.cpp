#include "sim/crowd/kept_walls.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Walls farther away limit nobody: the broadest shoulder and 0.15 s of the fastest walk [m].
constexpr double wall_concern = 0.6;

/// An open doorway that is not on the way is a wall for the feet only: shoulders reach into it.
/// With full walls in the open sides of a crossing, people lock in its corners [m].
constexpr double doorway_keep = 0.03;

bool stands_open(const Crowd& crowd, std::size_t slot, const Doors& doors, int opening) {
    return opening >= 0 && opening != crowd.target[slot] &&
           doors.open[static_cast<std::size_t>(opening)] &&
           !doors.turn[static_cast<std::size_t>(opening)];
}

/// The room between a wall and the nearest one on the other side of the person [m].
double gap_at(const KeptWalls& near, const KeptWall& wall) {
    double gap = 2.0 * wall_concern;
    for (const KeptWall& other : near) {
        if (other.nx * wall.nx + other.ny * wall.ny < 0.0 && other.keep > doorway_keep) {
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
    KeptWalls near;
    for (const std::int32_t index : walls_near(ground, unit, here)) {
        const Wall& wall = floor.walls[static_cast<std::size_t>(index)];
        if (wall.opening >= 0 &&
            (wall.opening == crowd.came[slot] || !closed_to(crowd, slot, doors, wall.opening))) {
            continue;
        }
        const Vec2 to_wall = closest_point(wall.line, here) - here;
        const double distance = to_wall.norm();
        if (distance >= wall_concern || distance == 0.0 || near.count == near.walls.size()) {
            continue;
        }
        near.walls[near.count++] = {
            &wall.line, to_wall.x() / distance, to_wall.y() / distance, distance,
            stands_open(crowd, slot, doors, wall.opening) ? doorway_keep : turned};
    }
    if (crowd.turned[slot] == 0) {
        for (std::size_t w = 0; w < near.count; ++w) {
            KeptWall& wall = near.walls[w];
            if (wall.keep > doorway_keep) {
                wall.keep =
                    std::clamp(0.5 * gap_at(near, wall) - settings.gap_sway, turned, square);
            }
        }
    }
    return near;
}

}  // namespace evac
