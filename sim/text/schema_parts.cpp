#include "sim/text/schema_parts.hpp"

#include <cassert>
#include <cstdlib>

#include "sim/text/embedded.hpp"

namespace evac {

using nlohmann::json;

namespace {

/// The value one step below, or nullptr.
const json* step_into(const json* value, const std::string& step) {
    if (value == nullptr) {
        return nullptr;
    }
    if (value->is_array()) {
        const auto index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
        return index < value->size() ? &(*value)[index] : nullptr;
    }
    const auto member = value->find(step);
    return value->is_object() && member != value->end() ? &*member : nullptr;
}

/// Whether `value` meets an `if` made of const, required and properties.
bool meets(const json& condition, const json* value) {
    if (value == nullptr) {
        return false;
    }
    if (const auto constant = condition.find("const"); constant != condition.end()) {
        return *constant == *value;
    }
    for (const json& key : condition.value("required", json::array())) {
        if (step_into(value, key.get<std::string>()) == nullptr) {
            return false;
        }
    }
    const json properties = condition.value("properties", json::object());
    for (const auto& [key, inner] : properties.items()) {
        const json* member = step_into(value, key);
        if (member != nullptr && !meets(inner, member)) {
            return false;
        }
    }
    return true;
}

}  // namespace

SchemaParts::SchemaParts(std::string_view schema_name) : name_(schema_name) {}

const json& SchemaParts::schema(const std::string& name) {
    const auto known = documents_.find(name);
    if (known != documents_.end()) {
        return known->second;
    }
    assert(!embedded_schema(name).empty());
    return documents_.emplace(name, json::parse(embedded_schema(name))).first->second;
}

std::vector<const json*> SchemaParts::at(const json& document, const JsonPath& path) {
    std::vector<const json*> parts;
    collect(name_, schema(name_), {&document, &path, 0}, parts);
    return parts;
}

void SchemaParts::collect(const std::string& schema_name, const json& part, const Place& place,
                          std::vector<const json*>& parts) {
    if (!part.is_object()) {
        return;
    }
    if (const auto reference = part.find("$ref"); reference != part.end()) {
        const auto target = reference->get<std::string>();
        const std::size_t hash = target.find('#');
        const std::string name = hash == 0 ? schema_name : target.substr(0, hash);
        const std::string pointer = hash == std::string::npos ? "" : target.substr(hash + 1);
        collect(name, schema(name).at(json::json_pointer(pointer)), place, parts);
        return;
    }
    if (place.depth == place.path->size()) {
        parts.push_back(&part);
    } else {
        descend(schema_name, part, place, parts);
    }
    for (const char* combination : {"allOf", "anyOf", "oneOf"}) {
        if (const auto forms = part.find(combination); forms != part.end()) {
            for (const json& form : *forms) {
                collect(schema_name, form, place, parts);
            }
        }
    }
    if (const auto condition = part.find("if"); condition != part.end()) {
        const auto branch = part.find(meets(*condition, place.value) ? "then" : "else");
        if (branch != part.end()) {
            collect(schema_name, *branch, place, parts);
        }
    }
}

void SchemaParts::descend(const std::string& schema_name, const json& part, const Place& place,
                          std::vector<const json*>& parts) {
    const std::string& step = (*place.path)[place.depth];
    const Place below{step_into(place.value, step), place.path, place.depth + 1};
    if (place.value != nullptr && place.value->is_array()) {
        const auto items = part.find("items");
        if (items != part.end() && items->is_object()) {
            collect(schema_name, *items, below, parts);
        } else if (items != part.end() && items->is_array()) {
            const auto index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
            if (index < items->size()) {
                collect(schema_name, (*items)[index], below, parts);
            }
        }
        return;
    }
    const auto properties = part.find("properties");
    if (properties != part.end() && properties->contains(step)) {
        collect(schema_name, (*properties)[step], below, parts);
    } else if (const auto others = part.find("additionalProperties"); others != part.end()) {
        collect(schema_name, *others, below, parts);
    }
}

}  // namespace evac
