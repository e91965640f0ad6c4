#pragma once

#include "sim/drill/drill.hpp"

namespace evac {

/// The exit that the person in this slot is walking to now, if nothing happens on the way: an index
/// into Plan::openings; -1 for somebody who stands, is out, or knows no way.
int exit_ahead(const Drill& drill, std::size_t slot);

}  // namespace evac
