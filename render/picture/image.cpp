#include "render/picture/image.hpp"

#include "render/picture/painter.hpp"
#include "render/picture/surface.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

namespace evac::render {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Context = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;

/// A surface of cairo that paints into the image's own memory.
Surface surface_of(Image& image) {
    return {cairo_image_surface_create_for_data(
                reinterpret_cast<unsigned char*>(image.pixels.data()), CAIRO_FORMAT_ARGB32,
                image.width, image.height, image.width * 4),
            cairo_surface_destroy};
}

/// `top` over `under`: both have their colours multiplied by alpha.
std::uint32_t over(std::uint32_t top, std::uint32_t under) {
    const std::uint32_t rest = 255U - (top >> 24U);
    // Two channels at a time; + 128 and the shifted sum divide by 255 with rounding.
    std::uint32_t even = (under & 0x00FF00FFU) * rest + 0x00800080U;
    std::uint32_t odd = ((under >> 8U) & 0x00FF00FFU) * rest + 0x00800080U;
    even = ((even + ((even >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
    odd = (odd + ((odd >> 8U) & 0x00FF00FFU)) & 0xFF00FF00U;
    return top + (even | odd);
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::uint32_t pixel_of(const Colour& colour) {
    const auto byte = [](double share) {
        return static_cast<std::uint32_t>(std::lround(255.0 * std::clamp(share, 0.0, 1.0)));
    };
    return 0xFF000000U | byte(colour.red) << 16U | byte(colour.green) << 8U | byte(colour.blue);
}

void paint(Image& image, const Sheet& sheet, double scale) {
    const Surface surface = surface_of(image);
    const Context cairo(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(cairo.get(), scale, scale);
    paint(cairo.get(), sheet);
    cairo_surface_flush(surface.get());
}

void blend(Image& image, const Image& top, int x, int y) {
    const int from = std::max(0, -x);
    const int to = std::min(top.width, image.width - x);
    for (int row = std::max(0, -y); row < std::min(top.height, image.height - y); ++row) {
        const std::uint32_t* const source = top.row(row);
        std::uint32_t* const target = image.row(row + y) + x;
        for (int column = from; column < to; ++column) {
            const std::uint32_t pixel = source[column];
            const std::uint32_t alpha = pixel >> 24U;
            if (alpha == 255U) {
                target[column] = pixel;
            } else if (alpha != 0U) {
                target[column] = over(pixel, target[column]);
            }
        }
    }
}

void place(Image& image, const Image& source, double zoom, double left, double above,
           std::uint32_t ground) {
    std::vector<int> column_of(static_cast<std::size_t>(image.width));
    for (int x = 0; x < image.width; ++x) {
        const double column = std::floor((x + 0.5 - left) / zoom);
        column_of[static_cast<std::size_t>(x)] =
            column >= 0.0 && column < source.width ? static_cast<int>(column) : -1;
    }
    for (int y = 0; y < image.height; ++y) {
        const double row = std::floor((y + 0.5 - above) / zoom);
        std::uint32_t* const target = image.row(y);
        if (row < 0.0 || row >= source.height) {
            std::fill_n(target, image.width, ground);
            continue;
        }
        const std::uint32_t* const line = source.row(static_cast<int>(row));
        for (int x = 0; x < image.width; ++x) {
            const int column = column_of[static_cast<std::size_t>(x)];
            target[x] = column < 0 ? ground : line[column];
        }
    }
}

void write_png(const std::filesystem::path& path, const Image& image) {
    Image copy = image;
    std::string bytes;
    cairo_surface_write_to_png_stream(surface_of(copy).get(), append, &bytes);
    write_picture_file(path, bytes);
}

}  // namespace evac::render
