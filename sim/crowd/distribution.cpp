#include "sim/crowd/distribution.hpp"

#include "sim/numeric/elementary.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace evac {

namespace {

/// Draws that one attempt uses up.
std::uint32_t draws_of(Distribution::Shape shape) {
    return shape == Distribution::Shape::gamma ? 3 : 1;
}

/// x to the power of y, for x > 0.
double power(double x, double y) {
    return exact_exp(y * exact_log(x));
}

/// Gamma distributed with scale 1 by rejection (Marsaglia and Tsang 2000); some 5 % are rejected.
std::optional<double> draw_gamma(double shape, const Draw& draw, std::uint32_t number) {
    // Below 1 the next larger shape is drawn and scaled down.
    const double above = shape < 1.0 ? shape + 1.0 : shape;
    const double d = above - 1.0 / 3.0;
    const double x = draw.normal(number);
    const double root = 1.0 + x / std::sqrt(9.0 * d);
    if (root <= 0.0) {
        return std::nullopt;
    }
    const double v = root * root * root;
    const double above_zero = 1.0 - draw.uniform(number + 1);
    if (exact_log(above_zero) >= 0.5 * x * x + d * (1.0 - v + exact_log(v))) {
        return std::nullopt;
    }
    return shape < 1.0 ? d * v * power(1.0 - draw.uniform(number + 2), 1.0 / shape) : d * v;
}

/// One value, not yet cut off; nothing where it is to be drawn again.
std::optional<double> draw_once(const Distribution& distribution, const Draw& draw,
                                std::uint32_t number) {
    switch (distribution.shape) {
        case Distribution::Shape::constant:
            return distribution.a;
        case Distribution::Shape::uniform:
            return distribution.a + (distribution.b - distribution.a) * draw.uniform(number);
        case Distribution::Shape::normal:
            return distribution.a + distribution.b * draw.normal(number);
        case Distribution::Shape::lognormal:
            return distribution.a * exact_exp(distribution.b * draw.normal(number));
        case Distribution::Shape::gamma:
            if (const auto value = draw_gamma(distribution.a, draw, number)) {
                return distribution.b * *value;
            }
            return std::nullopt;
        case Distribution::Shape::weibull: {
            const double log_share = -exact_log(1.0 - draw.uniform(number));
            return log_share > 0.0 ? distribution.b * power(log_share, 1.0 / distribution.a) : 0.0;
        }
        case Distribution::Shape::triangular:
            break;
    }
    // Triangular: the distribution function is two parabolas that meet at the mode.
    const double width = distribution.high - distribution.low;
    if (width <= 0.0) {
        return distribution.a;
    }
    const double rise = distribution.a - distribution.low;
    const double fall = distribution.high - distribution.a;
    const double share = draw.uniform(number);
    return share * width < rise ? distribution.low + std::sqrt(share * width * rise)
                                : distribution.high - std::sqrt((1.0 - share) * width * fall);
}

}  // namespace

double sample(const Distribution& distribution, const Draw& draw, std::uint32_t first) {
    const std::uint32_t each = draws_of(distribution.shape);
    double value = 0.0;
    for (std::uint32_t used = 0; used + each <= draws_per_sample; used += each) {
        if (const auto drawn = draw_once(distribution, draw, first + used)) {
            value = *drawn;
            if (distribution.low <= value && value <= distribution.high) {
                return value;
            }
        }
    }
    return std::clamp(value, distribution.low, distribution.high);
}

}  // namespace evac
