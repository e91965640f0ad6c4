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

namespace {

/// For each column (or row) of a part the column of the source that lies there, -1 for none.
std::vector<int> sources(int from, int to, double zoom, double shift, int count) {
    std::vector<int> found;
    for (int x = from; x < to; ++x) {
        const double place = std::floor((x + 0.5 - shift) / zoom);
        found.push_back(place >= 0.0 && place < count ? static_cast<int>(place) : -1);
    }
    return found;
}

PixelBox inside(const PixelBox& part, const Image& image) {
    return {std::max(0, part.left), std::max(0, part.top), std::min(image.width, part.right),
            std::min(image.height, part.bottom)};
}

/// Calls `put(target, source)` for every pixel of the part with what of `source` lies there, null
/// where nothing does.
template <class Put>
void for_each_pixel(Image& image, const Image& source, const Placing& placing, const PixelBox& part,
                    const Put& put) {
    const PixelBox box = inside(part, image);
    const std::vector<int> columns =
        sources(box.left, box.right, placing.zoom, placing.left, source.width);
    const std::vector<int> rows =
        sources(box.top, box.bottom, placing.zoom, placing.above, source.height);
    for (int y = box.top; y < box.bottom; ++y) {
        std::uint32_t* const target = image.row(y);
        const int row = rows[static_cast<std::size_t>(y - box.top)];
        const std::uint32_t* const line = row < 0 ? nullptr : source.row(row);
        for (int x = box.left; x < box.right; ++x) {
            const int column = columns[static_cast<std::size_t>(x - box.left)];
            put(target[x], line == nullptr || column < 0 ? nullptr : line + column);
        }
    }
}

}  // namespace

void place(Image& image, const Image& source, const Placing& placing, std::uint32_t ground,
           const PixelBox& part) {
    const bool as_it_is = placing.zoom == 1.0 && placing.left == 0.0 && placing.above == 0.0 &&
                          source.width == image.width && source.height == image.height;
    if (as_it_is) {
        const PixelBox box = inside(part, image);
        for (int y = box.top; y < box.bottom && box.left < box.right; ++y) {
            std::copy(source.row(y) + box.left, source.row(y) + box.right, image.row(y) + box.left);
        }
        return;
    }
    for_each_pixel(image, source, placing, part,
                   [ground](std::uint32_t& target, const std::uint32_t* pixel) {
                       target = pixel == nullptr ? ground : *pixel;
                   });
}

void blend(Image& image, const Image& top, const Placing& placing, const PixelBox& part) {
    for_each_pixel(image, top, placing, part,
                   [](std::uint32_t& target, const std::uint32_t* pixel) {
                       if (pixel == nullptr || *pixel >> 24U == 0U) {
                           return;
                       }
                       target = *pixel >> 24U == 255U ? *pixel : over(*pixel, target);
                   });
}

void write_png(const std::filesystem::path& path, const Image& image) {
    Image copy = image;
    std::string bytes;
    cairo_surface_write_to_png_stream(surface_of(copy).get(), append, &bytes);
    write_picture_file(path, bytes);
}

}  // namespace evac::render
