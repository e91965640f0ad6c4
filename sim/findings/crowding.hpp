#pragma once

#include "sim/drill/drill.hpp"

#include <map>
#include <utility>
#include <vector>

namespace evac {

/// Who walks slower than this share of the own free speed on this ground is held up.
inline constexpr double held_up_below = 1.0 / 3.0;
/// A queue reaches back as long as the next one stands no more than this behind [m].
inline constexpr double queue_gap = 2.0;
/// Fewer people are no queue.
inline constexpr int queue_least = 5;

/// The queue that starts at one place: those held up in front of it, back through other openings as
/// far as the line of people does not break.
struct QueueLog {
    int longest = 0;       ///< most people at once
    double at = never;     ///< when that was [s]
    double first = never;  ///< when there were `queue_least` of them first [s] ...
    double last = -never;  ///< ... and last [s]
    double seconds = 0.0;  ///< how long altogether [s]
    double waiting = 0.0;  ///< person-seconds spent in it
    Vec2 head = Vec2::Zero();  ///< where it began when it was longest
    int tail_unit = -1;    ///< where it ended when it was longest
    Vec2 tail = Vec2::Zero();
    /// With a queue before it and everything it can give by design, 1.33 persons/(m s), passing
    /// through [s].
    double at_capacity = 0.0;
};

/// What people lost in one unit.
struct LossLog {
    double person_seconds = 0.0;  ///< against walking freely, in person-seconds
    double held_up = 0.0;         ///< of it, while held up: slower than a third of one's free speed
    int walkers = 0;              ///< people who walked here
    std::map<std::pair<int, int>, double> by_square;  ///< the same by square metre: lower left corner
};

/// How a crowd got in its own way while a drill ran: looked at once a second, with no effect on it.
struct Crowding {
    std::vector<QueueLog> queues;  ///< per opening
    std::vector<QueueLog> inside;  ///< per unit: queues that start away from any opening
    std::vector<LossLog> losses;   ///< per unit
    double until = 0.0;            ///< when somebody was last seen on the way out [s]

    std::vector<int> last_unit;            ///< per person: where seen walking last, -1 nowhere
    std::vector<std::vector<int>> passed;  ///< per opening: count at each of the last seconds
};

Crowding watch_crowding(const Drill& drill);

/// Call at every whole second of the drill.
void observe(Crowding& crowding, const Drill& drill);

}  // namespace evac
