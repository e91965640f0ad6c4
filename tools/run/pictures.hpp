#pragma once

#include "sim/drill/drill.hpp"
#include "sim/record/density.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// All pictures of a finished drill into `folder`: plan, heat map and trajectories of every level,
/// and the evacuation curve. Ways are read back from the replay in the folder.
void write_pictures(const std::filesystem::path& folder, const Drill& drill,
                    const std::vector<DensityMap>& densities, Language language);

}  // namespace evac
