#pragma once

#include "sim/findings/inspection.hpp"
#include "sim/passage/route_width.hpp"

#include <vector>

namespace evac {

/// The widest way out of one occupied unit, and its narrowest place.
struct LifePassage {
    int unit = 0;
    int people = 0;          ///< who start there
    RouteWidth standing;     ///< with all that stands there
    RouteWidth bare;         ///< with everything movable cleared away
    RouteWidth leaves_open;  ///< with all that stands there, and door leaves swung open
};

/// One for every occupied unit inside the building, in plan order.
std::vector<LifePassage> life_passages(const Inspection& inspection);

}  // namespace evac
