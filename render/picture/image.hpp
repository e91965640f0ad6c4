#pragma once

#include "render/drawing/view.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace evac::render {

/// Pixels in memory, rows from above. Each pixel is 0xAARRGGBB with colours multiplied by alpha, as
/// cairo and graphics cards (BGRA) have it.
struct Image {
    int width = 0;   ///< [px]
    int height = 0;  ///< [px]
    std::vector<std::uint32_t> pixels;

    Image() = default;
    Image(int columns, int rows, std::uint32_t colour = 0)
        : width(columns),
          height(rows),
          pixels(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), colour) {}

    std::uint32_t* row(int y) {
        return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    const std::uint32_t* row(int y) const {
        return pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

/// An opaque colour as a pixel.
std::uint32_t pixel_of(const Colour& colour);

/// Paints the sheet over the image, each of its pixels `scale` pixels of the image wide.
void paint(Image& image, const Sheet& sheet, double scale);

/// A part of an image: columns from `left` up to but not `right`, rows likewise [px].
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// Where one image lies over another: its pixel (x, y) covers a square of `zoom` pixels at
/// (left + zoom x, above + zoom y).
struct Placing {
    double zoom = 1.0;
    double left = 0.0;
    double above = 0.0;
};

/// Copies `source` into the part of the image; where nothing of it lies stands `ground`. Enlarged,
/// every pixel takes the nearest colour.
void place(Image& image, const Image& source, const Placing& placing, std::uint32_t ground,
           const PixelBox& part);

/// Lays `top` over the part of the image.
void blend(Image& image, const Image& top, const Placing& placing, const PixelBox& part);

/// Writes a PNG file, whole or not at all. Throws InputError.
void write_png(const std::filesystem::path& path, const Image& image);

}  // namespace evac::render
