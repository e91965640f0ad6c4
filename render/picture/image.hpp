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

/// Lays `top` over `image` with its upper left corner at (x, y); what hangs over is cut off.
void blend(Image& image, const Image& top, int x, int y);

/// `source` moved and enlarged: its pixel (x, y) lands at (left + zoom x, above + zoom y). Colours
/// between pixels are those of the nearest. Where nothing lands stands `ground`.
void place(Image& image, const Image& source, double zoom, double left, double above,
           std::uint32_t ground);

/// Writes a PNG file, whole or not at all. Throws InputError.
void write_png(const std::filesystem::path& path, const Image& image);

}  // namespace evac::render
