// What people get of the smoke: the air at eye height.
#include "sim/hazard/dose.hpp"
#include "sim/hazard/smoke_spread.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Light that a kilogram of soot per cubic metre takes away (Mulholland and Croarkin) [m2/kg].
constexpr double mass_extinction = 8700.0;

// Molar masses [kg/kmol].
constexpr double of_air = 28.97;
constexpr double of_co = 28.01;
constexpr double of_co2 = 44.01;
constexpr double of_o2 = 32.0;

/// The interface is no plane: over this height smoke thickens from the air below to the layer [m].
constexpr double fringe = 0.3;

/// 0 eyes in clear air, 1 in the smoke.
double share_in_smoke(const SmokeRoom& room, double interface) {
    return room.upper.volume > 0.0
               ? std::clamp((room.eye + 0.5 * fringe - interface) / fringe, 0.0, 1.0)
               : 0.0;
}

double interface_of(const SmokeRoom& room) {
    const double volume = room.upper.volume + room.lower.volume;
    return volume > 0.0 ? room.height * (room.lower.volume / volume) : room.height;
}

}  // namespace

Atmosphere atmosphere_of(const Gas& gas) {
    if (gas.volume <= 1.0e-9 || gas.mass <= 1.0e-9) {
        return {};
    }
    Atmosphere air;
    air.extinction = mass_extinction * gas.soot / gas.volume;
    air.co = 1.0e6 * (gas.co / gas.mass) * (of_air / of_co);
    air.co2 = 100.0 * (gas.co2 / gas.mass) * (of_air / of_co2);
    air.o2 = 100.0 * std::max(0.0, gas.o2 / gas.mass) * (of_air / of_o2);
    air.temperature = kelvin(gas) - 273.15;
    return air;
}

Atmosphere atmosphere_in(const SmokeSpread& smoke, int unit) {
    const SmokeRoom& room = smoke.rooms[static_cast<std::size_t>(unit)];
    if (!room.indoors || smoke.still) {
        return {};
    }
    const double share = share_in_smoke(room, interface_of(room));
    const Atmosphere above = atmosphere_of(room.upper);
    const Atmosphere below = atmosphere_of(room.lower);
    const auto mixed = [share](double low, double high) { return low + (high - low) * share; };
    return {mixed(below.extinction, above.extinction), mixed(below.co, above.co),
            mixed(below.co2, above.co2), mixed(below.o2, above.o2),
            mixed(below.temperature, above.temperature)};
}

double radiant_flux_in(const SmokeSpread& smoke, int unit) {
    const SmokeRoom& room = smoke.rooms[static_cast<std::size_t>(unit)];
    return room.indoors && room.upper.volume > 0.01 * room.area * room.height
               ? radiant_flux_below(kelvin(room.upper) - 273.15)
               : 0.0;
}

double smoke_height_in(const SmokeSpread& smoke, int unit) {
    return interface_of(smoke.rooms[static_cast<std::size_t>(unit)]);
}

}  // namespace evac
