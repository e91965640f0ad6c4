#include "sim/findings/reach.hpp"

#include <algorithm>
#include <deque>

namespace evac {

std::set<int> units_reached(const Site& site, int unit) {
    const Plan& plan = site.plan();
    std::set<int> reached{unit};
    std::vector<int> open{unit};
    while (!open.empty()) {
        const int here = open.back();
        open.pop_back();
        for (Passing p = 0; p < 2 * static_cast<int>(plan.openings.size()); ++p) {
            const int next = unit_after(plan, p);
            if (unit_before(plan, p) == here && next != outside &&
                passable(plan, site.inspection.closed, p) && reached.insert(next).second) {
                open.push_back(next);
            }
        }
    }
    return reached;
}

std::vector<int> closed_on_the_way(const Site& site, int unit) {
    const Plan& plan = site.plan();
    constexpr int unreached = -1;
    std::vector<int> closed(plan.units.size(), unreached);  // openings to be opened up to here
    std::vector<Passing> came(plan.units.size(), unreached);
    std::deque<int> open{unit};
    closed[static_cast<std::size_t>(unit)] = 0;
    Passing out = unreached;
    int least = 0;
    while (!open.empty()) {
        const int here = open.front();
        open.pop_front();
        for (Passing p = 0; p < 2 * static_cast<int>(plan.openings.size()); ++p) {
            const int next = unit_after(plan, p);
            if (unit_before(plan, p) != here) {
                continue;
            }
            const bool free = passable(plan, site.inspection.closed, p);
            const int cost = closed[static_cast<std::size_t>(here)] + (free ? 0 : 1);
            if (leads_out(plan, p)) {
                if (out == unreached || cost < least) {
                    out = p;
                    least = cost;
                }
            } else if (next != outside && walkable(unit_at(plan, next))) {
                int& known = closed[static_cast<std::size_t>(next)];
                if (known == unreached || cost < known) {
                    known = cost;
                    came[static_cast<std::size_t>(next)] = p;
                    free ? open.push_front(next) : open.push_back(next);
                }
            }
        }
    }
    std::vector<int> doors;
    for (Passing p = out; p != unreached;
         p = unit_before(plan, p) == unit ? unreached
                                          : came[static_cast<std::size_t>(unit_before(plan, p))]) {
        if (!passable(plan, site.inspection.closed, p)) {
            doors.push_back(opening_of(p));
        }
    }
    std::reverse(doors.begin(), doors.end());
    return doors;
}

}  // namespace evac
