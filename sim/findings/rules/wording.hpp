#pragma once

#include "sim/findings/finding.hpp"
#include "sim/findings/rules/quantities.hpp"
#include "sim/findings/rules/rule_set.hpp"

#include <string>
#include <vector>

namespace evac {

/// The finding that a rule is not kept; its texts say what was measured, the limit, the margin, the
/// clause, how well we know it, and which other clauses judge the same.
///
/// Placeholders of a rule's texts: {name} (the element), {id}, {measured}, {limit}, {margin},
/// {people}, {also}, {unit_name} and the name of any fact.
Finding finding_of(const Rule& rule, const Measurement& measurement, double limit,
                   const std::vector<std::string>& other_clauses, const Plan& plan,
                   bool ask_for_year);

}  // namespace evac
