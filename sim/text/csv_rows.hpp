#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace evac {

struct CsvRow {
    int line = 0;  ///< of the file, where the row begins
    std::vector<std::string> cells;
};

struct CsvRows {
    std::vector<CsvRow> rows;
    int open_quote = 0;  ///< the line where a quote begins that never ends; 0: none does
};

/// Parts a table into its cells: quotes as in RFC 4180, line ends with or without CR. Rows of white
/// space alone are left out. The text begins in `first_line` of its file.
CsvRows csv_rows(std::string_view text, char separator, int first_line = 1);

}  // namespace evac
