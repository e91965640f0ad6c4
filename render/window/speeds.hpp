#pragma once

#include <array>

namespace evac::render {

/// The speeds that keys and the list offer, times real time.
inline constexpr std::array speeds{0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0};

}  // namespace evac::render
