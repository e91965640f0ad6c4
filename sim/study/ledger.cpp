#include "sim/study/ledger.hpp"

#include "sim/findings/naming.hpp"
#include "sim/study/sweep.hpp"

#include <algorithm>
#include <set>

namespace evac {

namespace {

bool lists(const std::vector<int>& list, int index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

}  // namespace

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
