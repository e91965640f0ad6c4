#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace evac {

/// How many letters must be put in, taken out, changed or swapped with their neighbour to turn `a`
/// into `b` (Damerau 1964, optimal string alignment).
std::size_t letters_apart(std::string_view a, std::string_view b);

/// What somebody probably meant who wrote `word`: the first of the nearest `choices` if it is close
/// enough to be a slip of the pen, whatever the case of letters.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> choices);

}  // namespace evac
