#pragma once

#include "sim/numeric/philox.hpp"

#include <cstdint>
#include <limits>

namespace evac {

/// A distribution of one property over people, cut off at `low` and `high`.
struct Distribution {
    enum class Shape {
        constant,   ///< a
        uniform,    ///< between a and b
        normal,     ///< mean a, deviation b
        lognormal,  ///< median a, deviation of the logarithm b
        triangular  ///< between low and high, most often a
    } shape = Shape::constant;
    double a = 0.0;
    double b = 0.0;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// How many draws one sample may use up.
inline constexpr std::uint32_t draws_per_sample = 32;

/// One value; values outside the limits are drawn again, and after `draws_per_sample` attempts
/// moved to the limit. Uses draws `first` to `first + draws_per_sample - 1` of `draw`.
double sample(const Distribution& distribution, const Draw& draw, std::uint32_t first);

}  // namespace evac
