#pragma once

#include "sim/plan/plan.hpp"

#include <nlohmann/json.hpp>

namespace evac::drawing {

/// A five-storey teaching building of a secondary school: 30 classrooms, two dog-leg stairs of
/// different width, and outside it a forecourt and a field with a box for every class.
Plan school_plan();

/// A fire drill in lesson time: every class led by its teacher, each to its stair and its box.
nlohmann::json school_drill();

/// The same drill with every class in two files behind its teacher.
nlohmann::json school_files_drill();

/// The same classes after a hold of 60 s under the desks; the lowest floor goes first.
nlohmann::json school_earthquake_drill();

/// The fire drill with a fire of solvents in the chemistry laboratory on the third floor.
nlohmann::json school_laboratory_drill();

}  // namespace evac::drawing
