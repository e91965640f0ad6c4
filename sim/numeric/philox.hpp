#pragma once

#include <array>
#include <cstdint>

namespace evac {

/// What a random number is for. One word of the counter, so that no two uses ever share a number.
enum class Purpose : std::uint32_t { profile, placement, pre_movement, behaviour };

/// Philox4x32-10 (Salmon et al. 2011): four random words from a key and a counter, no state.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key);

/// The random numbers of one person for one purpose: a pure function of
/// (seed, purpose, person, step, draw).
struct Draw {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::profile;
    std::uint32_t person = 0;
    std::uint32_t step = 0;

    /// Uniform in [0, 1), with 53 random bits.
    double uniform(std::uint32_t draw) const;
    /// Normal with mean 0 and deviation 1.
    double normal(std::uint32_t draw) const;
};

} // namespace evac
