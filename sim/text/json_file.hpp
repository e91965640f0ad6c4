#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace evac {

/// Reads a JSON file. Throws InputError: whatever read_text() finds, an empty file, text that is
/// not UTF-8, broken JSON (with line and column), NaN or numbers too large for a double, the same
/// key twice in one object (all of them).
nlohmann::json read_json(const std::filesystem::path& file);

/// The same from text already in memory; `file` is only used in messages.
nlohmann::json parse_json(std::string_view text, const std::string& file);

/// `key` as one step of a JSON pointer (RFC 6901), with its leading slash: "a/b" becomes "/a~1b".
std::string pointer_step(std::string_view key);

}  // namespace evac
