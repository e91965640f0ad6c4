#include "sim/drill/phases.hpp"

#include <bit>

namespace evac {

namespace {

/// The finaliser of MurmurHash3, to spread every bit over the whole word.
std::uint64_t mixed(std::uint64_t word) {
    word ^= word >> 33U;
    word *= 0xff51afd7ed558ccdULL;
    word ^= word >> 33U;
    word *= 0xc4ceb9fe1a85ec53ULL;
    word ^= word >> 33U;
    return word;
}

}  // namespace

std::uint64_t state_hash(const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    std::uint64_t hash = mixed(static_cast<std::uint64_t>(drill.steps) + 1);
    const auto add = [&](std::uint64_t word) { hash = mixed(hash ^ word) + word; };
    const auto add_number = [&](double number) { add(std::bit_cast<std::uint64_t>(number)); };
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        add(static_cast<std::uint64_t>(crowd.id[slot]));
        add_number(crowd.x[slot]);
        add_number(crowd.y[slot]);
        add_number(crowd.vx[slot]);
        add_number(crowd.vy[slot]);
        add(static_cast<std::uint64_t>(crowd.unit[slot]));
        add(static_cast<std::uint64_t>(static_cast<std::int64_t>(crowd.target[slot])));
        add(static_cast<std::uint64_t>(crowd.mode[slot]));
    }
    // Those who have left count by when they did.
    for (const PersonOutcome& person : drill.outcome.people) {
        add_number(person.exit_time);
        add_number(person.assembled_time);
    }
    return hash;
}

}  // namespace evac
