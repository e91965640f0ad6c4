#pragma once

#include <array>

namespace evac {

/// Fruin's levels of service A (free) to F (standstill), after J. J. Fruin, "Pedestrian Planning
/// and Design", 1971: a level begins at its density and ends where the next one begins
/// [persons/m2].
using LevelsOfService = std::array<double, 6>;

inline constexpr LevelsOfService walkway_service{0.0, 0.31, 0.43, 0.72, 1.08, 2.17};
inline constexpr LevelsOfService stair_service{0.0, 0.54, 0.72, 1.08, 1.54, 2.69};

/// 'A' to 'F' for a density [persons/m2].
constexpr char level_of_service(const LevelsOfService& levels, double density) {
    char letter = 'A';
    for (std::size_t i = 1; i < levels.size() && density >= levels[i]; ++i) {
        ++letter;
    }
    return letter;
}

}  // namespace evac
