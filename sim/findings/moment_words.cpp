#include "sim/findings/moment_words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <string_view>

namespace evac {

namespace {

struct Row {
    std::string_view en;
    std::string_view zh;
};

constexpr Row rows[] = {
#define EVAC_MESSAGE(id, en, zh) Row{en, zh},
#include "sim/findings/moment_words.def"
#undef EVAC_MESSAGE
};

std::string fill(Language language, MomentWords words, const std::vector<std::string>& arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string& argument : arguments) {
        store.push_back(argument);
    }
    const Row& row = rows[static_cast<std::size_t>(words)];
    return fmt::vformat(language == Language::zh ? row.zh : row.en, store);
}

/// What a caption may be wide, in Latin letters; a Chinese one is as wide as two.
constexpr int widest = 60;

/// Bytes of the UTF-8 letter that begins with this one.
std::size_t bytes_of(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0U ? 1 : byte < 0xE0U ? 2 : byte < 0xF0U ? 3 : 4;
}

/// Width of the text in Latin letters.
int width_of(const std::string& text) {
    int width = 0;
    for (std::size_t i = 0; i < text.size(); i += bytes_of(text[i])) {
        width += bytes_of(text[i]) > 2 ? 2 : 1;
    }
    return width;
}

/// The text, or as much of its beginning as fits with an ellipsis.
std::string cut_to(const std::string& text, int width) {
    if (width_of(text) <= width) {
        return text;
    }
    std::size_t end = 0;
    while (end < text.size() && width_of(text.substr(0, end + bytes_of(text[end]))) + 2 <= width) {
        end += bytes_of(text[end]);
    }
    return text.substr(0, end) + "…";
}

}  // namespace

Label caption(MomentWords words, const std::vector<std::string>& numbers) {
    return in_each([&](Language language) { return fill(language, words, numbers); });
}

Label caption_of(MomentWords words, const Label& name, const std::vector<std::string>& numbers) {
    return in_each([&](Language language) {
        std::vector<std::string> arguments{std::string()};
        arguments.insert(arguments.end(), numbers.begin(), numbers.end());
        const int rest = widest - width_of(fill(language, words, arguments));
        arguments.front() = cut_to(name.in(language), rest);
        return fill(language, words, arguments);
    });
}

}  // namespace evac
