#include "sim/findings/quantity.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace evac {

namespace {

/// How values in one unit of the findings are written.
struct Writing {
    int decimals = 2;
    double scale = 1.0;  ///< what is shown of one unit
    MessageId words{};   ///< "{0} m"
};

/// One of a thing reads differently in English: "1 door".
const Writing* writing_of(const std::string& unit, bool one) {
    using Id = MessageId;
    static const std::map<std::string, Writing> many{
        {"m", {2, 1.0, Id::quantity_metres}},
        {"m2", {1, 1.0, Id::quantity_square_metres}},
        {"deg", {0, 1.0, Id::quantity_degrees}},
        {"s", {0, 1.0, Id::quantity_seconds}},
        {"persons", {0, 1.0, Id::quantity_people}},
        {"persons/s", {1, 1.0, Id::quantity_flow}},
        {"persons/m2", {1, 1.0, Id::quantity_density}},
        {"person s", {0, 1.0 / 60.0, Id::quantity_person_minutes}},
        {"m2 s", {0, 1.0, Id::quantity_area_time}},
        {"doors", {0, 1.0, Id::quantity_doors}},
        {"exits", {0, 1.0, Id::quantity_exits}},
        {"things", {0, 1.0, Id::quantity_things}},
        {"storeys", {0, 1.0, Id::quantity_storeys}},
        {"storey", {0, 1.0, Id::quantity_storey_number}}};
    static const std::map<std::string, Writing> single{{"persons", {0, 1.0, Id::quantity_person}},
                                                       {"doors", {0, 1.0, Id::quantity_door}},
                                                       {"exits", {0, 1.0, Id::quantity_exit}},
                                                       {"things", {0, 1.0, Id::quantity_thing}}};
    if (const auto at = single.find(unit); one && at != single.end()) {
        return &at->second;
    }
    const auto at = many.find(unit);
    return at == many.end() ? nullptr : &at->second;
}

/// What the number next to the measured one is.
MessageId limit_name(FindingKind kind) {
    switch (kind) {
        case FindingKind::obstacle:
        case FindingKind::blocked_exit:
        case FindingKind::hazard:
            return MessageId::finding_fact_cleared;
        default:
            return MessageId::finding_fact_limit;
    }
}

}  // namespace

std::string quantity_text(double value, const std::string& unit, Language language) {
    const Writing* writing = writing_of(unit, std::round(value) == 1.0);
    if (writing == nullptr) {
        const bool whole = std::abs(value - std::round(value)) < 1e-9;
        return fmt::format("{:.{}f}{}{}", value, whole ? 0 : 2, unit.empty() ? "" : " ", unit);
    }
    const double shown = value * writing->scale;
    return say(language, writing->words, fmt::format("{:.{}f}", shown + 0.0, writing->decimals));
}

std::vector<FindingFact> facts_of(const Finding& finding) {
    std::vector<FindingFact> facts;
    const auto quantity = [&](MessageId name, double value, const std::string& unit) {
        facts.push_back({name, in_each([&](Language language) {
                             return quantity_text(value, unit, language);
                         })});
    };
    const bool only_there = finding.unit == "things" ||
                            (finding.unit == "doors" && finding.limit && *finding.limit == 0.0);
    if (finding.measured && !only_there) {
        quantity(MessageId::finding_fact_measured, *finding.measured, finding.unit);
    }
    if (finding.limit && !only_there) {
        quantity(limit_name(finding.kind), *finding.limit, finding.unit);
    }
    if (!finding.clause.empty()) {
        facts.push_back({MessageId::finding_fact_clause, untranslated(finding.clause)});
    }
    if (finding.seconds_lost && *finding.seconds_lost >= 0.5 && finding.unit != "s") {
        facts.push_back(
            {MessageId::finding_fact_cost,
             label_of(MessageId::finding_fact_cost_value, std::llround(*finding.seconds_lost))});
    }
    if (finding.people && *finding.people > 0 && finding.unit != "persons") {
        quantity(MessageId::finding_fact_people, *finding.people, "persons");
    }
    return facts;
}

}  // namespace evac
