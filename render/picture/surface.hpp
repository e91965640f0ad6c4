#pragma once

#include "render/drawing/view.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace evac::render {

/// Puts a page into a file: PNG, or SVG where the name ends in ".svg". The file appears whole or
/// not at all. Throws InputError (unwritable folder, full disk).
void write_sheet(const std::filesystem::path& path, const Sheet& sheet);

/// Bytes of a picture into its file, which appears whole or not at all. Throws InputError.
void write_picture_file(const std::filesystem::path& path, const std::string& bytes);

/// The page as the bytes of a PNG file: the same bytes for the same page on the same machine.
std::string png_of(const Sheet& sheet);

/// The page as red, green, blue bytes, row by row from the top; for tests.
std::vector<unsigned char> pixels_of(const Sheet& sheet);

}  // namespace evac::render
