#include "sim/study/price_by_drills.hpp"

#include "sim/study/sweep.hpp"

#include <algorithm>

namespace evac {

Pricing price_by_drills(const Site& site, int threads, const std::function<bool()>& go_on) {
    const DrillResult as_found = run_drill(site.scenario, threads, go_on);
    return [&site, threads, go_on, clearing_time = as_found.clearing_time, inside = as_found.inside,
            by_graph = price_by_graph(site)](const std::vector<int>& fixtures,
                                             const std::vector<int>& openings) {
        const Price estimate = by_graph(fixtures, openings);
        const DrillResult mended =
            run_drill(mended_drill(site.scenario, fixtures, openings), threads, go_on);
        if (!clearing_time) {
            // Also people whom the graph sees no harm for: they stood before what nobody passes.
            return Price{estimate.seconds, std::max(estimate.people, inside - mended.inside),
                         false};
        }
        if (!mended.clearing_time) {
            return estimate;
        }
        return Price{std::max(0.0, *clearing_time - *mended.clearing_time), estimate.people, true};
    };
}

}  // namespace evac
