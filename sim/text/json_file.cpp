#include "sim/text/json_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"

namespace evac {

namespace {

using nlohmann::json;

[[noreturn]] void fail(const std::string& file, Message what, Message remedy) {
    throw InputError({{file, "", "", std::move(what), std::move(remedy)}});
}

struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

Place place_of(std::string_view text, std::size_t offset) {
    Place place;
    for (const char c : text.substr(0, offset)) {
        // Continuation bytes of UTF-8 belong to the character before them.
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

/// Length of the UTF-8 character at the start of `text`, 0 if there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80U) {
        return 1;
    }
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < length) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    // Longer forms than needed, surrogates, and what lies beyond Unicode.
    const unsigned second = byte(1);
    const bool wrong = (first == 0xE0U && second < 0xA0U) || (first == 0xEDU && second >= 0xA0U) ||
                       (first == 0xF0U && second < 0x90U) || (first == 0xF4U && second >= 0x90U);
    return wrong ? 0 : length;
}

void check_utf8(std::string_view text, const std::string& file) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text.substr(i));
        if (length == 0) {
            const Place place = place_of(text, i);
            fail(file, message(MessageId::json_not_utf8, place.line, place.column),
                 message(MessageId::json_not_utf8_remedy));
        }
        i += length;
    }
}

/// The run of characters around `offset` that a person would call a word.
std::string word_at(std::string_view text, std::size_t offset) {
    constexpr std::string_view ends = " \t\r\n,:[]{}\"";
    offset = std::min(offset, text.size());
    const std::size_t end = std::min(text.find_first_of(ends, offset), text.size());
    std::size_t begin = offset;
    while (begin > 0 && ends.find(text[begin - 1]) == std::string_view::npos) {
        --begin;
    }
    constexpr std::size_t longest = 40;
    return std::string(text.substr(begin, std::min(std::max(end, offset + 1) - begin, longest)));
}

bool names_no_number(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    word.erase(0, word.find_first_not_of("+-"));
    return word == "nan" || word == "inf" || word == "infinity";
}

[[noreturn]] void fail_broken(std::string_view text, const std::string& file, std::size_t byte) {
    const std::size_t offset = byte == 0 ? 0 : byte - 1;  // the parser counts from 1
    const Place place = place_of(text, std::min(offset, text.size()));
    if (offset >= text.size()) {
        fail(file, message(MessageId::json_cut_off, place.line),
             message(MessageId::json_cut_off_remedy));
    }
    if (text[offset] == '\n' || text[offset] == '\r') {
        // Line ends are welcome everywhere but in a text.
        fail(file, message(MessageId::json_open_text, place.line),
             message(MessageId::json_open_text_remedy));
    }
    const std::string word = word_at(text, offset);
    if (names_no_number(word)) {
        fail(file, message(MessageId::json_no_number, place.line, place.column, word),
             message(MessageId::json_no_number_remedy));
    }
    fail(file, message(MessageId::json_broken, place.line, place.column, word),
         message(MessageId::json_broken_remedy));
}

/// Follows the parser through the document and notes keys that stand twice in one object, of which
/// the parser would silently keep the last.
class DuplicateKeys {
public:
    explicit DuplicateKeys(const std::string& file) : file_(file) {}

    void see(json::parse_event_t event, const json& parsed) {
        switch (event) {
            case json::parse_event_t::object_start:
            case json::parse_event_t::array_start:
                count_element();
                open_.push_back({event == json::parse_event_t::array_start, 0, "", {}});
                break;
            case json::parse_event_t::object_end:
            case json::parse_event_t::array_end:
                open_.pop_back();
                break;
            case json::parse_event_t::key: {
                Container& object = open_.back();
                object.key = parsed.get<std::string>();
                if (!object.keys.insert(object.key).second) {
                    problems_.push_back({file_, pointer(), "",
                                         message(MessageId::json_duplicate_key, object.key),
                                         message(MessageId::json_duplicate_key_remedy)});
                }
                break;
            }
            case json::parse_event_t::value:
                count_element();
                break;
        }
    }

    const std::vector<Problem>& problems() const { return problems_; }

private:
    struct Container {
        bool array = false;
        std::size_t elements = 0;  ///< begun so far, arrays only
        std::string key;           ///< of the member being read, objects only
        std::set<std::string> keys;
    };

    void count_element() {
        if (!open_.empty() && open_.back().array) {
            ++open_.back().elements;
        }
    }

    std::string pointer() const {
        std::string steps;
        for (const Container& container : open_) {
            steps += pointer_step(container.array ? std::to_string(container.elements - 1)
                                                  : container.key);
        }
        return steps;
    }

    std::string file_;
    std::vector<Container> open_;
    std::vector<Problem> problems_;
};

}  // namespace

std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (const char c : key) {
        if (c == '~') {
            step += "~0";
        } else if (c == '/') {
            step += "~1";
        } else {
            step += c;
        }
    }
    return step;
}

json parse_json(std::string_view text, const std::string& file) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        fail(file, message(MessageId::json_empty), message(MessageId::json_empty_remedy));
    }
    check_utf8(text, file);
    DuplicateKeys duplicates(file);
    json document;
    try {
        document = json::parse(text, [&](int, json::parse_event_t event, const json& parsed) {
            duplicates.see(event, parsed);
            return true;
        });
    } catch (const json::parse_error& error) {
        fail_broken(text, file, error.byte);
    } catch (const json::out_of_range& error) {
        // The only way out of range while parsing: a number beyond a double, quoted in the text.
        const std::string_view told = error.what();
        const std::size_t begin = told.find('\'') + 1;
        const std::string_view number = told.substr(begin, told.rfind('\'') - begin);
        const Place place = place_of(text, std::min(text.find(number), text.size()));
        fail(file, message(MessageId::json_too_large, place.line, place.column, number),
             message(MessageId::json_too_large_remedy));
    }
    if (!duplicates.problems().empty()) {
        throw InputError(duplicates.problems());
    }
    return document;
}

json read_json(const std::filesystem::path& file) {
    return parse_json(read_text(file), file.string());
}

}  // namespace evac
