#include "sim/drill/phases.hpp"

namespace evac {

namespace {

constexpr int block = 64;  ///< people per block of work

/// A door just passed is left behind, and a wall again, when the body is clear of it.
bool clear_of_door(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const auto door = static_cast<std::size_t>(crowd.came[slot]);
    constexpr double slack = 0.02;  // so that the wall does not push at once
    return distance(drill.doors.line[door], crowd.position(slot)) >
           drill.motion.wall_radius * crowd.radius[slot] + slack;
}

}  // namespace

void find_ways(Drill& drill) {
    Crowd& crowd = drill.crowd;
    drill.team.for_blocks(static_cast<int>(crowd.size()), block, [&](int begin, int end) {
        for (auto slot = static_cast<std::size_t>(begin); slot < static_cast<std::size_t>(end);
             ++slot) {
            if (crowd.field[slot] < 0 || crowd.mode[slot] != Mode::walking) {
                crowd.way_x[slot] = crowd.way_y[slot] = 0.0;
                crowd.remaining[slot] = unreachable;
                continue;
            }
            const Heading heading = heading_at(drill.ground, drill.plan(), crowd.unit[slot],
                                               crowd.field[slot], crowd.position(slot));
            crowd.remaining[slot] = heading.distance;
            crowd.way_x[slot] = heading.direction.x();
            crowd.way_y[slot] = heading.direction.y();
            if (crowd.came[slot] >= 0 && crowd.came[slot] != crowd.target[slot] &&
                clear_of_door(drill, slot)) {
                crowd.came[slot] = -1;
            }
        }
    });
}

}  // namespace evac
