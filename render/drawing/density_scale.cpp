#include "render/drawing/density_scale.hpp"

#include "sim/record/level_of_service.hpp"

#include <algorithm>
#include <cstddef>

namespace evac::render {

namespace {

constexpr double critical = 3.5;   // [persons/m2]
constexpr double dangerous = 4.0;  // [persons/m2]
constexpr double densest = 6.0;    // [persons/m2], the end of the scale

constexpr std::array ramp{rgb(0xFDF3B4), rgb(0xFECE8C), rgb(0xFBA368), rgb(0xF1735D),
                          rgb(0xD6476B), rgb(0xAC337B), rgb(0x7F2482), rgb(0x511C7C),
                          rgb(0x27124F), rgb(0x0F0822)};

}  // namespace

const std::array<DensityClass, 8>& density_classes() {
    constexpr const LevelsOfService& f = walkway_service;
    static constexpr std::array<DensityClass, 8> classes{{{f[0], f[1], 0.00, 0.11, "A"},
                                                          {f[1], f[2], 0.11, 0.19, "B"},
                                                          {f[2], f[3], 0.19, 0.30, "C"},
                                                          {f[3], f[4], 0.30, 0.42, "D"},
                                                          {f[4], f[5], 0.42, 0.60, "E"},
                                                          {f[5], critical, 0.60, 0.78, "F"},
                                                          {critical, dangerous, 0.78, 0.87, ""},
                                                          {dangerous, densest, 0.87, 1.00, ""}}};
    return classes;
}

double density_position(double persons_per_m2) {
    for (const DensityClass& c : density_classes()) {
        if (persons_per_m2 < c.to) {
            const double share = std::max(0.0, persons_per_m2 - c.from) / (c.to - c.from);
            return c.left + share * (c.right - c.left);
        }
    }
    return 1.0;
}

Colour density_colour(double persons_per_m2) {
    const double place = density_position(persons_per_m2) * static_cast<double>(ramp.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(place), ramp.size() - 2);
    return mix(ramp[below], ramp[below + 1], place - static_cast<double>(below));
}

}  // namespace evac::render
