#pragma once

#include "sim/drill/scenario.hpp"
#include "sim/text/language.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

/// One hazard that an inspection wrote down.
struct LedgerEntry {
    std::string id;
    std::string place;           ///< as written; may be empty
    std::vector<int> fixtures;   ///< of the plan that the place names (indices)
    std::vector<int> openings;   ///< the same
    std::vector<int> units;      ///< rooms named: known, but no thing that could be cleared
    std::string kind;
    std::string owner;
    std::string due;    ///< ISO date ("2026-11-30"), or empty
    std::string photo;  ///< path as written
    std::string note;
    bool cleared = false;
    int row = -1;  ///< index into Ledger::rows; -1: the plan itself tells of it
};

/// What a column of the list holds; `unknown` ones are carried along.
enum class LedgerColumn { unknown, id, place, kind, owner, due, photo, state, note, since };

/// An inspection list (整改台账) with everything that stood in the file.
struct Ledger {
    std::string file;                  ///< for messages; empty: the plan's own entries only
    Language language = Language::en;  ///< of the headers
    std::vector<std::vector<std::string>> preamble;  ///< rows above the header, such as a title
    std::vector<std::string> header;   ///< as written, without the columns that we add
    std::vector<LedgerColumn> columns; ///< what they hold, as long as `header`
    std::vector<std::vector<std::string>> rows;  ///< as written, each as long as `header`
    std::vector<LedgerEntry> entries;  ///< those of the rows in their order, then the plan's own
};

/// Reads an inspection list (read_sheet) of this building. Columns in any order, headers in English
/// or Chinese: id (编号), place (部位), and if there kind (类型), owner (责任人), due (整改期限), photo
/// (照片), state (状态), note (备注), since (发现日期); others are kept as they are. A place is the id or
/// a name of a fixture, an opening or a unit; several are parted by ";" or "、". An entry without a
/// state is open. The columns of an earlier result (ledger_csv) are dropped, so that it can be read
/// again. Throws InputError with every defect: columns missing, places that are not in the plan or
/// could be several, ids missing or given twice, dates and states that are none, rows too long.
Ledger read_ledger(const std::filesystem::path& file, const Plan& plan);

/// Adds an entry for every movable fixture of the plan that has an owner or a date and that no entry
/// names. Where the ledger has no header yet, it gets one in `language`.
void add_entries_of_plan(Ledger& ledger, const Scenario& scenario, Language language);

/// The drill with what was cleared gone: fixtures never there, openings never locked or blocked. What
/// another entry that is still open names stays: it came back.
Scenario without_cleared(const Scenario& scenario, const Ledger& ledger);

/// The names of what the entry is about, else its place as written, else empty.
std::string place_in_words(const LedgerEntry& entry, const Plan& plan, Language language);

}  // namespace evac
