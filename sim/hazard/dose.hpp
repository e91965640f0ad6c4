#pragma once

#include "sim/hazard/atmosphere.hpp"

namespace evac {

/// What somebody has taken up so far, as fractions of the dose that incapacitates half of all
/// people (fractional effective dose, Purser; MODEL.md, section 2).
struct Dose {
    double toxic = 0.0;  ///< asphyxiation: CO, hastened by CO2, and lack of oxygen
    double heat = 0.0;   ///< hot air and radiation

    bool operator==(const Dose&) const = default;
};

/// From which dose on somebody stays where he is. 1 is the median; 0.3 is the usual limit of
/// designs (about 11 % are more sensitive), 0.1 a usual choice for sensitive people.
struct DoseLimits {
    double toxic = 1.0;
    double heat = 1.0;
};

/// How much faster people breathe because of this much carbon dioxide [% by volume]; 1 without any.
double hyperventilation(double co2);

/// Growth of the toxic dose in this air [1/min].
double toxic_rate(const Atmosphere& air);

/// Growth of the dose of heat by convection in air of this temperature [C], unclothed or lightly
/// clothed skin [1/min]. Nothing below 40 C, which can be borne for hours.
double convective_heat_rate(double temperature);

/// Growth of the dose of heat by radiation on the skin [kW/m2] to the limit of tolerance [1/min].
/// Nothing below 2.5 kW/m2, which can be borne for more than five minutes.
double radiant_heat_rate(double flux);

/// What a layer of smoke of this temperature [C] overhead radiates down [kW/m2], as a black body
/// that fills the whole view: the upper bound.
double radiant_flux_below(double layer_temperature);

/// Adds what `seconds` in this air, under this radiation [kW/m2], bring.
void accumulate(Dose& dose, const Atmosphere& air, double seconds, double radiant_flux = 0.0);

/// Whether one of the limits is reached.
bool incapacitated(const Dose& dose, const DoseLimits& limits = {});

}  // namespace evac
