#pragma once

#include "sim/drill/drill.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace evac::scenes {

// Drills of tiny plans. Everybody is an adult who starts at once and walks at 1.34 m/s, so that
// expected times can be reckoned by hand.

/// Nobody yet: alarm at 0 s, one profile "adult", time limit 600 s.
Scenario quiet_drill(Plan plan);

/// A group "id" of `count` people in `unit`; returns its index.
int add_group(Scenario& scenario, const std::string& id, const std::string& unit, int count);

/// The index of an element that must be there.
int opening(const Scenario& scenario, const std::string& id);

/// Runs to the end, `after_step` after every step, and concludes.
void run(Drill& drill, const std::function<void()>& after_step = {});

}  // namespace evac::scenes
