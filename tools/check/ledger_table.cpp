#include "tools/check/ledger_table.hpp"

#include "tools/cli/format.hpp"

#include <fmt/format.h>

namespace evac {

namespace {

Label same(const std::string& text) {
    return {{{"en", text}, {"zh", text}}};
}

Label words(MessageId id) {
    return in_all_languages(message(id));
}

std::string widths(const EntryPrice& price) {
    return price.width_now
               ? fmt::format("{:.2f} → {:.2f}", *price.width_now, *price.width_cleared)
               : "–";
}

std::string sooner(const std::optional<double>& seconds) {
    return seconds ? fmt::format("{:.1f}", *seconds) : "–";
}

/// Why an open entry has no price.
std::optional<MessageId> reason(const EntryPrice& price) {
    switch (price.status) {
        case EntryPrice::Status::no_place:
            return MessageId::hazard_no_place;
        case EntryPrice::Status::only_room:
            return MessageId::hazard_only_room;
        case EntryPrice::Status::not_there:
            return MessageId::hazard_not_there;
        default:
            return {};
    }
}

}  // namespace

std::vector<std::string> ledger_lines(const Plan& plan, const Ledger& ledger,
                                      const LedgerPrices& prices, Language language) {
    std::vector<std::string> lines;
    constexpr std::size_t shown = 12;
    if (!prices.order.empty()) {
        lines.push_back(say(language, MessageId::ledger_first));
        std::vector<std::vector<std::string>> rows{
            {say(language, MessageId::ledger_id), say(language, MessageId::ledger_width),
             say(language, MessageId::ledger_seconds),
             say(language, MessageId::ledger_cumulative),
             say(language, MessageId::ledger_people), say(language, MessageId::ledger_due),
             say(language, MessageId::ledger_place)}};
        for (std::size_t i = 0; i < std::min(shown, prices.order.size()); ++i) {
            const auto e = static_cast<std::size_t>(prices.order[i]);
            const LedgerEntry& entry = ledger.entries[e];
            const EntryPrice& price = prices.entries[e];
            rows.push_back({fmt::format("{:>3} {}", price.rank, entry.id), widths(price),
                            sooner(price.gain.seconds), sooner(price.cumulative),
                            count_text(price.reconnected), entry.due.empty() ? "–" : entry.due,
                            place_in_words(entry, plan, language)});
        }
        const std::vector<std::string> table = table_lines(rows);
        lines.insert(lines.end(), table.begin(), table.end());
    }
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        if (const auto why = reason(prices.entries[e])) {
            lines.push_back(say(language, MessageId::ledger_not_priced, ledger.entries[e].id,
                                say(language, *why)));
        }
    }
    return lines;
}

render::ReportTable ledger_table(const Plan& plan, const Ledger& ledger,
                                 const LedgerPrices& prices) {
    render::ReportTable table;
    table.title = words(MessageId::ledger_title);
    table.header = {words(MessageId::ledger_rank),    words(MessageId::ledger_id),
                    words(MessageId::ledger_place),   words(MessageId::ledger_kind),
                    words(MessageId::ledger_owner),   words(MessageId::ledger_due),
                    words(MessageId::ledger_width),   words(MessageId::ledger_seconds),
                    words(MessageId::ledger_cumulative), words(MessageId::ledger_people)};
    table.numbers = {true, false, false, false, false, false, true, true, true, true};
    table.note = words(prices.in_turn ? MessageId::ledger_note_in_turn
                                      : MessageId::ledger_note_alone);
    std::vector<int> order = prices.order;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        if (prices.entries[e].rank == 0) {
            order.push_back(static_cast<int>(e));
        }
    }
    for (const int index : order) {
        const auto e = static_cast<std::size_t>(index);
        const LedgerEntry& entry = ledger.entries[e];
        const EntryPrice& price = prices.entries[e];
        const bool priced = price.rank > 0;
        Label place;
        for (const auto& [tag, language] :
             {std::pair("en", Language::en), std::pair("zh", Language::zh)}) {
            place.by_language[tag] = place_in_words(entry, plan, language);
        }
        table.rows.push_back(
            {priced           ? same(std::to_string(price.rank))
             : entry.cleared ? words(MessageId::ledger_cleared)
                              : same("–"),
             same(entry.id), place, same(entry.kind), same(entry.owner), same(entry.due),
             same(priced ? widths(price) : "–"),
             same(priced ? sooner(price.gain.seconds) : "–"),
             same(priced ? sooner(price.cumulative) : "–"),
             same(priced ? count_text(price.reconnected) : "–")});
    }
    return table;
}

}  // namespace evac
