#include "sim/study/price_ledger.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Clear width of a life passage in a public building (GB 55037-2022, 7.1.4) [m].
constexpr double least_width = 1.10;

/// ", due 2026-11-30, owner Li Na": what of the two there is.
std::string owner_and_date(const LedgerEntry& entry, Language language) {
    std::string words;
    if (!entry.owner.empty()) {
        words += say(language, MessageId::hazard_owner, entry.owner);
    }
    if (!entry.due.empty()) {
        words += say(language, MessageId::hazard_due, entry.due);
    }
    return words;
}

bool told_by(const Finding& finding, const LedgerEntry& entry, const Plan& plan) {
    if (finding.kind != FindingKind::obstacle && finding.kind != FindingKind::blocked_exit) {
        return false;
    }
    const auto about = [&](const std::string& id) {
        return finding.element == id ||
               std::find(finding.also.begin(), finding.also.end(), id) != finding.also.end();
    };
    return std::any_of(entry.fixtures.begin(), entry.fixtures.end(),
                       [&](int f) { return about(plan.fixtures[static_cast<std::size_t>(f)].id); }) ||
           std::any_of(entry.openings.begin(), entry.openings.end(), [&](int o) {
               return about(plan.openings[static_cast<std::size_t>(o)].id);
           });
}

Severity severity_of(const LedgerEntry& entry, const EntryPrice& price) {
    if (price.status != EntryPrice::Status::priced) {
        return Severity::S3;
    }
    const bool things = entry.openings.empty();  // a door may be closed and another way free
    const bool frees = price.gain.people > 0 || (price.cumulative && price.cumulative->people > 0);
    if (frees || (things && price.width_now.value_or(2.0) < narrowest_gap)) {
        return Severity::S1;
    }
    return price.width_now.value_or(2.0) < least_width ? Severity::S2 : Severity::S3;
}

Message what_is_known(const EntryPrice& price) {
    switch (price.status) {
        case EntryPrice::Status::no_place:
            return message(MessageId::hazard_no_place);
        case EntryPrice::Status::only_room:
            return message(MessageId::hazard_only_room);
        case EntryPrice::Status::not_there:
            return message(MessageId::hazard_not_there);
        default:
            return message(MessageId::hazard_remedy);
    }
}

Finding hazard(const Site& site, const LedgerEntry& entry, const EntryPrice& price) {
    const Plan& plan = site.plan();
    Finding finding;
    finding.kind = FindingKind::hazard;
    finding.id = "hazard:" + entry.id;
    finding.severity = severity_of(entry, price);
    std::vector<std::string> ids;
    for (const int o : entry.openings) {
        ids.push_back(plan.openings[static_cast<std::size_t>(o)].id);
    }
    for (const int f : entry.fixtures) {
        ids.push_back(plan.fixtures[static_cast<std::size_t>(f)].id);
    }
    for (const int u : entry.units) {
        ids.push_back(plan.units[static_cast<std::size_t>(u)].id);
    }
    finding.element = ids.empty() ? plan.id : ids.front();
    finding.also.assign(ids.begin() + (ids.empty() ? 0 : 1), ids.end());
    finding.level = price.level;
    finding.place = price.spot;
    finding.dimension = price.dimension;
    const bool priced = price.status == EntryPrice::Status::priced;
    if (priced && price.width_now) {
        finding.measured = price.width_now;
        finding.limit = price.width_cleared;
        finding.unit = "m";
    }
    if (priced) {
        finding.seconds_lost = price.gain.seconds;
        finding.people = price.gain.people;
    }
    finding.text = in_each([&](Language language) {
        std::string what = say(language, MessageId::hazard_open, entry.id);
        for (const std::string& part : {entry.kind, place_in_words(entry, plan, language)}) {
            what += part.empty() ? "" : (language == Language::zh ? "，" : ", ") + part;
        }
        return what + owner_and_date(entry, language);
    });
    finding.remedy = in_each([&](Language language) {
        return say(language, what_is_known(price)) +
               (priced ? gain_text(price.gain, language) : std::string()) +
               (priced && price.cumulative && price.cumulative->people > price.gain.people
                    ? say(language, MessageId::hazard_together, price.cumulative->people)
                    : std::string());
    });
    return finding;
}

}  // namespace

void add_hazards(const Site& site, const Ledger& ledger, const LedgerPrices& prices,
                 std::vector<Finding>& findings) {
    std::vector<Finding> hazards;
    for (std::size_t e = 0; e < ledger.entries.size(); ++e) {
        const LedgerEntry& entry = ledger.entries[e];
        if (entry.cleared) {
            continue;
        }
        bool told = false;
        // Once cleared away or opened, nothing tells of it: only what is there can be told already.
        if (prices.entries[e].status == EntryPrice::Status::priced) {
            for (Finding& finding : findings) {
                if (!told_by(finding, entry, site.plan())) {
                    continue;
                }
                told = true;
                append_in_each(finding.text, [&](Language language) {
                    return say(language, MessageId::hazard_listed, entry.id,
                               owner_and_date(entry, language));
                });
            }
        }
        if (!told) {
            hazards.push_back(hazard(site, entry, prices.entries[e]));
        }
    }
    findings.insert(findings.end(), hazards.begin(), hazards.end());
}

}  // namespace evac
