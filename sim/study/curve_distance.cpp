#include "sim/study/curve_distance.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace evac {

namespace {

/// The part of the curve that has times.
std::span<const double> finite_part(std::span<const double> curve) {
    const auto end = std::find_if_not(curve.begin(), curve.end(),
                                      [](double time) { return std::isfinite(time); });
    return curve.first(static_cast<std::size_t>(end - curve.begin()));
}

double secant_cosine(std::span<const double> curve, std::span<const double> other,
                     std::size_t span) {
    double both = 0.0;
    double own = 0.0;
    double theirs = 0.0;
    for (std::size_t i = span; i < curve.size(); ++i) {
        const double rise = curve[i] - curve[i - span];
        const double other_rise = other[i] - other[i - span];
        both += rise * other_rise;
        own += rise * rise;
        theirs += other_rise * other_rise;
    }
    if (own > 0.0 && theirs > 0.0) {
        return both / std::sqrt(own * theirs);
    }
    return own == theirs ? 1.0 : 0.0;  // everybody at once in both, or in one of them only
}

}  // namespace

int secant_span(int people) {
    constexpr int parts = 20;
    return std::max(1, people / parts);
}

CurveDistance curve_distance(std::span<const double> curve, std::span<const double> other,
                             int span) {
    curve = finite_part(curve);
    other = finite_part(other);
    const std::size_t compared = std::min(curve.size(), other.size());
    CurveDistance distance;
    distance.compared = static_cast<int>(compared);
    distance.unmatched = static_cast<int>(std::max(curve.size(), other.size()) - compared);
    if (compared == 0) {
        distance.erd = distance.epc = distance.sc = std::numeric_limits<double>::quiet_NaN();
        return distance;
    }
    curve = curve.first(compared);
    other = other.first(compared);
    double apart = 0.0;
    double product = 0.0;
    double own = 0.0;
    double theirs = 0.0;
    for (std::size_t i = 0; i < compared; ++i) {
        apart += (curve[i] - other[i]) * (curve[i] - other[i]);
        product += curve[i] * other[i];
        own += curve[i] * curve[i];
        theirs += other[i] * other[i];
    }
    // A curve of zeros, everybody out at once, has no length to measure by.
    distance.erd = apart == 0.0 ? 0.0 : std::sqrt(apart / own);
    distance.epc = apart == 0.0 ? 1.0 : product / theirs;
    distance.sc = secant_cosine(
        curve, other, static_cast<std::size_t>(span > 0 ? span : secant_span(distance.compared)));
    return distance;
}

}  // namespace evac
