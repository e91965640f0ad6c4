#pragma once

#include <span>
#include <string_view>

namespace evac {

/// One file of scenarios/schema/, carried inside the program.
struct EmbeddedSchema {
    std::string_view name;  ///< file name without folder, e.g. "plan.schema.json"
    std::string_view text;  ///< the whole file
};

/// All JSON Schemas that the program was built with, sorted by name.
[[nodiscard]] std::span<const EmbeddedSchema> embedded_schemas();

/// The text of the schema with that file name ("plan.schema.json"); empty if there is none.
[[nodiscard]] std::string_view embedded_schema(std::string_view name);

}  // namespace evac
