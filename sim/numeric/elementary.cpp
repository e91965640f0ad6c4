#include "sim/numeric/elementary.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>

namespace evac {

namespace {

// ln 2 and pi / 2 in pieces of 33 bits and a rest: a piece times an integer of up to 20 bits is
// exact, so nothing is lost where the argument is close to a multiple of them.
constexpr double ln2_high = 0x1.62e42fef00000p-1;
constexpr double ln2_low = 0x1.473de6af278edp-34;
constexpr double half_pi_1 = 0x1.921fb54400000p+0;
constexpr double half_pi_2 = 0x1.0b4611a600000p-34;
constexpr double half_pi_3 = 0x1.3198a2e000000p-69;
constexpr double half_pi_4 = 0x1.b839a252049c1p-104;
constexpr double per_ln2 = 1.4426950408889634;
constexpr double per_half_pi = 0.6366197723675814;

/// Horner's rule; `coefficients` from the highest power down.
template <std::size_t size>
double polynomial(const std::array<double, size>& coefficients, double x) {
    double sum = 0.0;
    for (const double coefficient : coefficients) {
        sum = sum * x + coefficient;
    }
    return sum;
}

/// 2 to the power of an integer, for normal results only.
double power_of_two(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}

/// A number as an unevaluated sum, with about twice the digits of a double.
struct Pair {
    double high = 0.0;
    double low = 0.0;
};

/// a + b without any error (Knuth 1969).
Pair exact_sum(double a, double b) {
    const double sum = a + b;
    const double b_part = sum - a;
    return {sum, (a - (sum - b_part)) + (b - b_part)};
}

struct Reduced {
    Pair rest;         ///< in [-pi/4, pi/4], give or take a rounding
    int quadrant = 0;  ///< how many quarter turns were taken away, modulo 4
};

Reduced reduce(double x) {
    assert(std::abs(x) <= 1e5);
    const double turns = std::floor(x * per_half_pi + 0.5);
    // The first difference is exact: both terms are multiples of x's last bit.
    const Pair second = exact_sum(x - turns * half_pi_1, -(turns * half_pi_2));
    const Pair third = exact_sum(second.high, -(turns * half_pi_3));
    const Pair rest = exact_sum(third.high, third.low + (second.low - turns * half_pi_4));
    return {rest, static_cast<int>(static_cast<std::int64_t>(turns) & 3)};
}

// Taylor series: on these short intervals the first neglected term is below 1e-16 of the result.

double sine_near_zero(const Pair& x) {
    constexpr std::array<double, 8> series{
        1.0 / 355687428096000.0, -1.0 / 1307674368000.0, 1.0 / 6227020800.0, -1.0 / 39916800.0,
        1.0 / 362880.0,          -1.0 / 5040.0,          1.0 / 120.0,        -1.0 / 6.0};
    const double square = x.high * x.high;
    return x.high + (x.high * square * polynomial(series, square) + x.low * (1.0 - 0.5 * square));
}

double cosine_near_zero(const Pair& x) {
    constexpr std::array<double, 8> series{
        1.0 / 20922789888000.0, -1.0 / 87178291200.0, 1.0 / 479001600.0, -1.0 / 3628800.0,
        1.0 / 40320.0,          -1.0 / 720.0,         1.0 / 24.0,        -0.5};
    const double square = x.high * x.high;
    return 1.0 + (square * polynomial(series, square) - x.high * x.low);
}

}  // namespace

double exact_exp(double x) {
    assert(std::abs(x) <= 700.0);
    // e^x = 2^k e^r with |r| <= ln 2 / 2.
    const double k = std::floor(x * per_ln2 + 0.5);
    const double r = (x - k * ln2_high) - k * ln2_low;
    constexpr std::array<double, 14> series{1.0 / 6227020800.0,
                                            1.0 / 479001600.0,
                                            1.0 / 39916800.0,
                                            1.0 / 3628800.0,
                                            1.0 / 362880.0,
                                            1.0 / 40320.0,
                                            1.0 / 5040.0,
                                            1.0 / 720.0,
                                            1.0 / 120.0,
                                            1.0 / 24.0,
                                            1.0 / 6.0,
                                            0.5,
                                            1.0,
                                            1.0};
    return polynomial(series, r) * power_of_two(static_cast<int>(k));
}

double exact_log(double x) {
    assert(x >= 0x1p-1022 && x <= 0x1.fffffffffffffp+1023);
    // x = 2^e m with m between sqrt(1/2) and sqrt(2), taken from the bits of x.
    constexpr std::uint64_t mantissa_mask = 0xFFFFFFFFFFFFFULL;
    constexpr std::uint64_t exponent_of_one = 0x3FF0000000000000ULL;
    constexpr double sqrt_two = 1.4142135623730951;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    double exponent = static_cast<double>(bits >> 52U) - 1023.0;
    double mantissa = std::bit_cast<double>((bits & mantissa_mask) | exponent_of_one);
    if (mantissa > sqrt_two) {
        mantissa *= 0.5;
        exponent += 1.0;
    }
    // ln m = 2 artanh(s) with s = (m - 1) / (m + 1), |s| < 0.172.
    constexpr std::array<double, 11> series{1.0 / 23.0, 1.0 / 21.0, 1.0 / 19.0, 1.0 / 17.0,
                                            1.0 / 15.0, 1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0,
                                            1.0 / 7.0,  1.0 / 5.0,  1.0 / 3.0};
    const double s = (mantissa - 1.0) / (mantissa + 1.0);
    const double square = s * s;
    const double log_mantissa = 2.0 * s + 2.0 * s * square * polynomial(series, square);
    return exponent * ln2_high + (log_mantissa + exponent * ln2_low);
}

double exact_sin(double x) {
    const Reduced reduced = reduce(x);
    switch (reduced.quadrant) {
        case 0:
            return sine_near_zero(reduced.rest);
        case 1:
            return cosine_near_zero(reduced.rest);
        case 2:
            return -sine_near_zero(reduced.rest);
        default:
            return -cosine_near_zero(reduced.rest);
    }
}

double exact_cos(double x) {
    const Reduced reduced = reduce(x);
    switch (reduced.quadrant) {
        case 0:
            return cosine_near_zero(reduced.rest);
        case 1:
            return -sine_near_zero(reduced.rest);
        case 2:
            return -cosine_near_zero(reduced.rest);
        default:
            return sine_near_zero(reduced.rest);
    }
}

}  // namespace evac
