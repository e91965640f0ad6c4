#include "sim/study/ledger.hpp"

#include "sim/findings/naming.hpp"
#include "sim/study/ledger_words.hpp"
#include "sim/study/sheet.hpp"
#include "sim/study/sweep.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/problem.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace evac {

namespace {

/// The header stands in one of the first rows, below a title and who filled the list in.
constexpr std::size_t rows_to_header = 8;

/// Everything in the plan that a place can name.
class Places {
public:
    explicit Places(const Plan& plan) {
        collect(plan.fixtures, Thing::fixture);
        collect(plan.openings, Thing::opening);
        collect(plan.units, Thing::unit);
    }

    enum class Thing { fixture, opening, unit };
    struct Named {
        Thing thing = Thing::fixture;
        int index = 0;
        std::string id;
        friend bool operator==(const Named& a, const Named& b) {
            return a.thing == b.thing && a.index == b.index;
        }
    };

    /// All that `text` may mean: an id before names; "Pallet 1 (pallet-1)" as we print it ourselves.
    std::vector<Named> find(const std::string& text) const {
        const std::string word = folded(text);
        for (const auto* names : {&by_id_, &by_name_}) {
            if (const auto at = names->find(word); at != names->end()) {
                return at->second;
            }
        }
        for (const auto& [open, close] : {std::pair<std::string, std::string>("(", ")"),
                                          std::pair<std::string, std::string>("（", "）")}) {
            const std::size_t begin = word.rfind(open);
            if (word.ends_with(close) && begin != std::string::npos) {
                const auto at = by_id_.find(folded(word.substr(
                    begin + open.size(), word.size() - begin - open.size() - close.size())));
                if (at != by_id_.end()) {
                    return at->second;
                }
            }
        }
        return {};
    }

    /// For a message: what was probably meant, else nothing.
    std::optional<std::string> like(const std::string& text) const {
        return nearest(folded(text), spellings_);
    }

private:
    template <class Element>
    void collect(const std::vector<Element>& elements, Thing thing) {
        for (std::size_t i = 0; i < elements.size(); ++i) {
            const Named named{thing, static_cast<int>(i), elements[i].id};
            note(by_id_, elements[i].id, named);
            for (const auto& [language, name] : elements[i].name.by_language) {
                note(by_name_, name, named);
            }
        }
    }

    void note(std::map<std::string, std::vector<Named>>& names, const std::string& name,
              const Named& named) {
        std::vector<Named>& list = names[folded(name)];
        if (std::find(list.begin(), list.end(), named) == list.end()) {
            list.push_back(named);
        }
        spellings_.push_back(name);
    }

    std::map<std::string, std::vector<Named>> by_id_, by_name_;
    std::vector<std::string> spellings_;
};

/// "pallet-1; pallet-2", also with the Chinese marks and with line breaks inside the cell.
std::vector<std::string> parts_of(const std::string& place) {
    std::vector<std::string> parts{""};
    for (std::size_t i = 0; i < place.size();) {
        std::size_t length = 0;
        for (const std::string_view mark : {";", "\n", "；", "、"}) {
            if (place.compare(i, mark.size(), mark) == 0) {
                length = mark.size();
            }
        }
        if (length > 0) {
            parts.emplace_back();
            i += length;
        } else {
            parts.back() += place[i++];
        }
    }
    for (std::string& part : parts) {
        part = trimmed(part);
    }
    std::erase(parts, "");
    return parts;
}

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

    void read_header(const Sheet& sheet);
    void read_row(const Sheet::Row& row);
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

void Reader::read_header(const Sheet& sheet) {
    int best = -1;
    for (std::size_t r = 0; r < std::min(rows_to_header, sheet.rows.size()); ++r) {
        std::set<LedgerColumn> known;
        for (const std::string& text : sheet.rows[r].cells) {
            known.insert(known_header(text).column);
        }
        known.erase(LedgerColumn::unknown);
        // Only a row with both can be the header; where none has, the likeliest is complained about.
        const int weight = static_cast<int>(known.size()) +
                           (known.count(LedgerColumn::id) && known.count(LedgerColumn::place) ? 100
                                                                                             : 0);
        if (weight > best) {
            best = weight;
            header_row = r;
        }
    }
    for (std::size_t r = 0; r < header_row; ++r) {
        ledger.preamble.push_back(sheet.rows[r].cells);
    }
    const Sheet::Row& row = sheet.rows[header_row];
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
    for (const std::string& part : parts_of(entry.place)) {
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

void Reader::read_row(const Sheet::Row& row) {
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

bool lists(const std::vector<int>& list, int index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

}  // namespace

Ledger read_ledger(const std::filesystem::path& file, const Plan& plan) {
    const Sheet sheet = read_sheet(file);
    Reader reader(plan, file);
    if (sheet.rows.empty()) {
        reader.defect("", message(MessageId::ledger_empty), message(MessageId::ledger_empty_remedy));
        throw InputError(std::move(reader.problems));
    }
    reader.read_header(sheet);
    // Without these columns every row would be wrong for the same reason.
    if (reader.problems.empty()) {
        for (std::size_t r = reader.header_row + 1; r < sheet.rows.size(); ++r) {
            reader.read_row(sheet.rows[r]);
        }
    }
    if (!reader.problems.empty()) {
        throw InputError(std::move(reader.problems));
    }
    return std::move(reader.ledger);
}

void add_entries_of_plan(Ledger& ledger, const Scenario& scenario, Language language) {
    const Plan& plan = scenario.plan;
    std::set<std::string> ids;
    std::set<int> named;
    for (const LedgerEntry& entry : ledger.entries) {
        ids.insert(entry.id);
        named.insert(entry.fixtures.begin(), entry.fixtures.end());
    }
    for (std::size_t f = 0; f < plan.fixtures.size(); ++f) {
        const Fixture& fixture = plan.fixtures[f];
        const bool stands =
            scenario.fixture_present[f] ||
            std::any_of(scenario.events.begin(), scenario.events.end(), [&](const Event& event) {
                return event.kind == Event::Kind::put_down &&
                       event.element == static_cast<int>(f);
            });
        if (!stands || !fixture.movable || (fixture.owner.empty() && fixture.since.empty()) ||
            named.count(static_cast<int>(f))) {
            continue;
        }
        if (ledger.header.empty()) {
            ledger.language = language;
            const bool zh = language == Language::zh;
            ledger.header = {zh ? "编号" : "id", zh ? "部位" : "place", zh ? "类型" : "kind",
                             zh ? "责任人" : "owner", zh ? "发现日期" : "since"};
            ledger.columns = {LedgerColumn::id, LedgerColumn::place, LedgerColumn::kind,
                              LedgerColumn::owner, LedgerColumn::since};
        }
        LedgerEntry entry;
        entry.id = fixture.id;
        for (int number = 2; !ids.insert(entry.id).second; ++number) {
            entry.id = fixture.id + "-" + std::to_string(number);
        }
        entry.place = fixture.id;
        entry.fixtures = {static_cast<int>(f)};
        entry.kind = fixture.category;
        entry.owner = fixture.owner;
        std::vector<std::string> cells;
        for (const LedgerColumn column : ledger.columns) {
            cells.push_back(column == LedgerColumn::id      ? entry.id
                            : column == LedgerColumn::place ? entry.place
                            : column == LedgerColumn::kind  ? entry.kind
                            : column == LedgerColumn::owner ? entry.owner
                            : column == LedgerColumn::since ? fixture.since
                                                            : std::string());
        }
        ledger.rows.push_back(std::move(cells));
        ledger.entries.push_back(std::move(entry));
    }
}

Scenario without_cleared(const Scenario& scenario, const Ledger& ledger) {
    std::vector<int> fixtures;
    std::vector<int> openings;
    const auto still_open = [&](auto member, int index) {
        return std::any_of(ledger.entries.begin(), ledger.entries.end(),
                           [&](const LedgerEntry& entry) {
                               return !entry.cleared && lists(entry.*member, index);
                           });
    };
    for (const LedgerEntry& entry : ledger.entries) {
        if (!entry.cleared) {
            continue;
        }
        for (const int fixture : entry.fixtures) {
            if (!still_open(&LedgerEntry::fixtures, fixture)) {
                fixtures.push_back(fixture);
            }
        }
        for (const int opening : entry.openings) {
            if (!still_open(&LedgerEntry::openings, opening)) {
                openings.push_back(opening);
            }
        }
    }
    Scenario cleared = mended_drill(scenario, fixtures, openings);
    for (const int o : openings) {  // a panic bar stays a panic bar
        const Lock lock = scenario.plan.openings[static_cast<std::size_t>(o)].lock;
        cleared.plan.openings[static_cast<std::size_t>(o)].lock =
            lock == Lock::locked ? Lock::none : lock;
    }
    return cleared;
}

std::string place_in_words(const LedgerEntry& entry, const Plan& plan, Language language) {
    std::string words;
    const auto add = [&](const auto& elements, const std::vector<int>& indices) {
        for (const int index : indices) {
            words += words.empty() ? "" : language == Language::zh ? "、" : ", ";
            words += called(elements[static_cast<std::size_t>(index)], language);
        }
    };
    add(plan.fixtures, entry.fixtures);
    add(plan.openings, entry.openings);
    add(plan.units, entry.units);
    return words.empty() ? entry.place : words;
}

}  // namespace evac
