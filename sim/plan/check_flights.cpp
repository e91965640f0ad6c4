#include <algorithm>

#include "sim/plan/check_parts.hpp"

namespace evac {

namespace {

/// Openings closer in height than this are at the same end of a flight: less than one step [m].
constexpr double same_end = 0.05;

/// How many different heights the openings have.
int count_ends(std::vector<double> heights) {
    std::sort(heights.begin(), heights.end());
    int ends = heights.empty() ? 0 : 1;
    for (std::size_t i = 1; i < heights.size(); ++i) {
        ends += heights[i] - heights[i - 1] > same_end ? 1 : 0;
    }
    return ends;
}

}  // namespace

void check_flights(PlanCheck& check) {
    const std::vector<std::vector<int>> openings = openings_by_unit(check.plan);
    for (std::size_t i = 0; i < check.plan.units.size(); ++i) {
        const Unit& unit = check.plan.units[i];
        if (unit.kind != UnitKind::flight) {
            continue;
        }
        std::vector<double> heights;
        for (const int opening : openings[i]) {
            heights.push_back(check.plan.openings[static_cast<std::size_t>(opening)].elevation);
        }
        const int ends = count_ends(heights);
        constexpr int foot_and_head = 2;
        if (ends == foot_and_head) {
            continue;
        }
        if (openings[i].size() >= foot_and_head && ends == 1) {
            check.add(unit.id, message(MessageId::plan_flight_level, shown(heights.front())),
                      message(MessageId::plan_flight_level_remedy));
        } else {
            check.add(unit.id, message(MessageId::plan_flight_ends, ends),
                      message(MessageId::plan_flight_ends_remedy));
        }
    }
}

}  // namespace evac
