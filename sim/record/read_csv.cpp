#include "sim/record/read_csv.hpp"

#include "sim/text/csv_rows.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"

#include <algorithm>
#include <charconv>

namespace evac {

namespace {

[[noreturn]] void refuse(const std::string& file, const Message& what) {
    throw InputError({{file, "", "", what, message(MessageId::compare_run_again)}});
}

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
    const auto at = std::find(header.begin(), header.end(), name);
    if (at == header.end()) {
        refuse(file, message(MessageId::compare_no_column, name));
    }
    return static_cast<std::size_t>(at - header.begin());
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column) const {
    const std::string& cell = rows[row][column];
    if (cell.empty()) {
        return {};
    }
    double value = 0.0;
    const char* end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, value);
    if (error != std::errc() || stop != end) {
        refuse(file, message(MessageId::compare_no_number, row + 2, header[column], cell));
    }
    return value;
}

CsvTable read_csv(const std::filesystem::path& file) {
    const std::string text = read_text(file);
    std::string_view rest = text;
    if (rest.starts_with("\xEF\xBB\xBF")) {
        rest.remove_prefix(3);
    }
    CsvTable table;
    table.file = file.string();
    for (CsvRow& row : csv_rows(rest, ',').rows) {
        table.rows.push_back(std::move(row.cells));
    }
    if (table.rows.empty()) {
        refuse(table.file, message(MessageId::compare_no_column, "id"));
    }
    table.header = std::move(table.rows.front());
    table.rows.erase(table.rows.begin());
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (table.rows[row].size() != table.header.size()) {
            refuse(table.file, message(MessageId::compare_row_length, row + 2,
                                       table.rows[row].size(), table.header.size()));
        }
    }
    return table;
}

}  // namespace evac
