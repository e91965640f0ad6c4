#include "render/drawing/colour.hpp"

#include <cmath>

namespace evac::render {

Colour mix(const Colour& a, const Colour& b, double share) {
    const auto blend = [share](double from, double to) { return from + (to - from) * share; };
    return {blend(a.red, b.red), blend(a.green, b.green), blend(a.blue, b.blue),
            blend(a.alpha, b.alpha)};
}

double lightness(const Colour& colour) {
    // IEC 61966-2-1 (sRGB), then CIE 1976 L*.
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const double y =
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    return y <= 0.008856 ? 903.3 * y : 116.0 * std::cbrt(y) - 16.0;
}

}  // namespace evac::render
