#include "sim/text/json_layout.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

namespace evac {

namespace {

using nlohmann::json;

constexpr std::size_t line_width = 100;
constexpr std::size_t indent_width = 2;

/// What says what a thing is comes first, what is in it last; the rest by alphabet.
int rank(std::string_view key) {
    constexpr std::string_view first[] = {"type",         "format", "version", "id",
                                          "feature_type", "name",   "plan"};
    constexpr std::string_view last[] = {"properties", "geometry", "features", "groups",
                                         "release",    "events",   "fixtures"};
    const auto* place = std::find(std::begin(first), std::end(first), key);
    if (place != std::end(first)) {
        return static_cast<int>(place - std::begin(first)) - 10;
    }
    place = std::find(std::begin(last), std::end(last), key);
    return place == std::end(last) ? 0 : static_cast<int>(place - std::begin(last)) + 1;
}

std::vector<std::string> keys_in_order(const json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, ignored] : object.items()) {
        keys.push_back(key);
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    return keys;
}

std::string quoted(const std::string& key) {
    return json(key).dump();
}

void add_on_one_line(const json& value, std::string& text) {
    if (value.is_array()) {
        text += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            text += i == 0 ? "" : ", ";
            add_on_one_line(value[i], text);
        }
        text += ']';
    } else if (value.is_object()) {
        text += '{';
        bool first = true;
        for (const std::string& key : keys_in_order(value)) {
            text += (first ? "" : ", ") + quoted(key) + ": ";
            first = false;
            add_on_one_line(value[key], text);
        }
        text += '}';
    } else {
        text += value.dump();
    }
}

bool is_ring(const json& value) {
    return value.is_array() && !value.empty() &&
           std::all_of(value.begin(), value.end(), [](const json& position) {
               return position.is_array() && !position.empty() && position[0].is_number();
           });
}

void add(const json& value, std::size_t indent, std::size_t column, std::string& text) {
    std::string line;
    if (!value.is_structured() || value.empty() || is_ring(value)) {
        add_on_one_line(value, text);
        return;
    }
    if (value.size() < line_width / 4) {  // more members than that never fit
        add_on_one_line(value, line);
        if (column + line.size() < line_width) {
            text += line;
            return;
        }
    }
    const std::string margin(indent + indent_width, ' ');
    text += value.is_array() ? "[" : "{";
    const char* separator = "\n";
    const auto begin_line = [&] {
        text += separator + margin;
        separator = ",\n";
    };
    if (value.is_array()) {
        for (const json& entry : value) {
            begin_line();
            add(entry, margin.size(), margin.size(), text);
        }
    } else {
        for (const std::string& key : keys_in_order(value)) {
            begin_line();
            const std::string start = quoted(key) + ": ";
            text += start;
            add(value[key], margin.size(), margin.size() + start.size(), text);
        }
    }
    text += "\n" + std::string(indent, ' ') + (value.is_array() ? "]" : "}");
}

}  // namespace

std::string json_text(const json& document) {
    std::string text;
    add(document, 0, 0, text);
    text += '\n';
    return text;
}

}  // namespace evac
