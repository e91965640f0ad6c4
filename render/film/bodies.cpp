#include "render/film/bodies.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

/// `share` (0 to 256) of `top` in `under`.
std::uint32_t mixed(std::uint32_t under, std::uint32_t top, std::uint32_t share) {
    const std::uint32_t rest = 256U - share;
    const std::uint32_t even =
        ((under & 0x00FF00FFU) * rest + (top & 0x00FF00FFU) * share) >> 8U & 0x00FF00FFU;
    const std::uint32_t odd =
        (((under >> 8U) & 0x00FF00FFU) * rest + ((top >> 8U) & 0x00FF00FFU) * share) & 0xFF00FF00U;
    return even | odd;
}

std::uint32_t darker(std::uint32_t colour) {
    return 0xFF000000U | ((colour >> 1U) & 0x007F7F7FU);
}

bool is_light(std::uint32_t colour) {
    const std::uint32_t red = colour >> 16U & 0xFFU;
    const std::uint32_t green = colour >> 8U & 0xFFU;
    const std::uint32_t blue = colour & 0xFFU;
    return 2U * red + 5U * green + blue > 8U * 140U;
}

class Brush {
public:
    Brush(Image& image, int left, int top, int right, int bottom)
        : image_(image),
          left_(std::max(0, left)),
          top_(std::max(0, top)),
          right_(std::min(image.width, right)),
          bottom_(std::min(image.height, bottom)) {}

    void point(const Body& body) {
        // Two pixels wide from afar, three when nearer.
        const int size = body.radius > 1.4F ? 3 : 2;
        const int x = static_cast<int>(std::floor(body.x - 0.5F * static_cast<float>(size - 1)));
        const int y = static_cast<int>(std::floor(body.y - 0.5F * static_cast<float>(size - 1)));
        for (int row = std::max(y, top_); row < std::min(y + size, bottom_); ++row) {
            std::uint32_t* const line = image_.row(row);
            for (int column = std::max(x, left_); column < std::min(x + size, right_); ++column) {
                line[column] = body.colour;
            }
        }
    }

    /// A ring from `inner` to `outer` around (x, y), a disc where `inner` is below zero.
    void ring(float x, float y, float inner, float outer, std::uint32_t colour) {
        const int first = std::max(top_, static_cast<int>(std::floor(y - outer - 0.5F)));
        const int last = std::min(bottom_ - 1, static_cast<int>(std::ceil(y + outer + 0.5F)));
        const int from = std::max(left_, static_cast<int>(std::floor(x - outer - 0.5F)));
        const int to = std::min(right_ - 1, static_cast<int>(std::ceil(x + outer + 0.5F)));
        for (int row = first; row <= last; ++row) {
            const float dy = static_cast<float>(row) + 0.5F - y;
            std::uint32_t* const line = image_.row(row);
            for (int column = from; column <= to; ++column) {
                const float dx = static_cast<float>(column) + 0.5F - x;
                const float distance = std::sqrt(dx * dx + dy * dy);
                const float cover = std::min(outer + 0.5F - distance, distance - inner + 0.5F);
                if (cover >= 1.0F) {
                    line[column] = colour;
                } else if (cover > 0.0F) {
                    line[column] =
                        mixed(line[column], colour, static_cast<std::uint32_t>(256.0F * cover));
                }
            }
        }
    }

    void disc(const Body& body) {
        if (body.radius < 3.2F) {
            ring(body.x, body.y, -2.0F, body.radius, body.colour);
            return;
        }
        ring(body.x, body.y, -2.0F, body.radius, darker(body.colour));
        ring(body.x, body.y, -2.0F, body.radius - std::max(0.8F, 0.14F * body.radius), body.colour);
        if (body.radius > 3.4F) {
            const std::uint32_t nose = is_light(body.colour) ? 0xFF202124U : 0xFFFFFFFFU;
            ring(body.x + 0.5F * body.radius * body.heading_x,
                 body.y + 0.5F * body.radius * body.heading_y, -2.0F, 0.27F * body.radius, nose);
        }
    }

private:
    Image& image_;
    int left_, top_, right_, bottom_;
};

}  // namespace

void paint_bodies(Image& image, const std::vector<Body>& bodies, int left, int top, int right,
                  int bottom) {
    Brush brush(image, left, top, right, bottom);
    for (const Body& body : bodies) {
        if (body.radius < disc_from) {
            brush.point(body);
        } else {
            brush.disc(body);
        }
    }
    for (const Body& body : bodies) {
        if (body.ringed) {
            const float radius = std::max(9.0F, 2.2F * body.radius);
            brush.ring(body.x, body.y, radius - 2.2F, radius + 2.2F, 0xFFFFFFFFU);
            brush.ring(body.x, body.y, radius - 1.2F, radius + 1.2F, 0xFFB0006DU);
        }
    }
}

void paint_line(Image& image, float x0, float y0, float x1, float y1, std::uint32_t colour,
                float opacity) {
    const bool steep = std::abs(y1 - y0) > std::abs(x1 - x0);
    if (steep) {
        std::swap(x0, y0);
        std::swap(x1, y1);
    }
    if (x0 > x1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    const auto plot = [&](int along, int across, float share) {
        const int x = steep ? across : along;
        const int y = steep ? along : across;
        if (x >= 0 && x < image.width && y >= 0 && y < image.height) {
            std::uint32_t& pixel = image.row(y)[x];
            pixel = mixed(pixel, colour, static_cast<std::uint32_t>(256.0F * share * opacity));
        }
    };
    const float slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0.0F;
    const int first = std::max(-1, static_cast<int>(std::floor(x0)));
    const int last =
        std::min((steep ? image.height : image.width) + 1, static_cast<int>(std::ceil(x1)));
    for (int along = first; along <= last; ++along) {
        const float at =
            y0 + slope * (std::clamp(static_cast<float>(along) + 0.5F, x0, x1) - x0) - 0.5F;
        const float below = std::floor(at);
        plot(along, static_cast<int>(below), 1.0F - (at - below));
        plot(along, static_cast<int>(below) + 1, at - below);
    }
}

}  // namespace evac::render
