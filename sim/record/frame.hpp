#pragma once

#include <cstdint>
#include <vector>

namespace evac {

enum class Activity : std::uint8_t {
    waiting,  ///< before the release, or pre-movement not over
    walking,
    queueing,  ///< wants to walk, slower than 0.2 m/s
    outdoors,  ///< has left the building, on the way to the assembly area
    cut_off,   ///< no way out is known
    down       ///< overcome by smoke or heat
};

/// One person in one frame.
struct Pose {
    std::int32_t person = 0;  ///< permanent id
    float x = 0.0F;           ///< [m]
    float y = 0.0F;           ///< [m]
    float heading_x = 0.0F;   ///< unit vector of the way the person looks
    float heading_y = 0.0F;
    std::int16_t unit = 0;  ///< index into Plan::units
    Activity activity = Activity::waiting;
};

/// Everybody who is on the ground at one moment, by ascending id.
struct Frame {
    double time = 0.0;  ///< [s]
    std::vector<Pose> poses;
};

}  // namespace evac
