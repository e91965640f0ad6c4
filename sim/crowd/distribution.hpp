#pragma once

#include "sim/numeric/philox.hpp"

#include <cstdint>
#include <limits>

namespace evac {

/// A distribution of one property over people, cut off at `low` and `high`.
struct Distribution {
    enum class Shape {
        constant,    ///< a
        uniform,     ///< between a and b
        normal,      ///< mean a, deviation b
        lognormal,   ///< median a, deviation of the logarithm b
        triangular,  ///< between low and high, most often a
        gamma,       ///< shape a, scale b: mean a b
        weibull      ///< shape a, scale b: 63 % lie below b
    } shape = Shape::constant;
    double a = 0.0;
    double b = 0.0;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

// What the shape of a gamma or Weibull distribution may be; beyond that nothing people do is
// meant, and powers would overflow.
inline constexpr double least_shape = 0.1;
inline constexpr double most_shape = 100.0;

/// How many draws one sample may use up.
inline constexpr std::uint32_t draws_per_sample = 32;

/// One value; values outside the limits are drawn again, and when `draws_per_sample` draws are used
/// up, moved to the limit. Uses draws `first` to `first + draws_per_sample - 1` of `draw`.
double sample(const Distribution& distribution, const Draw& draw, std::uint32_t first);

}  // namespace evac
