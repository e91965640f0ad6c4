#pragma once

#include "render/drawing/view.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// The words in lines no wider than `width` [px]. Latin breaks at spaces, Chinese between any two
/// characters, but no line begins with a closing mark (，。） ...) or ends with an opening one. A
/// word too long for a line of its own is cut. Line feeds in the words begin new lines.
std::vector<std::string> wrapped(const std::string& words, const TextStyle& style, double width,
                                 const MeasureText& measure);

/// The beginning of the words that fits into `width` [px], with an ellipsis where some are missing.
std::string cut_to_width(const std::string& words, const TextStyle& style, double width,
                         const MeasureText& measure);

/// The characters of a UTF-8 text; a broken byte is a character of its own.
std::vector<std::string> characters_of(const std::string& words);

}  // namespace evac::render
