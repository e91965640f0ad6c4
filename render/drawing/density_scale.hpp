#pragma once

#include "render/drawing/colour.hpp"

#include <array>
#include <string_view>

namespace evac::render {

/// A stretch of the colour scale of density.
struct DensityClass {
    double from = 0.0;       ///< [persons/m2]
    double to = 0.0;         ///< [persons/m2]
    double left = 0.0;       ///< where it begins on the scale, 0 to 1
    double right = 0.0;      ///< where it ends on the scale
    std::string_view level;  ///< Fruin's level of service on walkways; empty beyond his levels
};

/// The scale from 0 to 6 persons/m2: Fruin's A to F, F split where free movement ends (3.5
/// persons/m2 in the design guides; beyond 4 a crowd begins to move people). Each class gets room
/// enough to be told apart, so the scale is not straight: low densities are stretched.
const std::array<DensityClass, 8>& density_classes();

/// Place of a density on the scale, 0 to 1.
double density_position(double persons_per_m2);

/// Pale yellow for free floor to black-purple for a crush. Ever darker, so that it can be read in
/// print and by people who see few colours (after the map "magma" of matplotlib, CC0).
Colour density_colour(double persons_per_m2);

}  // namespace evac::render
