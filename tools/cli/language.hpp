#pragma once

#include "sim/text/language.hpp"

#include <string>

namespace evac {

/// The language of the console: `asked` ("en" or "zh") if given, else that of the locale (LC_ALL,
/// LC_MESSAGES, LANG, in this order, as POSIX has it), English where that is neither.
Language choose_language(const std::string& asked);

}  // namespace evac
