#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/plan/plan.hpp"

namespace evac {

// Things that are put into a plan for one drill: where they can stand, what they are called, how
// they are written.

/// The first of "thing-1", "thing-2" ... that is no id of the plan.
std::string fresh_thing_id(const Plan& plan);

/// The id of the walkable unit of this level (index) in which the whole polygon stands, as exactly
/// as the check of drill files asks for. Empty if it crosses a wall, stands outside of all, or is
/// no valid polygon.
std::string unit_around(const Plan& plan, int level, const Polygon& polygon);

/// The fixture as an entry of "fixtures" in a drill file, there from the start. Its source is left
/// out: no drawing shows it where it stands now.
nlohmann::ordered_json thing_feature(const Plan& plan, const Fixture& thing);

}  // namespace evac
