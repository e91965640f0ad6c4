#pragma once

#include <string>

namespace evac {

/// What `evac --version` prints: program, version and the compiler that built it, because a
/// report of a difference between two machines begins with exactly these.
[[nodiscard]] std::string version_text();

}  // namespace evac
