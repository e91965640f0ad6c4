#include "sim/hazard/dose.hpp"

#include "sim/numeric/elementary.hpp"

#include <algorithm>

namespace evac {

namespace {

constexpr double seconds_per_minute = 60.0;

double power(double base, double exponent) {
    return base > 0.0 ? exact_exp(exponent * exact_log(base)) : 0.0;
}

}  // namespace

double hyperventilation(double co2) {
    // The fit does not go through 1 at zero (it gives 1.041); FDS sets it there, and so do the
    // hand calculations of the FDS+Evac guide.
    return co2 > 0.0 ? exact_exp(0.1903 * co2 + 2.0004) / 7.1 : 1.0;
}

double toxic_rate(const Atmosphere& air) {
    const double monoxide =
        2.764e-5 * power(std::max(0.0, air.co), 1.036) * hyperventilation(air.co2);
    // Above 20 % nobody lacks anything; the fit would still count (FDS: the same limit).
    const double hypoxia =
        air.o2 < 20.0 ? 1.0 / exact_exp(8.13 - 0.54 * (20.9 - std::max(0.0, air.o2))) : 0.0;
    return monoxide + hypoxia;
}

double convective_heat_rate(double temperature) {
    // Time to incapacitation 5e7 T^-3.4 min (Purser, SFPE Handbook).
    return temperature < 40.0 ? 0.0 : power(temperature, 3.4) / 5.0e7;
}

double radiant_heat_rate(double flux) {
    return flux < 2.5 ? 0.0 : power(flux, 1.33) / 1.33;
}

double radiant_flux_below(double layer_temperature) {
    constexpr double stefan_boltzmann = 5.670374e-11;  // [kW/(m2 K4)]
    constexpr double skin = 307.15;                    // 34 C, which radiates back [K]
    const double kelvin = layer_temperature + 273.15;
    const double layer_squared = kelvin * kelvin;
    return stefan_boltzmann *
           std::max(0.0, layer_squared * layer_squared - skin * skin * skin * skin);
}

void accumulate(Dose& dose, const Atmosphere& air, double seconds, double radiant_flux) {
    const double minutes = seconds / seconds_per_minute;
    dose.toxic += toxic_rate(air) * minutes;
    dose.heat +=
        (convective_heat_rate(air.temperature) + radiant_heat_rate(radiant_flux)) * minutes;
}

bool incapacitated(const Dose& dose, const DoseLimits& limits) {
    return dose.toxic >= limits.toxic || dose.heat >= limits.heat;
}

}  // namespace evac
