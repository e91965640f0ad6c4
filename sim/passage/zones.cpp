#include "sim/passage/zones.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <algorithm>
#include <limits>

namespace evac {

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

const Opening& opening_at(const Plan& plan, Passing p) {
    return plan.openings[static_cast<std::size_t>(opening_of(p))];
}


/// Adds the zones of one unit: openings joined by ways, each with all others it can reach.
void add_zones(Zones& zones, int unit, const std::vector<int>& openings,
               const std::vector<double>& between) {
    std::vector<int>& zone_of = zones.of_opening[static_cast<std::size_t>(unit)];
    const std::size_t count = openings.size();
    zone_of.assign(count, -1);
    const auto joined = [&](std::size_t a, std::size_t b) {
        return between[a * count + b] < no_way || between[b * count + a] < no_way;
    };
    const auto add = [&] {
        const int index = static_cast<int>(zones.zones.size());
        zones.zones.push_back({unit, {}});
        zones.of_unit[static_cast<std::size_t>(unit)].push_back(index);
        return index;
    };
    for (std::size_t first = 0; first < count; ++first) {
        if (zone_of[first] >= 0) {
            continue;
        }
        const int zone = add();
        std::vector<std::size_t> open{first};
        zone_of[first] = zone;
        while (!open.empty()) {
            const std::size_t here = open.back();
            open.pop_back();
            for (std::size_t next = 0; next < count; ++next) {
                if (zone_of[next] < 0 && joined(here, next)) {
                    zone_of[next] = zone;
                    open.push_back(next);
                }
            }
        }
    }
    if (count == 0) {
        add();  // a room without a door: people in it belong somewhere too
    }
    for (std::size_t i = 0; i < count; ++i) {
        zones.zones[static_cast<std::size_t>(zone_of[i])].openings.push_back(openings[i]);
    }
}

int zone_at(const Zones& zones, const Plan& plan, int unit, int opening) {
    if (unit == outside || !walkable(plan.units[static_cast<std::size_t>(unit)])) {
        return -1;
    }
    for (const int zone : zones.of_unit[static_cast<std::size_t>(unit)]) {
        const std::vector<int>& openings = zones.zones[static_cast<std::size_t>(zone)].openings;
        if (std::binary_search(openings.begin(), openings.end(), opening)) {
            return zone;
        }
    }
    return -1;
}

}  // namespace

Zones find_zones(const Plan& plan, const WalkLengths& lengths) {
    Zones zones;
    zones.of_unit.resize(plan.units.size());
    zones.of_opening.resize(plan.units.size());
    const std::vector<std::vector<int>> by_unit = openings_by_unit(plan);
    for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
        if (walkable(plan.units[unit])) {
            add_zones(zones, static_cast<int>(unit), by_unit[unit],
                      lengths.between_openings[unit]);
        }
    }
    return zones;
}

int zone_before(const Plan& plan, const Zones& zones, Passing p) {
    return zone_at(zones, plan, unit_before(plan, p), opening_of(p));
}

int zone_after(const Plan& plan, const Zones& zones, Passing p) {
    return zone_at(zones, plan, unit_after(plan, p), opening_of(p));
}

bool passable(const Plan& plan, const std::vector<char>& closed, Passing p) {
    const Opening& opening = opening_at(plan, p);
    const bool against_one_way = opening.one_way == (p % 2 == 0 ? -1 : 1);
    const int from = unit_before(plan, p);
    const int to = unit_after(plan, p);
    return closed[static_cast<std::size_t>(opening_of(p))] == 0 && !against_one_way &&
           from != outside && walkable(plan.units[static_cast<std::size_t>(from)]) &&
           (to == outside || walkable(plan.units[static_cast<std::size_t>(to)]));
}

WayGraph build_way_graph(const Plan& plan, const Zones& zones, const std::vector<char>& closed) {
    const std::size_t passings = 2 * plan.openings.size();
    WayGraph ways{WayGraph::Graph(zones.count() + passings + 1), zones.count()};
    for (Passing p = 0; p < static_cast<int>(passings); ++p) {
        if (!passable(plan, closed, p)) {
            continue;
        }
        const int from = zone_before(plan, zones, p);
        const int to = zone_after(plan, zones, p);
        boost::add_edge(static_cast<std::size_t>(from), ways.passing(p), ways.graph);
        if (leads_out(plan, p)) {
            boost::add_edge(ways.passing(p), ways.out(), ways.graph);
        } else if (to >= 0) {
            boost::add_edge(ways.passing(p), static_cast<std::size_t>(to), ways.graph);
        }
    }
    return ways;
}

std::vector<char> leading_out(const WayGraph& ways) {
    std::vector<boost::default_color_type> colour(boost::num_vertices(ways.graph),
                                                  boost::white_color);
    const auto backwards = boost::make_reverse_graph(ways.graph);
    boost::breadth_first_search(backwards, ways.out(), boost::color_map(colour.data()));
    std::vector<char> leads(colour.size());
    std::transform(colour.begin(), colour.end(), leads.begin(),
                   [](boost::default_color_type c) { return c == boost::black_color ? 1 : 0; });
    return leads;
}

}  // namespace evac
