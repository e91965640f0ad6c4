#pragma once

#include <string_view>

namespace evac::render {

/// The style sheet of every report: for screens, and for A4 paper.
extern const std::string_view report_style;

}  // namespace evac::render
