#include "sim/passage/least_walks.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

double distance_between(const Segment& s, const Segment& t) {
    if (intersects(s, t)) {
        return 0.0;
    }
    return std::min({distance(s, t.a), distance(s, t.b), distance(t, s.a), distance(t, s.b)});
}

}  // namespace

double least_length(const Segment& from, const Segment& to, double measured) {
    constexpr double lattice_share = 0.9;
    constexpr double lattice_slack = 0.5;  // m
    return std::max(distance_between(from, to),
                    lattice_share * measured - 0.5 * from.length() - lattice_slack);
}

std::vector<LeastWalk> least_walks(const Plan& plan, const WalkLengths& lengths,
                                   const Departures& departures) {
    std::vector<LeastWalk> walks;
    const std::vector<std::vector<int>> by_unit = openings_by_unit(plan);
    std::vector<Segment> lines;
    for (const Opening& opening : plan.openings) {
        lines.push_back(opening.clear_line());
    }
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        if (!walkable(plan.units[u])) {
            continue;
        }
        const std::vector<int>& openings = by_unit[u];
        const double speed = plan.units[u].kind == UnitKind::flight ? departures.flight_speed
                                                                    : departures.speed;
        const auto from_unit = [&](int opening) {
            const bool second =
                plan.openings[static_cast<std::size_t>(opening)].units[1] == static_cast<int>(u);
            return passing(opening, second);
        };
        for (std::size_t a = 0; a < openings.size(); ++a) {
            const Passing in = from_unit(openings[a]) ^ 1;  // the other direction of the opening
            for (std::size_t b = 0; b < openings.size(); ++b) {
                const double measured = lengths.between_openings[u][a * openings.size() + b];
                if (a != b && measured < std::numeric_limits<double>::infinity()) {
                    const auto from = static_cast<std::size_t>(openings[a]);
                    const auto to = static_cast<std::size_t>(openings[b]);
                    const double length = least_length(lines[from], lines[to], measured) -
                                          departures.reach[from] - departures.reach[to];
                    walks.push_back({in, from_unit(openings[b]), std::max(0.0, length) / speed});
                }
            }
        }
    }
    return walks;
}

}  // namespace evac
