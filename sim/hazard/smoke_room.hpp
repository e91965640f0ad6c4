#pragma once

#include "sim/hazard/gas.hpp"

namespace evac {

/// One unit as a room of two layers: smoke above, air below. A flight is a shaft from its lower
/// floor to the ceiling above its upper one.
struct SmokeRoom {
    bool indoors = false;    ///< else all that follows is of no account: open air, or no floor
    double floor = 0.0;      ///< elevation of the bottom [m]
    double height = 0.0;     ///< of the ceiling above it [m]
    double area = 0.0;       ///< volume / height [m2]
    double perimeter = 0.0;  ///< [m]
    double eye = 1.6;        ///< height of people's eyes above the bottom [m]
    Gas upper, lower;
};

/// [m3]
inline double volume_of(const SmokeRoom& room) {
    return room.area * room.height;
}

/// Elevation of the bottom of the smoke [m].
inline double interface_elevation(const SmokeRoom& room) {
    return room.floor + room.height * (room.lower.volume / volume_of(room));
}

}  // namespace evac
