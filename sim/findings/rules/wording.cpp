#include "sim/findings/rules/wording.hpp"

#include "sim/findings/naming.hpp"
#include "sim/findings/quantity.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace evac {

namespace {

/// "2.40 m", "3 doors"; counts carry no unit in Chinese, where the sentence does.
std::string amount(double value, const std::string& unit, Language language) {
    const bool count = unit != "m" && unit != "m2" && unit != "deg";
    return count && language == Language::zh ? fmt::format("{:.0f}", value)
                                             : quantity_text(value, unit, language);
}

/// What the plan calls an element, with its id.
std::string name_of_element(const Plan& plan, const std::string& id, Language language) {
    std::string name = id;
    const auto look = [&](const auto& elements) {
        for (const auto& element : elements) {
            if (element.id == id) {
                name = called(element, language);
            }
        }
    };
    look(plan.levels);
    look(plan.units);
    look(plan.openings);
    look(plan.fixtures);
    look(plan.assembly_areas);
    return name;
}

std::string filled(std::string text, const std::map<std::string, std::string>& values) {
    if (values.at("also").empty()) {
        for (const std::string_view nobody : {" ({also})", "（{also}）"}) {
            if (const std::size_t at = text.find(nobody); at != std::string::npos) {
                text.erase(at, nobody.size());
            }
        }
    }
    for (const auto& [name, value] : values) {
        const std::string placeholder = "{" + name + "}";
        for (std::size_t at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size())) {
            text.replace(at, placeholder.size(), value);
        }
    }
    return text;
}

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string all;
    for (const std::string& part : parts) {
        all += (all.empty() ? "" : between) + part;
    }
    return all;
}

/// A word of the facts as people say it; words that users chose stay as they are.
std::string spoken(const std::string& word, Language language) {
    static const std::map<std::string, MessageId> words = {
        {"between", MessageId::rules_word_between},
        {"dead_end", MessageId::rules_word_dead_end},
        {"corridor_end", MessageId::rules_word_corridor_end},
        {"own_exit", MessageId::rules_word_own_exit},
        {"sliding", MessageId::rules_word_sliding},
        {"revolving", MessageId::rules_word_revolving},
        {"goods", MessageId::rules_word_goods},
        {"furniture", MessageId::rules_word_furniture},
        {"equipment", MessageId::rules_word_equipment},
        {"ebike", MessageId::rules_word_ebike},
        {"?", MessageId::rules_word_unknown_owner}};
    const auto known = words.find(word);
    return known == words.end() ? word : say(language, known->second);
}

std::map<std::string, std::string> values_for(const Measurement& m, double limit,
                                              const Plan& plan, Language language) {
    std::map<std::string, std::string> values;
    for (const auto& [name, word] : m.facts.words) {
        values[name] = spoken(word, language);
    }
    for (const auto& [name, number] : m.facts.numbers) {
        values[name] = std::abs(number - std::round(number)) < 1e-6
                           ? fmt::format("{:.0f}", number)
                           : fmt::format("{:.1f}", number);
    }
    std::vector<std::string> also;
    for (const std::string& id : m.also) {
        also.push_back(name_of_element(plan, id, language));
    }
    values["name"] = name_of_element(plan, m.element, language);
    values["id"] = m.element;
    values["measured"] = amount(m.value, m.unit, language);
    values["limit"] = amount(limit, m.unit, language);
    values["margin"] = amount(std::abs(m.value - limit), m.unit, language);
    values["also"] = joined(also, language == Language::zh ? "、" : ", ");
    values["people"] = std::to_string(m.people.value_or(0));
    return values;
}

MessageId measured_words(Comparison comparison) {
    switch (comparison) {
        case Comparison::at_least:
            return MessageId::rules_measured_at_least;
        case Comparison::at_most:
            return MessageId::rules_measured_at_most;
        case Comparison::equal:
            return MessageId::rules_measured_equal;
    }
    return MessageId::rules_measured_equal;
}

}  // namespace

Finding finding_of(const Rule& rule, const Measurement& m, double limit,
                   const std::vector<std::string>& other_clauses, const Plan& plan,
                   bool ask_for_year) {
    Finding finding;
    finding.id = "clause:" + rule.id + ":" + m.element;
    finding.kind = FindingKind::clause;
    finding.severity = rule.severity;
    finding.element = m.element;
    finding.level = m.level;
    finding.place = m.place;
    finding.measured = m.value;
    finding.limit = limit;
    finding.unit = m.unit;
    finding.clause = rule.clause.text();
    finding.people = m.people;
    finding.dimension = m.dimension;
    finding.also = m.also;
    finding.verified = rule.verified;

    const bool thing = m.unit == "things";
    const bool yes_or_no = thing || (rule.comparison == Comparison::at_most && limit == 0.0);
    finding.text = in_each([&](Language language) {
        const bool zh = language == Language::zh;
        const auto values = values_for(m, limit, plan, language);
        std::vector<std::string> tail;
        if (!yes_or_no) {
            tail.push_back(say(language, message(measured_words(rule.comparison),
                                                 values.at("measured"), values.at("limit"),
                                                 values.at("margin"))));
        }
        tail.push_back(finding.clause);
        if (!other_clauses.empty()) {
            tail.push_back(say(language, message(MessageId::rules_also,
                                                 joined(other_clauses, zh ? "、" : ", "))));
        }
        if (rule.verified == "secondary") {
            tail.push_back(say(language, MessageId::rules_from_secondary));
        } else if (rule.verified == "memory") {
            tail.push_back(say(language, MessageId::rules_from_memory));
        }
        if (!rule.superseded_by.empty()) {
            tail.push_back(say(language, MessageId::rules_superseded, rule.superseded_by));
        }
        if (ask_for_year) {
            tail.push_back(say(language, MessageId::rules_check_year));
        }
        std::string words = filled(rule.text.in(language), values);
        const std::string_view stop = zh ? "。" : ".";
        if (words.ends_with(stop)) {  // the sentence ends behind what stands in brackets
            words.resize(words.size() - stop.size());
        }
        return words + (zh ? "（" : " (") + joined(tail, zh ? "；" : "; ") + (zh ? "）" : ")");
    });
    finding.remedy = in_each([&](Language language) {
        return filled(rule.remedy.in(language), values_for(m, limit, plan, language));
    });
    return finding;
}

}  // namespace evac
