#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace evac {

/// Growth of t-squared fires [kW/s2] (SFPE Handbook, equations 14.49 to 14.52; 1055 kW after 600,
/// 300, 150 and 75 s).
inline constexpr double slow_growth = 0.00293;
inline constexpr double medium_growth = 0.01172;
inline constexpr double fast_growth = 0.0469;
inline constexpr double ultra_fast_growth = 0.1876;

/// A fire with enough air: its heat grows with the square of time to a peak, stays there, and
/// falls in a straight line. Sources of the presets: MODEL.md, section 3.
struct Fire {
    int unit = 0;                       ///< index of the unit it burns in
    double start = 0.0;                 ///< [s]
    double base = 0.3;                  ///< height of the burning surface above the floor [m]
    double growth = medium_growth;      ///< [kW/s2]
    double peak = 1000.0;               ///< heat release rate [kW]
    double steady = 1800.0;             ///< how long it stays at its peak [s]
    double decay = 600.0;               ///< how long it takes to go out then [s]
    double heat_of_combustion = 12400;  ///< of what burns, chemical [kJ/kg]
    double radiated = 0.35;             ///< share of the heat that the smoke does not carry along
    double soot = 0.015;                ///< yields: kg per kg that burns
    double co = 0.004;
    double co2 = 1.27;
    /// Yield of CO where the fire gets hardly any air; between, in proportion to the lack.
    double co_without_air = 0.2;
};

/// Materials by name: "wood", "polyurethane", "ebike-battery", "solvent".
std::span<const std::string> fire_names();

/// A fire of this material in unit 0 from 0 s, or nothing if the name is not known.
std::optional<Fire> fire_preset(std::string_view name);

/// The growth of this name ("slow", "medium", "fast", "ultra-fast") [kW/s2], or nothing.
std::optional<double> growth_named(std::string_view name);

/// Heat release rate at a time of the drill, with enough air [kW].
double heat_release(const Fire& fire, double time);

}  // namespace evac
