#pragma once

#include "render/footage/footage.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace evac {

/// Opens a result (its folder, NAME.incomplete, its replay) or starts a scenario (drill, plan, a
/// folder with one) with so many threads and, where one is given, another seed. Throws InputError.
render::Watched open_source(const std::filesystem::path& path,
                            const std::optional<std::int64_t>& seed, int threads);

/// As many threads as a drill may take while somebody watches.
int watching_threads();

}  // namespace evac
