#pragma once

#include "sim/text/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

/// "4:07" from seconds, rounded to whole ones; "-" where it never happened.
std::string clock_text(double seconds);

/// "1,500".
std::string count_text(std::int64_t count);

/// "1 person", "1,500 people".
std::string people_text(std::int64_t count, Language language);

/// Columns of a terminal that a UTF-8 text takes: Chinese characters take two.
int display_width(std::string_view text);

/// A table as lines: the first column to the left, the others to the right, two spaces apart.
/// Rows may be shorter than the widest.
std::vector<std::string> table_lines(const std::vector<std::vector<std::string>>& rows);

}  // namespace evac
