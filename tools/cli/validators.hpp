#pragma once

#include "sim/text/language.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace evac {

// What an option may be, told in the user's language; unlike those of CLI11, they add nothing to
// the help, whose sentences name the limits.

/// A number from `low` to `high`; not "nan".
CLI::Validator number_in(double low, double high, Language language);

CLI::Validator whole_number_in(std::int64_t low, std::int64_t high, Language language);

CLI::Validator one_of(const std::vector<std::string>& words, Language language);

}  // namespace evac
