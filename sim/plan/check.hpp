#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/problem.hpp"

#include <vector>

namespace evac {

/// Two units of one level may share this much, no more: rounding, not a drawing error [m2].
inline constexpr double overlap_tolerance = 1e-4;

/// An opening must come this near to both its units [m].
inline constexpr double touch_tolerance = 0.05;

/// Defects of the geometry and topology that make a plan unusable: invalid or overlapping polygons,
/// openings that do not touch their units, widths not positive or wider than their line, fixtures
/// and assembly areas outside their unit, flights without two ends. Empty when the plan is sound.
std::vector<Problem> check_plan(const Plan& plan);

/// The same for a plan of which parts are known to be missing, without the questions that need all
/// of it, such as whether a flight has both its ends.
std::vector<Problem> check_what_is_there(const Plan& plan);

/// A valid polygon that stands in its unit.
std::vector<Problem> check_fixture(const Plan& plan, const Fixture& fixture);

}  // namespace evac
