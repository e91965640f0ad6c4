#pragma once

#include "sim/text/csv_rows.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// Reads a table as somebody saved it from a spreadsheet, every cell as UTF-8 text: UTF-8 with or
/// without byte order mark, GBK or GB18030 as Excel saves CSV on a Chinese system (whatever is not
/// UTF-8 is read so), UTF-16 with byte order mark ("Unicode text"); commas, semicolons or tabs,
/// whichever the first lines hold most of, or what an Excel line "sep=;" says; quotes as in RFC
/// 4180. Throws InputError: what read_text() finds, a workbook that is not text, bytes that are no
/// text in any of these, a quote that never ends.
std::vector<CsvRow> read_sheet(const std::filesystem::path& file);

}  // namespace evac
