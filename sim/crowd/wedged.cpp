#include "sim/crowd/wedged.hpp"

#include "sim/crowd/kept_walls.hpp"

#include <algorithm>

namespace evac {

void mind_progress(Crowd& crowd, std::size_t slot, const Doors& doors, double speed,
                   bool in_conflict, double step) {
    const double pressing = in_conflict ? 0.05 : 0.2;  // m/s
    constexpr double farther = 0.1;                    // m; bodies in contact jitter by less
    constexpr double forgetting = 0.25;                // of the time in which one does not press
    const Vec2 way = crowd.position(slot) - Vec2(crowd.held_x[slot], crowd.held_y[slot]);
    const int target = crowd.target[slot];
    const bool at_a_door = target >= 0 && target < static_cast<int>(doors.count()) &&
                           closed_to(crowd, slot, doors, target);
    if (way.squaredNorm() > farther * farther || at_a_door) {
        crowd.held_x[slot] = crowd.x[slot];
        crowd.held_y[slot] = crowd.y[slot];
        crowd.held_for[slot] = 0.0;
    } else if (speed > pressing) {
        crowd.held_for[slot] += step;
    } else if (!wedged(crowd, slot)) {
        crowd.held_for[slot] = std::max(0.0, crowd.held_for[slot] - forgetting * step);
    }
}

}  // namespace evac
