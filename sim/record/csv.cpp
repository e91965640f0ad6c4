#include "sim/record/csv.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace evac {

std::string csv_quoted(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

CsvFile::CsvFile(std::filesystem::path file, std::string_view header) : file_(std::move(file)) {
    file_.write("\xEF\xBB\xBF");
    file_.write(header);
    file_.write("\n");
}

CsvFile& CsvFile::put(std::string_view text) {
    row_ += text;
    row_ += ',';
    return *this;
}

CsvFile& CsvFile::cell(std::string_view text) {
    return put(csv_quoted(text));
}

CsvFile& CsvFile::cell(std::int64_t number) {
    return put(fmt::to_string(number));
}

CsvFile& CsvFile::cell(double number, int decimals) {
    if (!std::isfinite(number)) {
        return put("");
    }
    const std::string text = fmt::format("{:.{}f}", number, decimals);
    // A minus sign before nothing but zeros is an artefact of rounding.
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return put(zero && text.front() == '-' ? std::string_view(text).substr(1) : text);
}

void CsvFile::end_row() {
    if (!row_.empty()) {
        row_.back() = '\n';
    }
    file_.write(row_);
    row_.clear();
}

void CsvFile::finish() {
    file_.finish();
}

}  // namespace evac
