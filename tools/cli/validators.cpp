#include "tools/cli/validators.hpp"

#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace evac {

namespace {

/// The whole of `text` as a number.
template <class Number>
bool read(const std::string& text, Number& number) {
    const char* end = text.data() + text.size();
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const auto [stop, error] = std::from_chars(begin, end, number);
    return error == std::errc() && stop == end;
}

}  // namespace

CLI::Validator number_in(double low, double high, Language language) {
    return {[=](const std::string& text) {
                double number = 0.0;
                return read(text, number) && number >= low && number <= high
                           ? std::string()
                           : say(language, MessageId::usage_not_a_number, text,
                                 fmt::format("{:g}", low), fmt::format("{:g}", high));
            },
            ""};
}

CLI::Validator whole_number_in(std::int64_t low, std::int64_t high, Language language) {
    return {[=](const std::string& text) {
                std::int64_t number = 0;
                return read(text, number) && number >= low && number <= high
                           ? std::string()
                           : say(language, MessageId::usage_not_a_whole_number, text, low, high);
            },
            ""};
}

CLI::Validator one_of(const std::vector<std::string>& words, Language language) {
    return {[=](const std::string& text) {
                return std::find(words.begin(), words.end(), text) != words.end()
                           ? std::string()
                           : say(language, MessageId::usage_not_one_of, text,
                                 fmt::format("{}", fmt::join(words, ", ")));
            },
            ""};
}

}  // namespace evac
