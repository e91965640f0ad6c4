#pragma once

#include <span>
#include <string_view>

namespace evac {

/// One file of scenarios/schema/ or scenarios/rules/, carried inside the program.
struct EmbeddedFile {
    std::string_view name;  ///< file name without folder, e.g. "plan.schema.json"
    std::string_view text;  ///< the whole file
};

/// All JSON Schemas that the program was built with, sorted by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_schemas();

/// The text of the schema with that file name ("plan.schema.json"); empty if there is none.
[[nodiscard]] std::string_view embedded_schema(std::string_view name);

/// All rule sets that the program was built with, sorted by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_rules();

/// The text of the rule set with that file name ("cn-school.json"); empty if there is none.
[[nodiscard]] std::string_view embedded_rules(std::string_view name);

}  // namespace evac
