#pragma once

#include "render/footage/footage.hpp"
#include "tools/view/view.hpp"

#include <vector>

namespace evac {

/// Opens the window on one drill or two and returns when it is closed. What was not asked for is as
/// it was the last time. Throws InputError where there is no display.
int open_window(const ViewOptions& options, std::vector<render::Watched> drills);

}  // namespace evac
