#pragma once

#include "render/drawing/view.hpp"

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace evac::render {

/// As wide as the page.
inline constexpr double full_width = std::numeric_limits<double>::infinity();

/// Puts a page into a file: PNG, at most `widest` wide [px], or SVG where the name ends in ".svg".
/// The file appears whole or not at all. Throws InputError (unwritable folder, full disk).
void write_sheet(const std::filesystem::path& path, const Sheet& sheet, double widest = full_width);

/// Bytes of a picture into its file, which appears whole or not at all. Throws InputError.
void write_picture_file(const std::filesystem::path& path, const std::string& bytes);

/// The page as the bytes of a PNG file, at most `widest` wide [px]: the same bytes for the same
/// page on the same machine.
std::string png_of(const Sheet& sheet, double widest = full_width);

/// The page as red, green, blue bytes, row by row from the top; for tests.
std::vector<unsigned char> pixels_of(const Sheet& sheet);

}  // namespace evac::render
