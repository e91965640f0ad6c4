#include "render/drawing/night.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double encoded(double channel) {
    const double c = std::clamp(channel, 0.0, 1.0);
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1.0 / 2.4) - 0.055;
}

struct Oklab {
    double lightness = 0.0;
    double green_red = 0.0;
    double blue_yellow = 0.0;
};

Oklab oklab(const Colour& colour) {
    const double r = linear(colour.red);
    const double g = linear(colour.green);
    const double b = linear(colour.blue);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

Colour srgb(const Oklab& lab, double alpha) {
    const double l = lab.lightness + 0.3963377774 * lab.green_red + 0.2158037573 * lab.blue_yellow;
    const double m = lab.lightness - 0.1055613458 * lab.green_red - 0.0638541728 * lab.blue_yellow;
    const double s = lab.lightness - 0.0894841775 * lab.green_red - 1.2914855480 * lab.blue_yellow;
    const double l3 = l * l * l;
    const double m3 = m * m * m;
    const double s3 = s * s * s;
    return {encoded(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3),
            encoded(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3),
            encoded(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3), alpha};
}

/// Paper (lightness 1) becomes a dark grey, not black, so that black still shows on it; ink (0.25)
/// becomes nearly white; the middle, where safety colours are, gets a little lighter.
double turned(double lightness) {
    return std::min(0.96, 0.19 + 0.95 * (1.0 - lightness));
}

void turn(Colour& colour) {
    colour = at_night(colour);
}

void turn(std::optional<Pen>& pen) {
    if (pen) {
        turn(pen->colour);
    }
}

struct Turn {
    void operator()(Area& area) const {
        if (area.fill) {
            turn(*area.fill);
        }
        if (area.hatch) {
            turn(area.hatch->colour);
        }
        turn(area.outline);
    }
    void operator()(Line& line) const { turn(line.pen.colour); }
    void operator()(Text& text) const {
        turn(text.style.colour);
        if (text.style.halo) {
            turn(*text.style.halo);
        }
    }
    void operator()(Mark& mark) const {
        for (auto& part : mark.parts) {
            std::visit(*this, part);
        }
    }
    void operator()(Lattice&) const {}  // a scale of its own, read off a legend
};

}  // namespace

Colour at_night(const Colour& colour) {
    Oklab lab = oklab(colour);
    lab.lightness = turned(lab.lightness);
    return srgb(lab, colour.alpha);
}

Colour shining(const Colour& colour) {
    Oklab lab = oklab(colour);
    lab.lightness = std::max(lab.lightness, 0.64);
    return srgb(lab, colour.alpha);
}

Drawing at_night(Drawing drawing) {
    for (Shape& shape : drawing.shapes) {
        std::visit(Turn{}, shape);
    }
    return drawing;
}

}  // namespace evac::render
