#include "sim/study/ledger_file.hpp"

#include "sim/record/csv.hpp"
#include "sim/study/ledger_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

using Json = nlohmann::ordered_json;

Json rounded(const std::optional<double>& value, double scale) {
    return value && std::isfinite(*value) ? Json(std::round(*value * scale) / scale)
                                          : Json(nullptr);
}

template <class Element>
void add_ids(Json& ids, const std::vector<Element>& elements, const std::vector<int>& indices) {
    for (const int index : indices) {
        ids.push_back(elements[static_cast<std::size_t>(index)].id);
    }
}

Json price_json(const Price& price) {
    return {{"seconds", rounded(price.seconds, 10.0)},
            {"people_reconnected", price.people},
            {"simulated", price.simulated}};
}

}  // namespace

std::string ledger_csv(const Ledger& ledger, const LedgerPrices& prices) {
    std::string text = "\xEF\xBB\xBF";
    const std::size_t width = ledger.header.size() + added_columns;
    const auto write = [&](const std::vector<std::string>& cells) {
        for (std::size_t c = 0; c < std::max(width, cells.size()); ++c) {
            text += c > 0 ? "," : "";
            text += c < cells.size() ? csv_quoted(cells[c]) : "";
        }
        text += '\n';
    };
    for (const std::vector<std::string>& row : ledger.preamble) {
        std::vector<std::string> cells = row;
        while (cells.size() > width && cells.back().empty()) {
            cells.pop_back();
        }
        write(cells);
    }
    std::vector<std::string> cells = ledger.header;
    for (const std::string_view added : added_headers(ledger.language)) {
        cells.emplace_back(added);
    }
    write(cells);
    for (std::size_t r = 0; r < ledger.rows.size(); ++r) {
        cells = ledger.rows[r];
        const EntryPrice& price = prices.entries[r];
        if (price.status == EntryPrice::Status::priced) {
            const auto metres = [](const std::optional<double>& value) {
                return value ? fmt::format("{:.2f}", *value) : std::string();
            };
            cells.push_back(std::to_string(price.rank));
            cells.push_back(metres(price.width_now));
            cells.push_back(metres(price.width_cleared));
            cells.push_back(fmt::format("{:.1f}", price.gain.seconds));
            cells.push_back(std::to_string(price.gain.people));
            cells.push_back(price.cumulative ? fmt::format("{:.1f}", price.cumulative->seconds)
                                             : "");
            cells.push_back(price.cumulative ? std::to_string(price.cumulative->people) : "");
            cells.push_back(say(ledger.language, price.gain.simulated
                                                     ? MessageId::ledger_simulated
                                                     : MessageId::ledger_calculated));
        }
        write(cells);
    }
    return text;
}

Json ledger_json(const Plan& plan, const Ledger& ledger, const LedgerPrices& prices) {
    Json list = Json::array();
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const LedgerEntry& entry = ledger.entries[e];
        const EntryPrice& price = prices.entries[e];
        const bool priced = price.rank > 0;
        Json elements = Json::array();
        add_ids(elements, plan.openings, entry.openings);
        add_ids(elements, plan.fixtures, entry.fixtures);
        add_ids(elements, plan.units, entry.units);
        list.push_back(
            {{"id", entry.id},
             {"state", entry.cleared ? "cleared" : "open"},
             {"place", entry.place},
             {"elements", elements},
             {"kind", entry.kind},
             {"owner", entry.owner},
             {"due", entry.due},
             {"photo", entry.photo},
             {"note", entry.note},
             {"rank", priced ? Json(price.rank) : Json(nullptr)},
             {"width_now", rounded(price.width_now, 1000.0)},
             {"width_cleared", rounded(price.width_cleared, 1000.0)},
             {"gain", priced ? price_json(price.gain) : Json(nullptr)},
             {"cumulative", price.cumulative ? price_json(*price.cumulative) : Json(nullptr)}});
    }
    return list;
}

}  // namespace evac
