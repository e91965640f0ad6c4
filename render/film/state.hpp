#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/record/replay_info.hpp"

#include <vector>

namespace evac::render {

/// What is shut and what stands around at one moment of a drill.
struct BuildingState {
    enum class Door : char { open, locked, blocked };
    std::vector<Door> doors;     ///< per Plan::openings
    std::vector<char> fixtures;  ///< per Plan::fixtures: it stands there
    enum class Smoke : char { none, some, thick };
    std::vector<Smoke> smoke;  ///< per Plan::units: one sees 10 m, less, less than 3 m

    bool operator==(const BuildingState&) const = default;
};

/// The state at `time` [s] by what happened until then (`events` in order of time).
BuildingState state_at(const ReplayInfo& info, const std::vector<Happening>& events, double time);

}  // namespace evac::render
