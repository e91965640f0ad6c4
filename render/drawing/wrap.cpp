#include "render/drawing/wrap.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace evac::render {

namespace {

bool is_one_of(const std::string& character, std::string_view set) {
    return character.size() > 1 && set.find(character) != std::string_view::npos;
}

/// What must not begin a line (GB/T 15834-2011, 5.1.1).
bool closes(const std::string& character) {
    return is_one_of(character, "，。、；：？！）》〉」』】”’…％℃");
}

/// What must not end a line.
bool opens(const std::string& character) {
    return is_one_of(character, "（《〈「『【“‘");
}

/// Ideographs and their punctuation lie from U+2E80 (0xE2 0xBA) on.
bool is_wide(const std::string& character) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    return character.size() == 4 ||
           (character.size() == 3 && (byte(0) >= 0xE3 || (byte(0) == 0xE2 && byte(1) >= 0xBA)));
}

/// Whether a line may end between two neighbouring characters.
bool may_break(const std::string& before, const std::string& after) {
    if (after == " ") {
        return false;
    }
    if (before == " ") {
        return true;
    }
    return (is_wide(before) || is_wide(after) || closes(before)) && !closes(after) &&
           !opens(before);
}

std::string trimmed(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

/// Pieces that stay together: words with the spaces after them, single ideographs.
std::vector<std::string> pieces_of(const std::string& words) {
    std::vector<std::string> pieces;
    std::string last;
    for (const std::string& character : characters_of(words)) {
        if (pieces.empty() || may_break(last, character)) {
            pieces.emplace_back();
        }
        pieces.back() += character;
        last = character;
    }
    return pieces;
}

void wrap_paragraph(const std::string& words, const TextStyle& style, double width,
                    const MeasureText& measure, std::vector<std::string>& lines) {
    const auto fits = [&](const std::string& line) {
        return measure(trimmed(line), style) <= width;
    };
    std::string line;
    for (const std::string& piece : pieces_of(words)) {
        if (fits(line + piece)) {
            line += piece;
            continue;
        }
        if (!line.empty()) {
            lines.push_back(trimmed(line));
            line.clear();
        }
        for (const std::string& character : characters_of(piece)) {
            if (!line.empty() && !fits(line + character)) {
                lines.push_back(trimmed(line));
                line.clear();
            }
            line += character;
        }
    }
    lines.push_back(trimmed(line));
}

}  // namespace

std::vector<std::string> characters_of(const std::string& words) {
    std::vector<std::string> characters;
    for (std::size_t i = 0; i < words.size();) {
        const auto lead = static_cast<unsigned char>(words[i]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        characters.push_back(words.substr(i, length));
        i += length;
    }
    return characters;
}

std::vector<std::string> wrapped(const std::string& words, const TextStyle& style, double width,
                                 const MeasureText& measure) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin <= words.size() && !words.empty()) {
        const std::size_t end = std::min(words.find('\n', begin), words.size());
        wrap_paragraph(words.substr(begin, end - begin), style, width, measure, lines);
        begin = end + 1;
    }
    return lines;
}

std::string cut_to_width(const std::string& words, const TextStyle& style, double width,
                         const MeasureText& measure) {
    if (measure(words, style) <= width) {
        return words;
    }
    std::vector<std::string> characters = characters_of(words);
    std::string shorter;
    while (!characters.empty()) {
        characters.pop_back();
        shorter.clear();
        for (const std::string& character : characters) {
            shorter += character;
        }
        shorter = trimmed(shorter) + "…";
        if (measure(shorter, style) <= width) {
            break;
        }
    }
    return shorter;
}

}  // namespace evac::render
