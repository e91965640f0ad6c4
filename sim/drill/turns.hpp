#pragma once

#include "sim/drill/drill.hpp"

#include <cstdint>

namespace evac {

// Nobody thinks anew in every step. Each person glances round every `glance_period` seconds, not
// all at the same moment: a crowd of which everybody decides at once sways to and fro.

inline constexpr int glance_period = 2;       ///< [s]
inline constexpr int glances_per_second = 4;  ///< moments in a second at which some glance round

/// Steps from one of these moments to the next.
inline std::int64_t glance_steps(const Drill& drill) {
    const auto per_second = static_cast<std::int64_t>(1.0 / drill.scenario.step + 0.5);
    return per_second < glances_per_second ? 1 : per_second / glances_per_second;
}

/// Whether anybody glances round in this step.
inline bool glance_due(const Drill& drill) {
    return drill.steps % glance_steps(drill) == 0;
}

/// Whether this person does.
inline bool glances_now(const Drill& drill, int person) {
    constexpr std::int64_t turns = glance_period * glances_per_second;
    return glance_due(drill) && (drill.steps / glance_steps(drill)) % turns == person % turns;
}

// Which draws of Purpose::behaviour (person, step) are for what.
inline constexpr std::uint32_t change_way_draw = 0;
inline constexpr std::uint32_t notice_sign_draw = 1;
inline constexpr std::uint32_t follow_others_draw = 2;
inline constexpr std::uint32_t flee_draw = 3;

}  // namespace evac
