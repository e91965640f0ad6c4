#pragma once

#include "sim/findings/finding.hpp"

#include <string>
#include <vector>

namespace evac {

/// A measured value as people read it: "0.70 m", "12 people", "53 person-minutes". Units are those
/// of Finding::unit; one that is not known stands as it is.
std::string quantity_text(double value, const std::string& unit, Language language);

/// A line of what a finding says in numbers.
struct FindingFact {
    MessageId name;
    Label words;
};

/// What was measured, against what, by which clause, what it costs and whom it concerns; only what
/// there is. Findings that merely say that something is there ("1 thing, limit 0") have no numbers.
std::vector<FindingFact> facts_of(const Finding& finding);

}  // namespace evac
