#include "sim/drill/exit_ahead.hpp"

namespace evac {

int exit_ahead(const Drill& drill, std::size_t slot) {
    const Plan& plan = drill.plan();
    const int opening = drill.crowd.target[slot];
    if (opening < 0 || opening >= static_cast<int>(plan.openings.size())) {
        return -1;
    }
    const Mind& mind = drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])];
    const auto table = drill.routes.tables.find({mind.following, mind.known});
    if (table == drill.routes.tables.end()) {
        return -1;  // forgotten when a door was opened; the next choice makes it anew
    }
    const bool from_second =
        plan.openings[static_cast<std::size_t>(opening)].units[1] == drill.crowd.unit[slot];
    Passing p = passing(opening, from_second);
    while (p >= 0 && !leads_out(plan, p)) {
        p = table->second.next[static_cast<std::size_t>(p)];
    }
    return p < 0 ? -1 : opening_of(p);
}

}  // namespace evac
