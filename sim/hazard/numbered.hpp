#pragma once

#include <cstddef>

namespace evac {

/// Rooms, openings and vertices are numbered by int, because -1 is what is none of them (the open
/// air, the ground): the place of a number in a vector.
constexpr std::size_t at(int number) {
    return static_cast<std::size_t>(number);
}

}  // namespace evac
