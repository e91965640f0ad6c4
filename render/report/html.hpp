#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"
#include "sim/text/message.hpp"

#include <string>
#include <string_view>

namespace evac::render {

/// The text as it may stand in HTML, between tags and in quoted attributes alike: names of rooms
/// come from users. Control characters, which HTML forbids, are left out.
std::string escaped(std::string_view text);

/// The text in both languages; the page shows the one that its switch asks for. What is the same in
/// both, numbers for instance, stands there once.
std::string both_languages(const Label& text);
std::string both_languages(MessageId id);

/// Base64 of RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace evac::render
