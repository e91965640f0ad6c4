#pragma once

#include <string_view>

namespace evac {

/// The version of the project as CMakeLists.txt states it, "major.minor.patch". It goes into
/// every result, because the same drill has the same bits only within one version.
[[nodiscard]] std::string_view version();

}  // namespace evac
