#pragma once

#include "sim/drill/scenario.hpp"
#include "sim/passage/clear_width.hpp"
#include "sim/passage/passage.hpp"

#include <vector>

namespace evac {

/// What was measured on one building with its people before anything is judged: the common ground
/// of all static findings. Things that the drill puts down, locks or blocks at any time count as
/// standing, locked and blocked: an inspection sees the worst hour.
struct Inspection {
    const Plan& plan;
    std::vector<int> people;            ///< per unit: who starts there
    std::vector<char> fixture_present;  ///< per fixture
    std::vector<char> closed;           ///< per opening: locked or blocked
    WalkLengths lengths;                ///< with the fixtures present [m]
    ClearWidths bare;                   ///< nothing movable stands there; built-in furniture does
    ClearWidths standing;               ///< with all fixtures present
    ClearWidths leaves_open;            ///< the same with door leaves swung open
};

}  // namespace evac
