#pragma once

#include "sim/drill/drill.hpp"
#include "sim/text/label.hpp"

#include <optional>
#include <string>
#include <vector>

namespace evac {

/// One of the numbers that a run ends with, as terminal and report have it.
struct RunFigure {
    MessageId what{};
    std::string value;
    bool alarming = false;
};

/// How many are out, inside and overcome, and when the first and the last were out.
std::vector<RunFigure> run_figures(const Outcome& outcome);

/// What burnt, how many were in the smoke, and what became of them: one sentence. Nothing for a
/// drill without smoke or fire.
std::optional<Label> hazard_line(const Scenario& scenario, const Outcome& outcome);

}  // namespace evac
