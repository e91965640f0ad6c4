#pragma once

#include <array>
#include <vector>

namespace evac {

/// What an opening sees of the room on one side of it. The defaults are the open air.
struct OpeningSide {
    double pressure = 0.0;         ///< at the floor, over the open air at the same height [Pa]
    double floor = 0.0;            ///< [m]
    double interface = 0.0;        ///< elevation where smoke begins [m]
    double lower_density = 1.204;  ///< [kg/m3]
    double upper_density = 1.204;
};

/// Gas that passes an opening in one direction out of one layer.
struct Stream {
    int from_side = 0;  ///< 0 or 1
    bool from_upper = false;
    double volume = 0.0;  ///< [m3/s], > 0
};

struct OpeningFlow {
    double net = 0.0;          ///< from side 0 to side 1 [m3/s]
    double conductance = 0.0;  ///< its growth with the pressure of side 0 [m3/(s Pa)]
};

/// The flow through an opening from elevation `bottom` to `top` of effective width `width` (times
/// the coefficient of discharge) [m]: Bernoulli at every height, both ways at once where the
/// difference of pressure changes its sign. Appends to `streams` if that is not null.
OpeningFlow flow_through(const std::array<OpeningSide, 2>& sides, double bottom, double top,
                         double width, std::vector<Stream>* streams);

}  // namespace evac
