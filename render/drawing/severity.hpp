#pragma once

#include "render/drawing/page.hpp"
#include "sim/findings/finding.hpp"

namespace evac::render {

/// Dark red, vermilion, amber, blue: ever less alarming, and told apart by people who see few
/// colours (after Okabe and Ito 2008); the shapes of the pins tell them apart without colour.
Colour severity_colour(Severity severity);

/// "S1 stop now".
MessageId severity_message(Severity severity);

/// Outline of a severity's pin around (0, 0): an octagon for S1, as stop signs have, a diamond, a
/// square, a circle.
Ring severity_ring(Severity severity, double radius);

/// A numbered pin `offset` pixels from `at` (y upwards), with a leader to `at` where it stands away.
Mark severity_pin(const Vec2& at, const Vec2& offset, const std::string& number, Severity severity);

inline constexpr double pin_radius = 22.0;  ///< [px]

/// The magenta of what a picture points at: neither the red of what is shut nor an exit's green.
inline constexpr Colour pointer_colour = rgb(0xB0006D);

}  // namespace evac::render
