#include "sim/text/csv_rows.hpp"

#include <algorithm>
#include <utility>

namespace evac {

namespace {

bool empty(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
        return cell.find_first_not_of(" \t\r\n") == std::string::npos;
    });
}

}  // namespace

CsvRows csv_rows(std::string_view text, char separator, int first_line) {
    CsvRows parted;
    int line = first_line;
    CsvRow row{line, {}};
    std::string cell;
    bool quoted = false;
    int quote_line = 0;
    const auto end_row = [&] {
        row.cells.push_back(std::move(cell));
        cell.clear();
        if (!empty(row)) {
            parted.rows.push_back(std::move(row));
        }
        row = {line, {}};
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        line += c == '\n' ? 1 : 0;
        if (quoted) {
            if (c != '"') {
                cell += c;
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cell += c;
                ++at;
            } else {
                quoted = false;
            }
        } else if (c == '"' && cell.empty()) {
            quoted = true;
            quote_line = line;
        } else if (c == separator) {
            row.cells.push_back(std::move(cell));
            cell.clear();
        } else if (c == '\n') {
            end_row();
        } else if (c != '\r') {
            cell += c;
        }
    }
    parted.open_quote = quoted ? quote_line : 0;
    end_row();
    return parted;
}

}  // namespace evac
