#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace evac {

/// The steps from the root of a document to one value: keys of objects, indices of arrays in
/// decimal digits.
using JsonPath = std::vector<std::string>;

/// Finds what a schema says about one value, so that a message can name the values that would have
/// been right. (The validator says only which kind of rule was broken.)
class SchemaParts {
public:
    /// `schema_name` must be one of embedded_schemas().
    explicit SchemaParts(std::string_view schema_name);

    /// All parts of the schema that apply to the value at `path` of `document`. Follows $ref (also
    /// to other embedded schemas), properties, items, allOf, anyOf, oneOf, and `then` or `else`
    /// where the `if` asks for constants, which is all that our schemas do.
    std::vector<const nlohmann::json*> at(const nlohmann::json& document, const JsonPath& path);

private:
    struct Place {
        const nlohmann::json* value;  ///< nullptr below a value that is not there
        const JsonPath* path;
        std::size_t depth;  ///< steps of the path already taken
    };

    void collect(const std::string& schema_name, const nlohmann::json& part, const Place& place,
                 std::vector<const nlohmann::json*>& parts);
    void descend(const std::string& schema_name, const nlohmann::json& part, const Place& place,
                 std::vector<const nlohmann::json*>& parts);

    std::string name_;
    std::map<std::string, nlohmann::json> documents_;  ///< parsed schemas by file name
    const nlohmann::json& schema(const std::string& name);
};

}  // namespace evac
