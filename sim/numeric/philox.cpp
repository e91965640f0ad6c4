#include "sim/numeric/philox.hpp"

#include "sim/numeric/elementary.hpp"

#include <cmath>

namespace evac {

namespace {

// The constants of Salmon et al. 2011: two odd multipliers found by search, and the golden ratio
// and sqrt(3) - 1 as increments of the key.
constexpr std::uint64_t multiplier_0 = 0xD2511F53;
constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
constexpr std::uint32_t key_step_0 = 0x9E3779B9;
constexpr std::uint32_t key_step_1 = 0xBB67AE85;
constexpr int rounds = 10;

constexpr std::uint32_t high_word(std::uint64_t value) {
    return static_cast<std::uint32_t>(value >> 32U);
}
constexpr std::uint32_t low_word(std::uint64_t value) {
    return static_cast<std::uint32_t>(value);
}

std::array<std::uint32_t, 4> words(const Draw& draw, std::uint32_t number) {
    return philox({number, draw.person, draw.step, static_cast<std::uint32_t>(draw.purpose)},
                  {low_word(draw.seed), high_word(draw.seed)});
}

/// 53 bits of two words as a number in [0, 1).
double unit_interval(std::uint32_t first, std::uint32_t second) {
    constexpr double two_to_26 = 67108864.0;
    constexpr double two_to_minus_53 = 1.0 / 9007199254740992.0;
    const double high = static_cast<double>(first >> 5U);  // 27 bits
    const double low = static_cast<double>(second >> 6U);  // 26 bits
    return (high * two_to_26 + low) * two_to_minus_53;
}

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t product_0 = multiplier_0 * counter[0];
        const std::uint64_t product_1 = multiplier_1 * counter[2];
        counter = {high_word(product_1) ^ counter[1] ^ key[0], low_word(product_1),
                   high_word(product_0) ^ counter[3] ^ key[1], low_word(product_0)};
        key[0] += key_step_0;
        key[1] += key_step_1;
    }
    return counter;
}

double Draw::uniform(std::uint32_t draw) const {
    const auto word = words(*this, draw);
    return unit_interval(word[0], word[1]);
}

double Draw::normal(std::uint32_t draw) const {
    // Box and Muller 1958. One block of four words gives both uniform numbers.
    constexpr double two_pi = 6.283185307179586;
    const auto word = words(*this, draw);
    const double above_zero = 1.0 - unit_interval(word[0], word[1]);
    const double turn = unit_interval(word[2], word[3]);
    return std::sqrt(-2.0 * exact_log(above_zero)) * exact_cos(two_pi * turn);
}

}  // namespace evac
