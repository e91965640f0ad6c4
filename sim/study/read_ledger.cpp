#include "sim/study/ledger.hpp"
#include "sim/study/ledger_words.hpp"
#include "sim/study/places.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/sheet.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace evac {

namespace {

/// The header stands in one of the first rows, below a title and who filled the list in.
constexpr std::size_t rows_to_header = 8;

struct Reader {
    Reader(const Plan& plan, const std::filesystem::path& file) : places(plan) {
        ledger.file = file.string();
    }

    Ledger ledger;
    Places places;
    std::vector<Problem> problems;

    void defect(const std::string& element, const Message& what, const Message& remedy) {
        problems.push_back({ledger.file, "", element, what, remedy});
    }

    void read_header(const std::vector<CsvRow>& sheet);
    void read_row(const CsvRow& row);
    void read_place(LedgerEntry& entry, int line);

    std::string cell(const std::vector<std::string>& cells, LedgerColumn column) const {
        const auto at = std::find(ledger.columns.begin(), ledger.columns.end(), column);
        return at == ledger.columns.end()
                   ? std::string()
                   : trimmed(cells[static_cast<std::size_t>(at - ledger.columns.begin())]);
    }
    const std::string& header_of(LedgerColumn column) const {
        const auto at = std::find(ledger.columns.begin(), ledger.columns.end(), column);
        return ledger.header[static_cast<std::size_t>(at - ledger.columns.begin())];
    }

    std::size_t header_row = 0;
    std::vector<std::size_t> kept;  ///< cells of a row that are not ours
    std::size_t width = 0;          ///< of the header as it stands in the file
    std::map<std::string, int> line_of_id;
};

void Reader::read_header(const std::vector<CsvRow>& sheet) {
    int best = -1;
    for (std::size_t r = 0; r < std::min(rows_to_header, sheet.size()); ++r) {
        std::set<LedgerColumn> known;
        for (const std::string& text : sheet[r].cells) {
            known.insert(known_header(text).column);
        }
        known.erase(LedgerColumn::unknown);
        // Only a row with both can be the header; where none has, the likeliest is complained
        // about.
        const int weight =
            static_cast<int>(known.size()) +
            (known.count(LedgerColumn::id) && known.count(LedgerColumn::place) ? 100 : 0);
        if (weight > best) {
            best = weight;
            header_row = r;
        }
    }
    for (std::size_t r = 0; r < header_row; ++r) {
        ledger.preamble.push_back(sheet[r].cells);
    }
    const CsvRow& row = sheet[header_row];
    width = row.cells.size();
    std::map<LedgerColumn, std::pair<int, std::size_t>> chosen;
    for (std::size_t c = 0; c < width; ++c) {
        if (is_added_header(row.cells[c])) {
            continue;
        }
        const KnownHeader known = known_header(row.cells[c]);
        const std::pair<int, std::size_t> here{known.choice, ledger.header.size()};
        const auto [at, added] = chosen.emplace(known.column, here);
        if (!added && here < at->second) {
            at->second = here;
        }
        kept.push_back(c);
        ledger.header.push_back(row.cells[c]);
    }
    ledger.columns.assign(ledger.header.size(), LedgerColumn::unknown);
    for (const auto& [column, choice] : chosen) {
        ledger.columns[choice.second] = column;
        const std::string& text = ledger.header[choice.second];
        if (column != LedgerColumn::unknown &&
            std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {
            ledger.language = Language::zh;
        }
    }
    for (const auto& [column, english, chinese] :
         {std::tuple(LedgerColumn::id, "id", "编号"),
          std::tuple(LedgerColumn::place, "place", "部位")}) {
        if (!chosen.count(column)) {
            defect("", message(MessageId::ledger_no_column, row.line, english, chinese),
                   message(MessageId::ledger_no_column_remedy, english, chinese));
        }
    }
}

void Reader::read_place(LedgerEntry& entry, int line) {
    const std::string& header = header_of(LedgerColumn::place);
    const auto take = [&](const std::vector<Places::Named>& found) {
        const Places::Named& named = found.front();
        std::vector<int>& list = named.thing == Places::Thing::fixture   ? entry.fixtures
                                 : named.thing == Places::Thing::opening ? entry.openings
                                                                         : entry.units;
        if (std::find(list.begin(), list.end(), named.index) == list.end()) {
            list.push_back(named.index);
        }
    };
    // A name may hold a mark that else parts names.
    if (const auto whole = places.find(entry.place); whole.size() == 1) {
        take(whole);
        return;
    }
    for (const std::string& part : parts_of_place(entry.place)) {
        const std::vector<Places::Named> found = places.find(part);
        if (found.size() == 1) {
            take(found);
        } else if (found.empty()) {
            const auto like = places.like(part);
            defect(entry.id, message(MessageId::ledger_unknown_place, line, header, part),
                   like ? message(MessageId::ledger_unknown_place_like, *like)
                        : message(MessageId::ledger_unknown_place_remedy));
        } else {
            std::string ids;
            for (const Places::Named& named : found) {
                ids += (ids.empty() ? "" : ", ") + named.id;
            }
            defect(entry.id, message(MessageId::ledger_which_place, line, header, part, ids),
                   message(MessageId::ledger_which_place_remedy));
        }
    }
}

void Reader::read_row(const CsvRow& row) {
    for (std::size_t c = width; c < row.cells.size(); ++c) {
        if (!trimmed(row.cells[c]).empty()) {
            defect("", message(MessageId::ledger_long_row, row.line, row.cells.size(), width),
                   message(MessageId::ledger_long_row_remedy));
            return;
        }
    }
    std::vector<std::string> cells;
    for (const std::size_t c : kept) {
        cells.push_back(c < row.cells.size() ? row.cells[c] : std::string());
    }
    LedgerEntry entry;
    entry.row = static_cast<int>(ledger.rows.size());
    entry.id = cell(cells, LedgerColumn::id);
    entry.place = cell(cells, LedgerColumn::place);
    entry.kind = cell(cells, LedgerColumn::kind);
    entry.owner = cell(cells, LedgerColumn::owner);
    entry.photo = cell(cells, LedgerColumn::photo);
    entry.note = cell(cells, LedgerColumn::note);
    if (entry.id.empty()) {
        defect("", message(MessageId::ledger_no_id, row.line, header_of(LedgerColumn::id)),
               message(MessageId::ledger_no_id_remedy));
    } else if (const auto [at, added] = line_of_id.emplace(entry.id, row.line); !added) {
        defect(entry.id,
               message(MessageId::ledger_same_id, row.line, header_of(LedgerColumn::id), entry.id,
                       at->second),
               message(MessageId::ledger_same_id_remedy));
    }
    read_place(entry, row.line);
    if (const std::string due = cell(cells, LedgerColumn::due); !due.empty()) {
        const auto date = iso_date(due);
        if (!date) {
            defect(entry.id,
                   message(MessageId::ledger_no_date, row.line, header_of(LedgerColumn::due), due),
                   message(MessageId::ledger_no_date_remedy));
        }
        entry.due = date.value_or("");
    }
    if (const std::string state = cell(cells, LedgerColumn::state); !state.empty()) {
        const std::string& header = header_of(LedgerColumn::state);
        const auto cleared = says_cleared(state, header.find("是否") != std::string::npos);
        if (!cleared) {
            defect(entry.id, message(MessageId::ledger_no_state, row.line, header, state),
                   message(MessageId::ledger_no_state_remedy));
        }
        entry.cleared = cleared.value_or(false);
    }
    ledger.rows.push_back(std::move(cells));
    ledger.entries.push_back(std::move(entry));
}

}  // namespace

Ledger read_ledger(const std::filesystem::path& file, const Plan& plan) {
    const std::vector<CsvRow> sheet = read_sheet(file);
    Reader reader(plan, file);
    if (sheet.empty()) {
        reader.defect("", message(MessageId::ledger_empty),
                      message(MessageId::ledger_empty_remedy));
        throw InputError(std::move(reader.problems));
    }
    reader.read_header(sheet);
    // Without these columns every row would be wrong for the same reason.
    if (reader.problems.empty()) {
        for (std::size_t r = reader.header_row + 1; r < sheet.size(); ++r) {
            reader.read_row(sheet[r]);
        }
    }
    if (!reader.problems.empty()) {
        throw InputError(std::move(reader.problems));
    }
    return std::move(reader.ledger);
}

}  // namespace evac
