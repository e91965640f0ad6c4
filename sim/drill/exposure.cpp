#include "sim/drill/phases.hpp"

namespace evac {

double seen_through_smoke(const Drill&, int) {
    return never;
}

double slowed_by_smoke(const Drill&, int, double speed) {
    return speed;
}

void suffer(Drill&) {}

}  // namespace evac
