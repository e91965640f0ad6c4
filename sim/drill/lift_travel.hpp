#pragma once

namespace evac {

/// How a lift moves and how long its doors take. The defaults are those of an ordinary passenger
/// lift of a low building (CIBSE Guide D, typical values).
struct LiftMotion {
    double top_speed = 1.0;     ///< [m/s]
    double acceleration = 0.8;  ///< also of braking [m/s2]
    double jerk = 0.0;          ///< change of acceleration [m/s3]; 0: at once
    double start_delay = 0.5;   ///< from closed doors to the first movement [s]
    double opening = 2.0;       ///< doors, from closed to open [s]
    double closing = 3.0;       ///< doors, from open to closed [s]
    double dwell = 3.0;         ///< least time the doors stay open [s]
};

/// From standstill to standstill over `distance` [m, >= 0], in seconds: full speed, full
/// acceleration, or neither where the way is too short (Peters 1995, "Ideal lift kinematics";
/// CIBSE Guide D). Without jerk it is the trapezoid of speed.
double lift_travel_time(const LiftMotion& motion, double distance);

/// From when the doors begin to close here to when they stand open there [s]. No distance: 0.
double lift_trip_time(const LiftMotion& motion, double distance);

/// From when the doors begin to open to when they may begin to close, with `boarding` [s] that
/// people take to get in and out [s].
double lift_stop_time(const LiftMotion& motion, double boarding);

}  // namespace evac
