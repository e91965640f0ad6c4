#pragma once

#include "sim/text/language.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace evac {

/// One entry of the message catalogue (catalogue.def), the only place where sentences for users
/// stand.
enum class MessageId {
#define EVAC_MESSAGE(id, en, zh) id,
#include "sim/text/catalogue.def"
#undef EVAC_MESSAGE
};

/// A sentence not yet put into a language, so that one run can be told in English and in Chinese.
struct Message {
    MessageId id{};
    std::vector<std::string> arguments; ///< fill {0}, {1}, ... of the catalogue's text
};

/// `message(MessageId::plan_overlap, "hall", "store", 0.25)`: anything that fmt can print.
template <class... Arguments> Message message(MessageId id, const Arguments&... arguments) {
    return {id, {fmt::to_string(arguments)...}};
}

/// The message in words.
std::string say(Language language, const Message& message);

template <class... Arguments>
std::string say(Language language, MessageId id, const Arguments&... arguments) {
    return say(language, message(id, arguments...));
}

} // namespace evac
