#pragma once

namespace evac {

/// What somebody breathes and looks through. The defaults are clean air indoors.
struct Atmosphere {
    double extinction = 0.0;    ///< light extinction coefficient of the smoke, base e [1/m]
    double co = 0.0;            ///< carbon monoxide [ppm by volume]
    double co2 = 0.04;          ///< carbon dioxide [% by volume]
    double o2 = 20.9;           ///< oxygen [% by volume]
    double temperature = 20.0;  ///< [C]

    bool operator==(const Atmosphere&) const = default;
};

/// What is looked for through the smoke: the constant C in visibility = C / extinction (Jin 1978).
inline constexpr double reflecting_sign = 3.0;  ///< Jin: 2 to 4; also walls, doors, floors
inline constexpr double lit_sign = 8.0;         ///< Jin: 5 to 10

/// Farther than this nobody needs to see, and the constant is not known so far out [m].
inline constexpr double farthest_sight = 30.0;

/// How far one sees through this smoke [m], at most `farthest_sight`.
inline double visibility(const Atmosphere& air, double sign = reflecting_sign) {
    return air.extinction * farthest_sight > sign ? sign / air.extinction : farthest_sight;
}

}  // namespace evac
