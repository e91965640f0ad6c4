#include "sim/text/schema_breach.hpp"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace evac {

using nlohmann::json;

namespace {

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

}  // namespace

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

}  // namespace evac
