#include "tools/cli/format.hpp"

#include "sim/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace evac {

std::string clock_text(double seconds) {
    if (!std::isfinite(seconds)) {
        return "-";
    }
    const std::int64_t whole = std::llround(seconds);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string count_text(std::int64_t count) {
    std::string digits = std::to_string(std::abs(count));
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return (count < 0 ? "-" : "") + digits;
}

std::string people_text(std::int64_t count, Language language) {
    return count == 1 ? say(language, MessageId::one_person)
                      : say(language, MessageId::quantity_people, count_text(count));
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        // Whatever takes three bytes and begins at U+2E80 (0xE2 0xBA ...) is drawn double width in
        // the scripts we print; Latin, arrows and dashes below that are single.
        const bool wide = length == 4 || (length == 3 && lead >= 0xE3) ||
                          (length == 3 && lead == 0xE2 && i + 1 < text.size() &&
                           static_cast<unsigned char>(text[i + 1]) >= 0xBA);
        width += wide ? 2 : 1;
        i += length;
    }
    return width;
}

std::vector<std::string> table_lines(const std::vector<std::vector<std::string>>& rows) {
    std::vector<int> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], display_width(row[column]));
        }
    }
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line = "  ";
        for (std::size_t column = 0; column < row.size(); ++column) {
            const auto padding =
                static_cast<std::size_t>(widths[column] - display_width(row[column]));
            const std::string spaces(padding, ' ');
            line += column == 0 ? row[column] + spaces : "  " + spaces + row[column];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace evac
