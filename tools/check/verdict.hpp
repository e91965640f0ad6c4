#pragma once

#include "sim/findings/site.hpp"
#include "sim/passage/minimum_cut.hpp"
#include "sim/passage/single_points.hpp"
#include "sim/study/sweep.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <vector>

namespace evac {

/// What the passage graph proves about a building, beside what one drill at the design flow took.
struct Verdict {
    FlowNetwork network;
    MinimumCut cut;
    ClearingBound bound;
    GraphVerdict graph;
    std::optional<DrillResult> design_run;  ///< empty: not run, the crowd is too large to wait for
};

/// `simulate`: also run the drill at the design flow, to be held against the bound.
Verdict judge(const Site& site, bool simulate, int threads);

/// Openings of these arcs of the network, each once, in plan order.
std::vector<int> openings_of(const FlowNetwork& network, const std::vector<int>& arcs);

/// The bound, the cut and the simulated time with the gap between them, each a sentence.
std::vector<Label> verdict_lines(const Site& site, const Verdict& verdict);

/// verdict.json.
nlohmann::ordered_json verdict_json(const Site& site, const Verdict& verdict);

}  // namespace evac
