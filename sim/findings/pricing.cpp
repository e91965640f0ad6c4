#include "sim/findings/pricing.hpp"

#include "sim/passage/minimum_cut.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

namespace evac {

namespace {

struct Estimate {
    double time = 0.0;  ///< clearing time with narrow places at the design flow [s]
    int cut_off = 0;
};

Estimate estimate(FlowSite site, const ClearWidths& bare, const ClearWidths& standing) {
    site.bare = &bare;
    site.standing = &standing;
    const FlowNetwork network = build_flow_network(site);
    return {clearing_bound(network).time, network.cut_off};
}

}  // namespace

Pricing price_by_graph(const Site& site) {
    const Estimate before = estimate(site.flow_site(site.inspection.closed),
                                     site.inspection.bare, site.inspection.standing);
    return [&site, before](const std::vector<int>& fixtures, const std::vector<int>& openings) {
        const MendedSite mended = mend(site, fixtures, openings);
        const Estimate after = estimate(
            {site.plan(), mended.zones, mended.walks, mended.departures, mended.closed},
            site.inspection.bare, mended.standing);
        return Price{std::max(0.0, before.time - after.time),
                     std::max(0, before.cut_off - after.cut_off), false};
    };
}

Pricing remembering(Pricing pricing) {
    using Known = std::map<std::pair<std::vector<int>, std::vector<int>>, Price>;
    // Shared, for a Pricing is handed on by copy.
    return [pricing = std::move(pricing), known = std::make_shared<Known>()](
               const std::vector<int>& fixtures, const std::vector<int>& openings) {
        auto key = std::pair(fixtures, openings);
        std::sort(key.first.begin(), key.first.end());
        std::sort(key.second.begin(), key.second.end());
        const auto at = known->find(key);
        return at != known->end() ? at->second
                                  : known->emplace(key, pricing(fixtures, openings)).first->second;
    };
}

std::string gain_text(const Price& price, Language language) {
    if (price.people > 0) {
        return say(language, MessageId::finding_gain_people, price.people);
    }
    if (std::lround(price.seconds) < 1) {
        return say(language, MessageId::finding_gain_none);
    }
    return say(language,
               price.simulated ? MessageId::finding_gain_simulated
                               : MessageId::finding_gain_calculated,
               std::lround(price.seconds));
}

}  // namespace evac
