#pragma once

#include "render/drawing/shape.hpp"

#include <string>

namespace evac::render {

/// Width of a line of words in pixels, as the surfaces of this folder draw it.
double text_width(const std::string& words, const TextStyle& style);

/// How many characters of `words` the fonts of this machine cannot show.
int missing_glyphs(const std::string& words);

/// Family names of the faces that draw `words`, in order of their first use.
std::vector<std::string> faces_of(const std::string& words);

}  // namespace evac::render
