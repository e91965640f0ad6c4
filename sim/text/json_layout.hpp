#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace evac {

/// The document as text that a person can read and compare line by line: what fits stands on one
/// line, a ring of coordinates always does, "type", "id" and "format" come first. Numbers are the
/// shortest that read back to the same bits. Ends with a newline.
std::string json_text(const nlohmann::json& document);

}  // namespace evac
