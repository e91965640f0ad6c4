#pragma once

#include "sim/study/ledger.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace evac {

/// Without white space (also the Chinese kind) at both ends.
std::string trimmed(std::string_view text);

/// Trimmed, and ASCII letters small: how names and words are compared.
std::string folded(std::string_view text);

/// What a column with this header holds, and how good the word is for it (0 is best): of two
/// columns that could be the owner, "责任人" is taken before "责任部门".
struct KnownHeader {
    LedgerColumn column = LedgerColumn::unknown;
    int choice = 0;
};
KnownHeader known_header(std::string_view header);

/// The columns that ledger_csv() adds, in its order, by language.
inline constexpr std::size_t added_columns = 8;
const std::array<std::string_view, added_columns>& added_headers(Language language);

/// Whether the column is one that an earlier result added.
bool is_added_header(std::string_view header);

/// The date in ISO form from 2026-11-30, 2026/11/30, 2026.11.30 or 2026年11月30日, a time of day
/// behind it or not; nothing if it is no day of the calendar.
std::optional<std::string> iso_date(std::string_view text);

/// Whether the word says that the hazard is cleared; an empty one says that it is open. `yes_or_no`:
/// the header asks ("是否整改"), so that yes and no are answers.
std::optional<bool> says_cleared(std::string_view text, bool yes_or_no);

}  // namespace evac
