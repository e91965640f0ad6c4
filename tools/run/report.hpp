#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"

#include <string>
#include <vector>

namespace evac {

/// The short table that ends a run: out and inside, first and last, when the roll call is complete,
/// levels, exits, the slowest three openings, and who is still inside and why.
std::vector<std::string> outcome_table(const Scenario& scenario, const std::vector<Person>& people,
                                       const Outcome& outcome, Language language);

}  // namespace evac
