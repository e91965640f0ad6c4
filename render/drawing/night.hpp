#pragma once

#include "render/drawing/view.hpp"

namespace evac::render {

/// The colour as it is on a dark ground: what was light is dark and the other way round, hues stay.
/// (Lightness of Oklab, Ottosson 2020.)
Colour at_night(const Colour& colour);

/// The colour of something that must stand out of a dark ground: dark ones are made lighter, light
/// ones stay.
Colour shining(const Colour& colour);

/// The drawing in the colours of the night.
Drawing at_night(Drawing drawing);

}  // namespace evac::render
