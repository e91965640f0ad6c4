#include "sim/drill/lift_travel.hpp"
#include <cmath>
namespace evac {
double lift_travel_time(double way, double speed, double acceleration) {
    return way >= speed * speed / acceleration ? way / speed + speed / acceleration
                                               : 2.0 * std::sqrt(way / acceleration);
}
}
