#pragma once

#include <cstdint>

namespace evac::render {

/// sRGB, each channel 0 to 1.
struct Colour {
    double red = 0.0;
    double green = 0.0;
    double blue = 0.0;
    double alpha = 1.0;
};

/// The colour written 0xRRGGBB.
constexpr Colour rgb(std::uint32_t hex, double alpha = 1.0) {
    return {((hex >> 16U) & 0xFFU) / 255.0, ((hex >> 8U) & 0xFFU) / 255.0, (hex & 0xFFU) / 255.0,
            alpha};
}

/// The same colour, so much opaque.
constexpr Colour with_alpha(Colour colour, double alpha) {
    colour.alpha = alpha;
    return colour;
}

/// `share` of `b` in `a`, channel by channel.
Colour mix(const Colour& a, const Colour& b, double share);

/// CIE L* of the colour on a screen, 0 black to 100 white: how light the eye finds it.
double lightness(const Colour& colour);

}  // namespace evac::render
