#include "sim/findings/rules/rule_set.hpp"

#include "sim/text/embedded.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace evac {

namespace {

using nlohmann::json;

Label label_of(const json& object, const char* key) {
    Label label;
    if (const auto found = object.find(key); found != object.end()) {
        for (const auto& [language, text] : found->items()) {
            label.by_language[language] = text.get<std::string>();
        }
    }
    return label;
}

std::string word_of(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Conditions conditions_of(const json& object, const char* key) {
    Conditions conditions;
    const auto found = object.find(key);
    if (found == object.end()) {
        return conditions;
    }
    for (const auto& [name, demand] : found->items()) {
        if (demand.is_boolean()) {
            conditions.flags[name] = demand.get<bool>();
        } else if (demand.is_object()) {
            Conditions::Bounds bounds;
            bounds.min = demand.value("min", bounds.min);
            bounds.max = demand.value("max", bounds.max);
            conditions.numbers[name] = bounds;
        } else {
            for (const json& word : demand) {
                conditions.words[name].push_back(word_of(word));
            }
        }
    }
    return conditions;
}

Clause clause_of(const json& object) {
    const json& clause = object.at("clause");
    return {clause.value("code", ""), clause.value("edition", ""), clause.value("number", "")};
}

Severity severity_from(const std::string& word) {
    return static_cast<Severity>(word.back() - '0');
}

Comparison comparison_from(const std::string& word) {
    return word == "<=" ? Comparison::at_most
           : word == "==" ? Comparison::equal
                          : Comparison::at_least;
}

std::vector<std::string> strings_of(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return {};
    }
    return found->is_string() ? std::vector<std::string>{found->get<std::string>()}
                              : found->get<std::vector<std::string>>();
}

Rule rule_of(const json& object) {
    Rule rule;
    rule.id = object.at("id");
    rule.clause = clause_of(object);
    rule.verified = object.at("verified");
    rule.note = object.value("note", "");
    rule.superseded_by = object.value("superseded_by", "");
    rule.applies = conditions_of(object, "applies");
    rule.quantities = strings_of(object, "quantity");
    const std::string op = object.at("op");
    rule.comparison = comparison_from(op);
    if (op == "none") {
        rule.comparison = Comparison::at_most;
        rule.limits = {{{}, 0.0}};
    }
    if (object.contains("limit")) {
        rule.limits = {{{}, object.at("limit")}};
    }
    for (const json& row : object.value("table", json::array())) {
        rule.limits.push_back({conditions_of(row, "when"), row.at("limit")});
    }
    rule.per_people = object.value("per_people", 0.0);
    rule.round_to = object.value("round_to", 0.0);
    for (const json& factor : object.value("factors", json::array())) {
        rule.factors.push_back({conditions_of(factor, "when"), factor.value("times", 1.0),
                                factor.value("plus", 0.0)});
    }
    for (const json& exception : object.value("exceptions", json::array())) {
        rule.exceptions.push_back({conditions_of(exception, "when"), exception.at("limit"),
                                   label_of(exception, "note")});
    }
    rule.share_of = strings_of(object, "share_of");
    rule.share = object.value("share", 1.0);
    rule.geometry = object.value("geometry", false);
    rule.topic = object.value("topic", "");
    rule.severity = severity_from(object.at("severity"));
    rule.text = label_of(object, "text");
    rule.remedy = label_of(object, "remedy");
    return rule;
}

/// Reads one file after the other into one set; goes on after a defect.
class RuleSetReader {
public:
    void add(const std::string& name_or_path, const std::filesystem::path& beside,
             const std::string& from_file, const std::string& pointer) {
        const bool is_file = name_or_path.find('/') != std::string::npos ||
                             name_or_path.ends_with(".json");
        const std::filesystem::path path =
            from_file.empty() ? std::filesystem::path(name_or_path) : beside / name_or_path;
        const std::string key = is_file ? path.lexically_normal().string() : name_or_path;
        if (!read_.insert(key).second) {
            return;
        }
        if (is_file) {
            try {
                add_document(read_json(path), path.string(), path.parent_path());
            } catch (const InputError& error) {
                problems.insert(problems.end(), error.problems().begin(), error.problems().end());
            }
            return;
        }
        const std::string_view text = embedded_rules(name_or_path + ".json");
        if (text.empty()) {
            tell_unknown(name_or_path, from_file, pointer);
            return;
        }
        const std::string file = name_or_path + ".json";
        add_document(parse_json(text, file), file, {});
    }

    RuleSet set;
    std::vector<Problem> problems;

private:
    void tell_unknown(const std::string& name, const std::string& file,
                      const std::string& pointer) {
        const std::vector<std::string> known = rule_set_names();
        std::string list;
        for (const std::string& one : known) {
            list += (list.empty() ? "" : ", ") + one;
        }
        const std::optional<std::string> meant = nearest(name, known);
        problems.push_back({file.empty() ? name : file, pointer, "",
                            message(MessageId::rules_unknown_set, name),
                            meant ? message(MessageId::rules_unknown_set_meant, *meant, list)
                                  : message(MessageId::rules_unknown_set_remedy, list)});
    }

    void add_document(const json& document, const std::string& file,
                      const std::filesystem::path& folder) {
        const std::vector<Problem> breaches = check_schema(document, "rules.schema.json", file);
        problems.insert(problems.end(), breaches.begin(), breaches.end());
        if (!breaches.empty()) {
            return;
        }
        if (set.id.empty()) {
            set.id = document.at("id");
            set.name = label_of(document, "name");
            set.usual_use = document.value("usual_use", set.usual_use);
        }
        for (const json& code : document.value("codes", json::array())) {
            const Code one{code.at("code"), code.at("edition"), label_of(code, "name"),
                           code.value("year", 0), label_of(code, "status")};
            const bool known =
                std::any_of(set.codes.begin(), set.codes.end(), [&](const Code& other) {
                    return other.code == one.code && other.edition == one.edition;
                });
            if (!known) {
                set.codes.push_back(one);
            }
        }
        std::size_t index = 0;
        for (const json& object : document.value("rules", json::array())) {
            add_rule(rule_of(object), file, "/rules/" + std::to_string(index++));
        }
        for (const json& object : document.value("not_checked", json::array())) {
            set.not_checked.push_back({object.at("id"), clause_of(object),
                                       object.value("verified", "memory"),
                                       label_of(object, "what"), label_of(object, "reason")});
        }
        index = 0;
        for (const std::string& name : strings_of(document, "include")) {
            set.includes.push_back(name);
            add(name, folder, file, "/include/" + std::to_string(index++));
        }
    }

    void add_rule(Rule rule, const std::string& file, const std::string& pointer) {
        const auto has_id = [&](const Rule& other) { return other.id == rule.id; };
        if (std::any_of(set.rules.begin(), set.rules.end(), has_id)) {
            problems.push_back({file, pointer + "/id", rule.id,
                                message(MessageId::rules_same_id, rule.id),
                                message(MessageId::rules_same_id_remedy)});
            return;
        }
        if (rule.limits.empty() && rule.share_of.empty()) {
            problems.push_back({file, pointer, rule.id, message(MessageId::rules_no_limit),
                                message(MessageId::rules_no_limit_remedy)});
            return;
        }
        set.rules.push_back(std::move(rule));
    }

    std::set<std::string> read_;
};

}  // namespace

bool Conditions::hold_for(const Facts& facts) const {
    for (const auto& [name, allowed] : words) {
        std::string word;
        if (const auto known = facts.words.find(name); known != facts.words.end()) {
            word = known->second;
        } else if (const auto number = facts.numbers.find(name); number != facts.numbers.end()) {
            word = std::to_string(static_cast<int>(number->second));
        } else {
            return false;
        }
        if (std::find(allowed.begin(), allowed.end(), word) == allowed.end()) {
            return false;
        }
    }
    for (const auto& [name, bounds] : numbers) {
        const auto known = facts.numbers.find(name);
        if (known == facts.numbers.end() || known->second < bounds.min ||
            known->second > bounds.max) {
            return false;
        }
    }
    for (const auto& [name, asked] : flags) {
        const auto known = facts.flags.find(name);
        if (known == facts.flags.end() || known->second != asked) {
            return false;
        }
    }
    return true;
}

std::string Clause::text() const {
    return code + (edition.empty() ? "" : "-" + edition) + (number.empty() ? "" : " " + number);
}

RuleSet read_rule_set(const std::string& name_or_path) {
    RuleSetReader reader;
    reader.add(name_or_path, {}, "", "");
    if (!reader.problems.empty()) {
        throw InputError(std::move(reader.problems));
    }
    return std::move(reader.set);
}

std::vector<std::string> rule_set_names() {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : embedded_rules()) {
        names.emplace_back(file.name.substr(0, file.name.size() - std::string_view(".json").size()));
    }
    return names;
}

}  // namespace evac
