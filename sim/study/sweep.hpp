#pragma once

#include "sim/geometry/vec.hpp"

#include <optional>
#include <string>

namespace evac {

/// What happens to the building when one element is taken away: one row of the one-blocked-at-a-time
/// sweep (N-1).
struct Loss {
    enum class Kind { door, exit, stair } kind = Kind::door;
    std::string element;  ///< id of the opening, name of the staircase
    int opening = -1;     ///< doors and exits
    int level = 0;        ///< where it is; of a staircase: its lowest level
    Vec2 place = Vec2::Zero();
    int cut_off = 0;                      ///< people who lose every way out
    std::optional<double> bound;          ///< proven lower bound on the clearing time of the rest [s]
    double bound_change = 0.0;            ///< against nothing blocked [s]
    std::optional<double> clearing_time;  ///< simulated, same seed [s]; empty: not simulated
    std::optional<double> time_change;    ///< simulated, against nothing blocked [s]
    int left_inside = 0;                  ///< simulated: people who did not get out
    bool unused = false;  ///< nobody passes it in the drill as it is: losing it changes nothing

    /// What the loss costs, by simulation where there is one, else by the bound [s].
    double seconds_lost() const { return time_change.value_or(bound_change); }
};

}  // namespace evac
