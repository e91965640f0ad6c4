#pragma once

#include "render/drawing/view.hpp"

namespace evac::render {

/// A green sign with white words and, where `towards` is not zero, a small pointer on that side.
/// `centre` is in pixels from the mark's place, y upwards.
Mark exit_sign(const Vec2& at, const Vec2& centre, const Vec2& size, const std::string& words,
               const Vec2& towards);

/// A padlock on a white disc: readable without its colour.
Mark padlock(const Vec2& at);

/// A cross on a white disc: blocked.
Mark no_entry(const Vec2& at);

/// A filled triangle whose tip lies at `at` and points along `direction`.
Mark arrow_head(const Vec2& at, const Vec2& direction, double length, const Colour& colour);

/// A number in a disc of `colour`, moved by `offset` pixels.
Mark numbered_disc(const Vec2& at, const Vec2& offset, const std::string& number,
                   const Colour& colour);

/// Radius of the padlock's and the number's disc [px].
inline constexpr double disc_radius = 17.0;

/// Height of an exit sign [px]; its words are 0.62 of that.
inline constexpr double sign_height = 32.0;

}  // namespace evac::render
