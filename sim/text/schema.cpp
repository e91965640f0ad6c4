#include "sim/text/schema.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "sim/text/embedded.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/schema_parts.hpp"

// Without this valijson ends the program when a schema is itself wrong.
#define VALIJSON_USE_EXCEPTIONS 1
#include <cassert>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace evac {

namespace {

using nlohmann::json;

/// The kind of rule that a value broke.
enum class Rule {
    type,
    missing,
    unknown_key,
    choice,
    constant,
    range,
    entries,
    members,
    length,
    form,
    repeated,
    forms
};

struct Breach {
    Rule rule{};
    JsonPath path;
    std::string key;  ///< the missing one
};

/// Makes every `"additionalProperties": false` a `{"not": {}}`, which means the same; but valijson
/// names only the first key too many for the one, and each of them for the other.
void name_every_unknown_key(json& schema) {
    for (json& part : schema) {
        if (part.is_structured()) {
            name_every_unknown_key(part);
        }
    }
    if (schema.is_object() && schema.value("additionalProperties", json()) == json(false)) {
        schema["additionalProperties"] = {{"not", json::object()}};
    }
}

json schema_for_validator(std::string_view name) {
    json schema = json::parse(embedded_schema(name));
    name_every_unknown_key(schema);
    return schema;
}

JsonPath path_of(const std::vector<std::string>& context) {
    JsonPath path;
    for (std::size_t i = 1; i < context.size(); ++i) {  // the first is "<root>"
        path.push_back(context[i].substr(1, context[i].size() - 2));
    }
    return path;
}

bool lies_within(const JsonPath& path, const JsonPath& outer) {
    return path.size() >= outer.size() && std::equal(outer.begin(), outer.end(), path.begin());
}

/// What valijson's sentence means. Nothing for the sentences that only repeat, level by level, that
/// something farther in is wrong.
std::optional<Rule> rule_of(const std::string& sentence) {
    struct Start {
        std::string_view words;
        Rule rule;
    };
    static constexpr Start starts[] = {
        {"Value type not permitted", Rule::type},
        {"Missing required property", Rule::missing},
        {"Missing dependency", Rule::missing},
        {"Target should not validate", Rule::unknown_key},
        {"Failed to match against any enum", Rule::choice},
        {"Failed to match expected value", Rule::constant},
        {"Expected number", Rule::range},
        {"Array should contain no", Rule::entries},
        {"Object should have no", Rule::members},
        {"String should be no", Rule::length},
        {"String should be a valid", Rule::form},
        {"Failed to match regex", Rule::form},
        {"Elements at indexes", Rule::repeated},
        {"Failed to validate against any", Rule::forms},
        {"Failed to validate against exactly one", Rule::forms},
    };
    for (const Start& start : starts) {
        if (sentence.starts_with(start.words)) {
            return start.rule;
        }
    }
    return std::nullopt;
}

std::vector<Breach> breaches_of(const valijson::ValidationResults& results) {
    std::vector<Breach> breaches;
    for (const valijson::ValidationResults::Error& error : results) {
        const std::optional<Rule> rule = rule_of(error.description);
        if (!rule) {
            continue;
        }
        Breach breach{*rule, path_of(error.context), ""};
        if (breach.rule == Rule::missing) {
            const std::size_t quote = error.description.find('\'');
            breach.key =
                error.description.substr(quote + 1, error.description.rfind('\'') - quote - 1);
        }
        if (breach.rule == Rule::forms) {
            // Why each single form does not fit has been told before; one sentence is enough.
            std::erase_if(breaches, [&](const Breach& earlier) {
                return lies_within(earlier.path, breach.path);
            });
        }
        breaches.push_back(std::move(breach));
    }
    // A value of the wrong type breaks other rules too, but that is no news.
    std::set<JsonPath> mistyped;
    for (const Breach& breach : breaches) {
        if (breach.rule == Rule::type) {
            mistyped.insert(breach.path);
        }
    }
    std::set<std::tuple<JsonPath, Rule, std::string>> told;
    std::erase_if(breaches, [&](const Breach& breach) {
        return (breach.rule != Rule::type && mistyped.count(breach.path) > 0) ||
               !told.emplace(breach.path, breach.rule, breach.key).second;
    });
    return breaches;
}

/// The value as it stands in the file, cut short.
std::string shown(const json& value) {
    constexpr std::size_t longest = 40;
    std::string text = value.dump();
    if (text.size() > longest) {
        std::size_t end = longest;
        while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;  // not through the middle of a character
        }
        text = text.substr(0, end) + "...";
    }
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) {
        list += (list.empty() ? "" : ", ") + word;
    }
    return list;
}

/// Everything that a schema part says under `keyword`, without repeats.
std::vector<std::string> said(const std::vector<const json*>& parts, const char* keyword,
                              const std::string& before = "") {
    std::vector<std::string> words;
    const auto add = [&](const json& value) {
        const std::string word =
            before + (value.is_string() && keyword != std::string_view("enum") &&
                              keyword != std::string_view("const")
                          ? value.get<std::string>()
                          : value.dump());
        if (std::find(words.begin(), words.end(), word) == words.end()) {
            words.push_back(word);
        }
    };
    for (const json* part : parts) {
        if (const auto value = part->find(keyword); value != part->end()) {
            if (value->is_array()) {
                std::for_each(value->begin(), value->end(), add);
            } else {
                add(*value);
            }
        }
    }
    return words;
}

std::string limits(const std::vector<const json*>& parts,
                   std::initializer_list<std::pair<const char*, const char*>> keywords) {
    std::vector<std::string> all;
    for (const auto& [keyword, sign] : keywords) {
        for (const std::string& limit : said(parts, keyword, std::string(sign) + " ")) {
            all.push_back(limit);
        }
    }
    return joined(all);
}

std::string known_keys(const std::vector<const json*>& parts) {
    std::vector<std::string> keys;
    for (const json* part : parts) {
        if (const auto properties = part->find("properties"); properties != part->end()) {
            for (const auto& [key, ignored] : properties->items()) {
                keys.push_back(key);
            }
        }
    }
    return joined(keys);
}

/// "number", "array", ... as the sentence that says what should stand there instead.
Message type_message(const std::vector<const json*>& parts, const json& value) {
    const std::vector<std::string> types = said(parts, "type");
    if (types.size() == 1) {
        static constexpr std::pair<std::string_view, MessageId> by_type[] = {
            {"number", MessageId::schema_not_number}, {"integer", MessageId::schema_not_integer},
            {"string", MessageId::schema_not_text},   {"boolean", MessageId::schema_not_boolean},
            {"object", MessageId::schema_not_object}, {"array", MessageId::schema_not_list}};
        for (const auto& [type, id] : by_type) {
            if (type == types.front()) {
                return message(id, shown(value));
            }
        }
    }
    return message(MessageId::schema_not_type, shown(value), joined(types));
}

/// The `title`s of the forms that a value may take, with references followed.
std::string form_titles(const std::vector<const json*>& parts) {
    return joined(said(parts, "title"));
}

struct Sentence {
    Message what;
    Message remedy;
};

Sentence sentence(const Breach& breach, const json& document, SchemaParts& schema,
                  const json& value) {
    const std::vector<const json*> parts = schema.at(document, breach.path);
    switch (breach.rule) {
        case Rule::type:
            return {type_message(parts, value), message(MessageId::schema_type_remedy)};
        case Rule::missing:
            return {message(MessageId::schema_missing, breach.key),
                    message(MessageId::schema_missing_remedy, breach.key)};
        case Rule::unknown_key: {
            const JsonPath object(breach.path.begin(), breach.path.end() - 1);
            return {message(MessageId::schema_unknown_key, breach.path.back()),
                    message(MessageId::schema_unknown_key_remedy,
                            known_keys(schema.at(document, object)))};
        }
        case Rule::choice:
            return {message(MessageId::schema_choice, shown(value)),
                    message(MessageId::schema_choice_remedy, joined(said(parts, "enum")))};
        case Rule::constant:
            return {message(MessageId::schema_constant, shown(value)),
                    message(MessageId::schema_constant_remedy, joined(said(parts, "const")))};
        case Rule::range:
            return {message(MessageId::schema_range, shown(value)),
                    message(MessageId::schema_range_remedy,
                            limits(parts, {{"minimum", ">="},
                                           {"exclusiveMinimum", ">"},
                                           {"maximum", "<="},
                                           {"exclusiveMaximum", "<"}}))};
        case Rule::entries:
            return {message(MessageId::schema_entries, value.size()),
                    message(MessageId::schema_entries_remedy,
                            limits(parts, {{"minItems", ">="}, {"maxItems", "<="}}))};
        case Rule::members:
            return {message(MessageId::schema_members, value.size()),
                    message(MessageId::schema_members_remedy,
                            limits(parts, {{"minProperties", ">="}, {"maxProperties", "<="}}))};
        case Rule::length:
            return {message(MessageId::schema_length, shown(value)),
                    message(MessageId::schema_length_remedy,
                            limits(parts, {{"minLength", ">="}, {"maxLength", "<="}}))};
        case Rule::form: {
            const std::string titles = form_titles(parts);
            return {message(MessageId::schema_form, shown(value)),
                    message(MessageId::schema_form_remedy,
                            titles.empty() ? joined(said(parts, "pattern")) : titles)};
        }
        case Rule::repeated:
            return {message(MessageId::schema_repeated),
                    message(MessageId::schema_repeated_remedy)};
        case Rule::forms:
            return {message(MessageId::schema_forms, shown(value)),
                    message(MessageId::schema_forms_remedy, form_titles(parts))};
    }
    assert(false);
    return {};
}

/// Walks to the broken value; notes the pointer and the element, which is the outermost thing below
/// the root with an "id" (farther in, an "id" names something else, such as the source's).
Problem problem_at(const Breach& breach, const json& document, SchemaParts& schema,
                   const std::string& file) {
    Problem problem;
    problem.file = file;
    const json* value = &document;
    for (const std::string& step : breach.path) {
        problem.pointer += pointer_step(step);
        value = value->is_array() ? &value->at(std::stoul(step)) : &value->at(step);
        if (problem.element.empty() && value->is_object()) {
            const auto id = value->find("id");
            problem.element = id != value->end() && id->is_string() ? id->get<std::string>() : "";
        }
    }
    Sentence said_of_it = sentence(breach, document, schema, *value);
    problem.what = std::move(said_of_it.what);
    problem.remedy = std::move(said_of_it.remedy);
    return problem;
}

}  // namespace

std::vector<Problem> check_schema(const json& document, std::string_view schema_name,
                                  const std::string& file) {
    assert(!embedded_schema(schema_name).empty());
    valijson::Schema schema;
    {
        const json text = schema_for_validator(schema_name);
        valijson::SchemaParser parser;
        parser.populateSchema(
            valijson::adapters::NlohmannJsonAdapter(text), schema,
            [](const std::string& name) { return new json(schema_for_validator(name)); },
            [](const json* fetched) { delete fetched; });
    }
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) {
        return {};
    }
    SchemaParts parts(schema_name);
    std::vector<Problem> problems;
    for (const Breach& breach : breaches_of(results)) {
        problems.push_back(problem_at(breach, document, parts, file));
    }
    return problems;
}

}  // namespace evac
