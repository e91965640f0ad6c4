#include "sim/version.hpp"

namespace evac {

std::string_view version() {
    return EVAC_VERSION;
}

}  // namespace evac
