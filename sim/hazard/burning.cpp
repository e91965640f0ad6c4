#include "sim/hazard/burning.hpp"

#include "sim/numeric/elementary.hpp"

#include <algorithm>

namespace evac {

namespace {

double power(double base, double exponent) {
    return base > 0.0 ? exact_exp(exponent * exact_log(base)) : 0.0;
}

/// 1: air enough; 0: none. Flames go out between 13 and 10 % of oxygen (by volume, in the air that
/// feeds them): the lower layer as long as it reaches half a metre over the fire.
double air_for(const SmokeRoom& room, double over_fire) {
    const double low = atmosphere_of(room.lower).o2;
    const double high = room.upper.volume > 0.0 ? atmosphere_of(room.upper).o2 : low;
    const double clear = std::clamp(over_fire / 0.5, 0.0, 1.0);
    return std::clamp((high + (low - high) * clear - 10.0) / 3.0, 0.0, 1.0);
}

}  // namespace

Burning burn(const SmokeSpread& smoke, const Fire& fire, double time) {
    Burning burning;
    burning.room = fire.unit;
    const SmokeRoom& room = smoke.rooms[static_cast<std::size_t>(fire.unit)];
    const double wanted = heat_release(fire, time);
    if (!room.indoors || wanted <= 0.0) {
        return burning;
    }
    const double over_fire = interface_elevation(room) - room.floor - fire.base;
    const double air = air_for(room, over_fire);
    burning.heat = wanted * air;
    burning.convected = burning.heat * (1.0 - fire.radiated);
    burning.fuel = burning.heat / fire.heat_of_combustion;
    if (over_fire > 0.0 && burning.convected > 0.0) {
        // The plume of NFPA 92: linear up to where the flame ends on average.
        const double linear_below = 0.166 * power(burning.convected, 0.4);
        burning.entrained =
            over_fire < linear_below
                ? 0.032 * power(burning.convected, 0.6) * over_fire
                : 0.071 * power(burning.convected, 1.0 / 3.0) * power(over_fire, 5.0 / 3.0) +
                      0.0018 * burning.convected;
    }
    constexpr double heat_per_oxygen = 13100.0;  // Huggett 1980 [kJ/kg]
    const double co = fire.co + (fire.co_without_air - fire.co) * (1.0 - air);
    burning.products = {burning.fuel / ambient_density, burning.fuel,
                        burning.fuel * fire.soot,       burning.fuel * co,
                        burning.fuel * fire.co2,        -burning.heat / heat_per_oxygen};
    return burning;
}

}  // namespace evac
