#pragma once

#include "sim/drill/drill.hpp"

#include <vector>

namespace evac {

/// The groups that keep together, with their people: all parts of a group, the first person of
/// which leads. Also those who must be carried, with their helpers.
std::vector<Company> companies_of(const Scenario& scenario, const std::vector<Person>& people);

}  // namespace evac
