#include "sim/drill/lift_travel.hpp"

#include "sim/numeric/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

double trapezoid(double distance, double v, double a) {
    // Full speed needs v^2 / (2 a) to reach and as much to brake.
    return distance >= v * v / a ? distance / v + v / a : 2.0 * std::sqrt(distance / a);
}

/// The cube root of x > 0.
double cube_root(double x) {
    return exact_exp(exact_log(x) / 3.0);
}

}  // namespace

double lift_travel_time(const LiftMotion& motion, double distance) {
    const double v = motion.top_speed;
    const double a = motion.acceleration;
    const double j = motion.jerk;
    if (distance <= 0.0) {
        return 0.0;
    }
    if (j <= 0.0) {
        return trapezoid(distance, v, a);
    }
    if (a * a >= v * j) {
        // So soft that full speed is reached before full acceleration.
        if (distance >= 2.0 * v * std::sqrt(v / j)) {
            return distance / v + 2.0 * std::sqrt(v / j);
        }
    } else {
        if (distance >= v * v / a + v * a / j) {
            return distance / v + v / a + a / j;
        }
        if (distance >= 2.0 * a * a * a / (j * j)) {
            return a / j + std::sqrt(4.0 * distance / a + (a / j) * (a / j));
        }
    }
    return cube_root(32.0 * distance / j);
}

double lift_trip_time(const LiftMotion& motion, double distance) {
    return distance > 0.0 ? motion.closing + motion.start_delay +
                                lift_travel_time(motion, distance) + motion.opening
                          : 0.0;
}

double lift_stop_time(const LiftMotion& motion, double boarding) {
    return motion.opening + std::max(motion.dwell, boarding);
}

}  // namespace evac
