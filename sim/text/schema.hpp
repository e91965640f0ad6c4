#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sim/text/problem.hpp"

namespace evac {

/// Everything in `document` that breaks the JSON Schema (draft 7) of that name, one of
/// embedded_schemas(), e.g. "plan.schema.json"; empty when the document keeps to it. Every problem
/// carries the JSON pointer and, where an enclosing object has one, the element's "id". A schema
/// may refer to another by its file name: {"$ref": "plan.schema.json#/definitions/fixture"}.
///
/// Where a value must have one of several forms (anyOf, oneOf), the message lists the `title`s of
/// the forms, so give every form a title that reads as an example.
std::vector<Problem> check_schema(const nlohmann::json& document, std::string_view schema_name,
                                  const std::string& file);

}  // namespace evac
