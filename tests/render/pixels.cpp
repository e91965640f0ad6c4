#include "tests/render/pixels.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace evac::testing {

using render::Image;
using render::PixelBox;

namespace {

int channel(std::uint32_t pixel, unsigned shift) {
    return static_cast<int>(pixel >> shift & 0xFFU);
}

/// The largest difference of a channel.
int difference(std::uint32_t a, std::uint32_t b) {
    int most = 0;
    for (const unsigned shift : {0U, 8U, 16U}) {
        most = std::max(most, std::abs(channel(a, shift) - channel(b, shift)));
    }
    return most;
}

PixelBox within(const PixelBox& box, int width, int height) {
    return {std::max(0, box.left), std::max(0, box.top), std::min(width, box.right),
            std::min(height, box.bottom)};
}

}  // namespace

Image read_png(const std::filesystem::path& file) {
    cairo_surface_t* const surface = cairo_image_surface_create_from_png(file.c_str());
    Image image;
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        cairo_surface_flush(surface);
        image =
            Image(cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface));
        const unsigned char* const data = cairo_image_surface_get_data(surface);
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
        for (int y = 0; y < image.height; ++y) {
            const unsigned char* byte = data + stride * static_cast<std::size_t>(y);
            for (int x = 0; x < image.width; ++x, byte += 4) {
                image.row(y)[x] = 0xFF000000U | std::uint32_t{byte[2]} << 16U |
                                  std::uint32_t{byte[1]} << 8U | std::uint32_t{byte[0]};
            }
        }
    }
    cairo_surface_destroy(surface);
    return image;
}

PixelBox all_of(const Image& image) {
    return {0, 0, image.width, image.height};
}

PixelBox pixels(const Box& box, double type_scale) {
    // Rounded inwards: a pixel that belongs to the box in part belongs to its neighbour as well.
    return {static_cast<int>(std::ceil(box.low.x() * type_scale)),
            static_cast<int>(std::ceil(box.low.y() * type_scale)),
            static_cast<int>(std::floor(box.high.x() * type_scale)),
            static_cast<int>(std::floor(box.high.y() * type_scale))};
}

PixelBox around(const Vec2& pixel, double reach) {
    return pixels({pixel - Vec2(reach, reach), pixel + Vec2(reach, reach)}, 1.0);
}

int count_like(const Image& image, const render::Colour& colour, const PixelBox& box,
               int tolerance) {
    const std::uint32_t wanted = render::pixel_of(colour);
    const PixelBox part = within(box, image.width, image.height);
    int count = 0;
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            count += difference(image.row(y)[x], wanted) <= tolerance ? 1 : 0;
        }
    }
    return count;
}

std::vector<int> columns_like(const Image& image, const render::Colour& colour, const PixelBox& box,
                              int least, int tolerance) {
    std::vector<int> columns;
    for (int x = box.left; x < box.right; ++x) {
        if (count_like(image, colour, {x, box.top, x + 1, box.bottom}, tolerance) >= least) {
            columns.push_back(x);
        }
    }
    return columns;
}

int count_different(const Image& a, const Image& b, const PixelBox& box, int tolerance) {
    const PixelBox part = within(box, std::min(a.width, b.width), std::min(a.height, b.height));
    int count = 0;
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            count += difference(a.row(y)[x], b.row(y)[x]) > tolerance ? 1 : 0;
        }
    }
    return count;
}

double brightness(const Image& image, const PixelBox& box) {
    const PixelBox part = within(box, image.width, image.height);
    double sum = 0.0;
    for (int y = part.top; y < part.bottom; ++y) {
        for (int x = part.left; x < part.right; ++x) {
            const std::uint32_t pixel = image.row(y)[x];
            sum += channel(pixel, 16) + channel(pixel, 8) + channel(pixel, 0);
        }
    }
    const double count = static_cast<double>(part.right - part.left) * (part.bottom - part.top);
    return count > 0.0 ? sum / (3.0 * 255.0 * count) : 0.0;
}

}  // namespace evac::testing
