#include "tools/cli/version_text.hpp"

#include <fmt/core.h>

#include "sim/version.hpp"

namespace evac {

std::string version_text() {
#if defined(__clang__)
    constexpr const char* compiler = __VERSION__;
#else
    constexpr const char* compiler = "g++ " __VERSION__;
#endif
    return fmt::format("evac {} ({})", version(), compiler);
}

}  // namespace evac
