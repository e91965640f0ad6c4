#include "sim/text/schema.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "sim/text/embedded.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/schema_breach.hpp"
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
