#include "sim/findings/life_passages.hpp"

namespace evac {

std::vector<LifePassage> life_passages(const Inspection& inspection) {
    const Plan& plan = inspection.plan;
    const std::vector<char>& closed = inspection.closed;
    const auto standing = widest_ways_out(plan, inspection.standing, closed);
    const auto bare = widest_ways_out(plan, inspection.bare, closed);
    const auto leaves = widest_ways_out(plan, inspection.leaves_open, closed);
    std::vector<LifePassage> passages;
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        if (inspection.people[u] > 0 && plan.units[u].kind != UnitKind::outdoors) {
            passages.push_back(
                {static_cast<int>(u), inspection.people[u], standing[u], bare[u], leaves[u]});
        }
    }
    return passages;
}

}  // namespace evac
