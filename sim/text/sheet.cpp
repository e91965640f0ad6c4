#include "sim/text/sheet.hpp"

#include "sim/text/csv_rows.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace evac {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const Message& what, MessageId remedy) {
    throw InputError({{file.string(), "", "", what, message(remedy)}});
}

struct Converted {
    std::string text;
    bool whole = false;
    std::size_t consumed = 0;  ///< bytes of the source up to the first that is no text
};

/// Into UTF-8. From UTF-8 it only checks.
Converted into_utf8(std::string_view source, const char* encoding) {
    Converted converted;
    const iconv_t handle = iconv_open("UTF-8", encoding);
    if (handle == reinterpret_cast<iconv_t>(-1)) {
        return converted;  // a system without this table: nothing can be said of the text
    }
    std::string input(source);
    char* in = input.data();
    std::size_t left = input.size();
    std::array<char, 4096> chunk{};
    bool going = true;
    while (going && left > 0) {
        char* out = chunk.data();
        std::size_t room = chunk.size();
        const std::size_t before = left;
        const std::size_t result = iconv(handle, &in, &left, &out, &room);
        converted.text.append(chunk.data(), chunk.size() - room);
        // A full chunk is no fault; a byte that cannot be read moves nothing on.
        going = result != static_cast<std::size_t>(-1) || left < before;
    }
    iconv_close(handle);
    converted.consumed = input.size() - left;
    converted.whole = left == 0;
    return converted;
}

std::string as_utf8(const std::filesystem::path& file, std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        refuse(file, message(MessageId::ledger_workbook), MessageId::ledger_workbook_remedy);
    }
    Converted text;
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        text = into_utf8(bytes.substr(3), "UTF-8");
    } else if (bytes.starts_with("\xFF\xFE")) {
        text = into_utf8(bytes.substr(2), "UTF-16LE");
    } else if (bytes.starts_with("\xFE\xFF")) {
        text = into_utf8(bytes.substr(2), "UTF-16BE");
    } else {
        text = into_utf8(bytes, "UTF-8");
        if (!text.whole) {
            text = into_utf8(bytes, "GB18030");
        }
    }
    if (!text.whole || text.text.find('\0') != std::string::npos) {
        const std::size_t end = text.whole ? text.text.find('\0') : text.text.size();
        const auto line =
            1 + std::count(text.text.begin(), text.text.begin() + static_cast<std::ptrdiff_t>(end),
                           '\n');
        refuse(file, message(MessageId::ledger_no_text, line), MessageId::ledger_no_text_remedy);
    }
    return std::move(text.text);
}

/// What parts the cells: of comma, semicolon and tab the one the first lines hold most of.
char separator_of(std::string_view text) {
    constexpr std::array<char, 3> separators{',', ';', '\t'};
    std::array<int, 3> uses{};
    bool quoted = false;
    int lines = 0;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == '\n' && ++lines == 5) {
            break;
        } else if (!quoted) {
            for (std::size_t i = 0; i < separators.size(); ++i) {
                uses[i] += c == separators[i] ? 1 : 0;
            }
        }
    }
    return separators[static_cast<std::size_t>(std::max_element(uses.begin(), uses.end()) -
                                               uses.begin())];
}

}  // namespace

std::vector<CsvRow> read_sheet(const std::filesystem::path& file) {
    const std::string text = as_utf8(file, read_text(file));
    std::size_t at = 0;
    int line = 1;
    char separator = separator_of(text);
    if (text.starts_with("sep=") && text.size() > 4) {
        separator = text[4];
        at = std::min(text.size(), text.find('\n')) + (text.find('\n') < text.size() ? 1 : 0);
        line = 2;
    }
    CsvRows parted = csv_rows(std::string_view(text).substr(at), separator, line);
    if (parted.open_quote > 0) {
        refuse(file, message(MessageId::ledger_open_quote, parted.open_quote),
               MessageId::ledger_open_quote_remedy);
    }
    return std::move(parted.rows);
}

}  // namespace evac
