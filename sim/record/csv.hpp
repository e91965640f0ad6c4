#pragma once

#include "sim/record/output_file.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace evac {

/// A table for spreadsheets: commas, quotes as in RFC 4180, decimal points whatever the locale.
/// UTF-8 with a byte order mark, without which Excel on a Chinese system takes UTF-8 for GBK
/// (pandas and R skip it); lines end in LF, which every spreadsheet reads and no Unix tool trips
/// over.
///
///     CsvFile csv(folder / "people.csv", "id,exit_time_s");
///     csv.cell(3).cell(41.25, 2).end_row();
///     csv.finish();
class CsvFile {
public:
    CsvFile(std::filesystem::path file, std::string_view header);

    CsvFile& cell(std::string_view text);
    CsvFile& cell(std::int64_t number);
    CsvFile& cell(int number) { return cell(std::int64_t{number}); }
    /// Rounded to `decimals`; empty when the number is not finite, that is: it never happened.
    CsvFile& cell(double number, int decimals);
    void end_row();

    /// See OutputFile.
    void finish();

private:
    CsvFile& put(std::string_view text);

    OutputFile file_;
    std::string row_;
};

/// As it stands in a cell: in quotes if it holds a comma, a quote or a line break.
std::string csv_quoted(std::string_view text);

}  // namespace evac
