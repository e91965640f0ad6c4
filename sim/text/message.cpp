#include "sim/text/message.hpp"

#include <fmt/args.h>

#include <cassert>
#include <iterator>
#include <string_view>

namespace evac {

namespace {

struct Entry {
    std::string_view en;
    std::string_view zh;
};

// A plain array: the deduction guide of std::array is too deep for clang with so many rows.
constexpr Entry catalogue[] = {
#define EVAC_MESSAGE(id, en, zh) Entry{en, zh},
#include "sim/text/catalogue.def"
#undef EVAC_MESSAGE
};

}  // namespace

std::string say(Language language, const Message& message) {
    const auto index = static_cast<std::size_t>(message.id);
    assert(index < std::size(catalogue));
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const std::string& argument : message.arguments) {
        arguments.push_back(argument);
    }
    const Entry& entry = catalogue[index];
    return fmt::vformat(language == Language::zh ? entry.zh : entry.en, arguments);
}

}  // namespace evac
