#pragma once

#include "render/picture/image.hpp"

#include <filesystem>

namespace evac::testing {

/// What a PNG file shows; an empty image where it cannot be read.
render::Image read_png(const std::filesystem::path& file);

/// The whole image as a box.
render::PixelBox all_of(const render::Image& image);

/// The part of the page of a film [page px] in its pixels.
render::PixelBox pixels(const Box& box, double type_scale);

/// A square around a place, `reach` pixels to each side.
render::PixelBox around(const Vec2& pixel, double reach);

// What is counted lies in `box`, as far as that lies in the images.

/// Pixels with this colour, each channel right within `tolerance` of 255.
int count_like(const render::Image& image, const render::Colour& colour,
               const render::PixelBox& box, int tolerance = 12);

/// Columns that have at least `least` such pixels, from the left.
std::vector<int> columns_like(const render::Image& image, const render::Colour& colour,
                              const render::PixelBox& box, int least, int tolerance = 12);

/// Pixels of which a channel differs by more than `tolerance`.
int count_different(const render::Image& a, const render::Image& b, const render::PixelBox& box,
                    int tolerance = 3);

/// From 0, black, to 1, white.
double brightness(const render::Image& image, const render::PixelBox& box);

}  // namespace evac::testing
