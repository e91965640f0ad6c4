#include "render/picture/surface.hpp"

#include "render/picture/painter.hpp"
#include "sim/text/problem.hpp"

#include <cairo/cairo-svg.h>
#include <cairo/cairo.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

namespace evac::render {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Context = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;

void paint_on_white(cairo_surface_t* surface, const Sheet& sheet, double scale = 1.0) {
    const Context cairo(cairo_create(surface), cairo_destroy);
    cairo_scale(cairo.get(), scale, scale);
    cairo_set_source_rgb(cairo.get(), 1.0, 1.0, 1.0);
    cairo_paint(cairo.get());
    paint(cairo.get(), sheet);
}

int pixels(double length) {
    return std::max(1, static_cast<int>(std::lround(length)));
}

Surface image_of(const Sheet& sheet, double scale = 1.0) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(scale * sheet.width),
                                               pixels(scale * sheet.height)),
                    cairo_surface_destroy);
    paint_on_white(surface.get(), sheet, scale);
    cairo_surface_flush(surface.get());
    return surface;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string svg_of(const Sheet& sheet) {
    std::string bytes;
    {
        const Surface surface(
            cairo_svg_surface_create_for_stream(append, &bytes, sheet.width, sheet.height),
            cairo_surface_destroy);
        paint_on_white(surface.get(), sheet);
        cairo_surface_finish(surface.get());
    }
    return bytes;
}

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& reason) {
    throw InputError({Problem{path.string(), "", "", message(MessageId::picture_unwritable, reason),
                              message(MessageId::picture_unwritable_remedy)}});
}

}  // namespace

std::string png_of(const Sheet& sheet, double widest) {
    std::string bytes;
    cairo_surface_write_to_png_stream(image_of(sheet, std::min(1.0, widest / sheet.width)).get(),
                                      append, &bytes);
    return bytes;
}

std::vector<unsigned char> pixels_of(const Sheet& sheet) {
    const Surface surface = image_of(sheet);
    const unsigned char* const data = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(pixels(sheet.width));
    std::vector<unsigned char> all;
    for (std::size_t row = 0; row < static_cast<std::size_t>(pixels(sheet.height)); ++row) {
        for (std::size_t column = 0; column < width; ++column) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, data + row * stride + 4 * column, 4);
            for (const unsigned shift : {16U, 8U, 0U}) {
                all.push_back(static_cast<unsigned char>((pixel >> shift) & 0xFFU));
            }
        }
    }
    return all;
}

void write_picture_file(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::path unfinished = path;
    unfinished += ".incomplete";
    errno = 0;
    std::ofstream file(unfinished, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code ignored;
    if (!file) {
        const std::string reason = std::generic_category().message(errno);
        std::filesystem::remove(unfinished, ignored);
        fail(path, reason);
    }
    std::error_code error;
    std::filesystem::rename(unfinished, path, error);
    if (error) {
        std::filesystem::remove(unfinished, ignored);
        fail(path, error.message());
    }
}

void write_sheet(const std::filesystem::path& path, const Sheet& sheet, double widest) {
    write_picture_file(path, path.extension() == ".svg" ? svg_of(sheet) : png_of(sheet, widest));
}

}  // namespace evac::render
