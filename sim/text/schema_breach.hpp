#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/text/message.hpp"
#include "sim/text/schema_parts.hpp"

namespace evac {

/// The kind of rule that a value broke.
enum class Rule {
    type,
    missing,
    unknown_key,
    choice,
    constant,
    range,
    entries,
    members,
    length,
    form,
    repeated,
    forms
};

/// One place at which a document breaks its schema.
struct Breach {
    Rule rule{};
    JsonPath path;
    std::string key;  ///< the missing one
};

/// What is wrong, and what to do about it.
struct Sentence {
    Message what;
    Message remedy;
};

/// The breach in words. `value` is what stands at its path in `document`.
Sentence sentence(const Breach& breach, const nlohmann::json& document, SchemaParts& schema,
                  const nlohmann::json& value);

}  // namespace evac
