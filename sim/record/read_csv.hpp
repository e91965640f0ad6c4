#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

/// A table that CsvFile wrote, or that somebody saved again from a spreadsheet.
struct CsvTable {
    std::string file;  ///< for messages
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  ///< each as long as the header

    /// Index of the column; throws InputError if there is none of that name.
    std::size_t column(std::string_view name) const;

    /// The number in a cell; nothing where the cell is empty, that is: it never happened. Throws
    /// InputError with the row if the cell holds something else.
    std::optional<double> number(std::size_t row, std::size_t column) const;
};

/// Reads a table: commas, quotes as in RFC 4180, with or without byte order mark. Throws
/// InputError: what read_text() finds, no header, rows of another length than the header.
CsvTable read_csv(const std::filesystem::path& file);

}  // namespace evac
