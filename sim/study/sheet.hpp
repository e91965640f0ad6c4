#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace evac {

/// A table as somebody saved it from a spreadsheet, every cell as text.
struct Sheet {
    struct Row {
        int line = 0;  ///< of the file, counted from 1; of a row with line breaks: its first
        std::vector<std::string> cells;  ///< UTF-8
    };
    std::vector<Row> rows;  ///< without empty ones
};

/// Reads what spreadsheets write: UTF-8 with or without byte order mark, GBK or GB18030 as Excel
/// saves CSV on a Chinese system (whatever is not UTF-8 is read so), UTF-16 with byte order mark
/// ("Unicode text"); commas, semicolons or tabs, whichever the first lines hold most of, or what an
/// Excel line "sep=;" says; quotes as in RFC 4180. Throws InputError: what read_text() finds, a
/// workbook that is not text, bytes that are no text in any of these, a quote that never ends.
Sheet read_sheet(const std::filesystem::path& file);

}  // namespace evac
