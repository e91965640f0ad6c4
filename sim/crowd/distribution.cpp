#include "sim/crowd/distribution.hpp"

#include "sim/numeric/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// One value, not yet cut off.
double draw_once(const Distribution& distribution, const Draw& draw, std::uint32_t number) {
    switch (distribution.shape) {
        case Distribution::Shape::constant:
            return distribution.a;
        case Distribution::Shape::uniform:
            return distribution.a + (distribution.b - distribution.a) * draw.uniform(number);
        case Distribution::Shape::normal:
            return distribution.a + distribution.b * draw.normal(number);
        case Distribution::Shape::lognormal:
            return distribution.a * exact_exp(distribution.b * draw.normal(number));
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
    double value = 0.0;
    for (std::uint32_t attempt = 0; attempt < draws_per_sample; ++attempt) {
        value = draw_once(distribution, draw, first + attempt);
        if (distribution.low <= value && value <= distribution.high) {
            return value;
        }
    }
    return std::clamp(value, distribution.low, distribution.high);
}

}  // namespace evac
