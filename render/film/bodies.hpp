#pragma once

#include "render/picture/image.hpp"

#include <vector>

namespace evac::render {

/// A person to be painted, in pixels of the image.
struct Body {
    float x = 0.0F;
    float y = 0.0F;
    float heading_x = 0.0F;  ///< unit vector, y downwards
    float heading_y = 0.0F;
    float radius = 0.0F;
    std::uint32_t colour = 0;  ///< opaque pixel
    bool ringed = false;       ///< followed: a ring around it
};

/// Bodies of at least this radius are discs that show where the person looks; smaller ones are
/// points [px].
inline constexpr float disc_from = 2.0F;

/// Paints people into the part of the image from (left, top) up to (right, bottom): fifty thousand
/// points, or some thousand discs, in a few milliseconds without a graphics card.
void paint_bodies(Image& image, const std::vector<Body>& bodies, int left, int top, int right,
                  int bottom);

/// A line one pixel thick with soft edges (Wu 1991).
void paint_line(Image& image, float x0, float y0, float x1, float y1, std::uint32_t colour,
                float opacity);

}  // namespace evac::render
