#pragma once

namespace evac {

/// A body of gas at one temperature. At the pressure of the open air, volume and mass tell the
/// temperature, so that what keeps mass and volume keeps energy too.
struct Gas {
    double volume = 0.0;  ///< [m3]
    double mass = 0.0;    ///< [kg], of it:
    double soot = 0.0;    ///< [kg]
    double co = 0.0;      ///< [kg]
    double co2 = 0.0;     ///< [kg]
    double o2 = 0.0;      ///< [kg]
};

// Dry air at 20 C and sea level; temperature [K] times density [kg/m3] is the same for all gas.
inline constexpr double ambient_kelvin = 293.15;
inline constexpr double ambient_density = 1.204;
inline constexpr double heat_capacity = 1.005;   ///< at constant pressure [kJ/(kg K)]
inline constexpr double ambient_o2 = 0.2309;     ///< mass fraction of 20.9 % by volume
inline constexpr double ambient_co2 = 0.000608;  ///< mass fraction of 0.04 % by volume

/// By how much any gas grows that takes up heat, whatever its temperature [m3/kJ].
inline constexpr double growth_by_heat = 1.0 / (ambient_density * heat_capacity * ambient_kelvin);

/// Clean air.
inline Gas clean_air(double volume) {
    const double mass = ambient_density * volume;
    return {volume, mass, 0.0, 0.0, ambient_co2 * mass, ambient_o2 * mass};
}

/// The part of `gas`: 0 none, 1 all, less than 0 to take away.
inline Gas part(const Gas& gas, double share) {
    return {gas.volume * share, gas.mass * share, gas.soot * share,
            gas.co * share,     gas.co2 * share,  gas.o2 * share};
}

inline void add(Gas& to, const Gas& gas) {
    to.volume += gas.volume;
    to.mass += gas.mass;
    to.soot += gas.soot;
    to.co += gas.co;
    to.co2 += gas.co2;
    to.o2 += gas.o2;
}

/// [kg/m3]; that of clean air where there is no gas.
inline double density(const Gas& gas) {
    return gas.volume > 1.0e-9 && gas.mass > 1.0e-9 ? gas.mass / gas.volume : ambient_density;
}

/// [K]
inline double kelvin(const Gas& gas) {
    return ambient_kelvin * ambient_density / density(gas);
}

}  // namespace evac
