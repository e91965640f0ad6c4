#include "sim/drill/queues.hpp"

#include <algorithm>

namespace evac {

void look_at_queues(Queues& queues, const Crowd& crowd, const Plan& plan) {
    const auto openings = plan.openings.size();
    queues.distance.resize(2 * openings);
    for (std::vector<double>& queue : queues.distance) {
        queue.clear();
    }
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const auto o = static_cast<std::size_t>(crowd.target[slot]);
        if (crowd.mode[slot] != Mode::walking || o >= openings) {
            continue;
        }
        const bool from_second = plan.openings[o].units[1] == crowd.unit[slot];
        queues.distance[static_cast<std::size_t>(passing(static_cast<int>(o), from_second))]
            .push_back(crowd.remaining[slot]);
    }
    for (std::vector<double>& queue : queues.distance) {
        std::sort(queue.begin(), queue.end());
    }
}

int people_before(const Queues& queues, Passing p, double distance) {
    if (queues.distance.empty()) {
        return 0;
    }
    const std::vector<double>& queue = queues.distance[static_cast<std::size_t>(p)];
    return static_cast<int>(std::lower_bound(queue.begin(), queue.end(), distance) - queue.begin());
}

int people_bound_for(const Queues& queues, Passing p) {
    return queues.distance.empty()
               ? 0
               : static_cast<int>(queues.distance[static_cast<std::size_t>(p)].size());
}

}  // namespace evac
