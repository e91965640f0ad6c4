#include "tools/check/ledger_table.hpp"

#include "tools/cli/format.hpp"

#include <fmt/format.h>

namespace evac {

namespace {

std::string widths(const EntryPrice& price) {
    return price.width_now
               ? fmt::format("{:.2f} → {:.2f}", *price.width_now, *price.width_cleared)
               : "–";
}

/// "0 (10)": alone, and with those above.
std::string reconnected(const EntryPrice& price) {
    const int together = price.cumulative ? price.cumulative->people : price.gain.people;
    return together == price.gain.people ? count_text(together)
                                         : fmt::format("{} ({})", price.gain.people, together);
}

std::string sooner(const std::optional<Price>& price) {
    return price ? fmt::format("{:.1f}", price->seconds) : "–";
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
        const bool simulated =
            prices.entries[static_cast<std::size_t>(prices.order.front())].gain.simulated;
        lines.push_back(say(
            language, MessageId::ledger_first,
            say(language, simulated ? MessageId::ledger_simulated : MessageId::ledger_calculated)));
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
                            sooner(price.gain), sooner(price.cumulative), reconnected(price),
                            entry.due.empty() ? "–" : entry.due,
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
    table.title = label_of(MessageId::ledger_title);
    table.header = {label_of(MessageId::ledger_rank),       label_of(MessageId::ledger_id),
                    label_of(MessageId::ledger_place),      label_of(MessageId::ledger_kind),
                    label_of(MessageId::ledger_owner),      label_of(MessageId::ledger_due),
                    label_of(MessageId::ledger_width),      label_of(MessageId::ledger_seconds),
                    label_of(MessageId::ledger_cumulative), label_of(MessageId::ledger_people)};
    table.numbers = {true, false, false, false, false, true, true, true, true, true};
    table.note = label_of(prices.in_turn ? MessageId::ledger_note_in_turn
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
        const Label place =
            in_each([&](Language language) { return place_in_words(entry, plan, language); });
        table.rows.push_back({priced          ? untranslated(std::to_string(price.rank))
                              : entry.cleared ? label_of(MessageId::ledger_cleared)
                                              : untranslated("–"),
                              untranslated(entry.id), place, untranslated(entry.kind),
                              untranslated(entry.owner), untranslated(entry.due),
                              untranslated(priced ? widths(price) : "–"),
                              untranslated(priced ? sooner(price.gain) : "–"),
                              untranslated(priced ? sooner(price.cumulative) : "–"),
                              untranslated(priced ? reconnected(price) : "–")});
    }
    return table;
}

}  // namespace evac
