#include "sim/passage/single_points.hpp"

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/dominator_tree.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace evac {

namespace {

constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// Per vertex of the way graph: the nearest vertex that every way from it to the open air leads
/// through, `nothing` where no way leads there. These are the immediate dominators seen from the
/// open air backwards; vertices without a way are left out, as the algorithm asks for.
std::vector<std::size_t> next_single_points(const WayGraph& ways) {
    const std::vector<char> leads = leading_out(ways);
    const std::size_t count = leads.size();
    std::vector<std::size_t> compact(count, nothing);
    std::vector<std::size_t> original;
    for (std::size_t v = 0; v < count; ++v) {
        if (leads[v]) {
            compact[v] = original.size();
            original.push_back(v);
        }
    }
    WayGraph::Graph backwards(original.size());
    for (const auto edge : boost::make_iterator_range(boost::edges(ways.graph))) {
        const std::size_t from = compact[boost::source(edge, ways.graph)];
        const std::size_t to = compact[boost::target(edge, ways.graph)];
        if (from != nothing && to != nothing) {
            boost::add_edge(to, from, backwards);
        }
    }
    std::vector<std::size_t> dominator(original.size(), nothing);
    boost::lengauer_tarjan_dominator_tree(
        backwards, compact[ways.out()],
        boost::make_iterator_property_map(dominator.begin(),
                                          boost::get(boost::vertex_index, backwards)));
    std::vector<std::size_t> next(count, nothing);
    for (std::size_t v = 0; v < original.size(); ++v) {
        if (dominator[v] != nothing) {
            next[original[v]] = original[dominator[v]];
        }
    }
    return next;
}

std::vector<SinglePoint> single_points(const Zones& zones, const WayGraph& ways) {
    const std::vector<std::size_t> next = next_single_points(ways);
    std::map<int, std::set<int>> of_opening;
    std::map<int, std::set<int>> of_unit;
    for (std::size_t zone = 0; zone < zones.count(); ++zone) {
        for (std::size_t v = next[zone]; v != nothing && v != ways.out(); v = next[v]) {
            if (v < ways.zones) {
                of_unit[zones.zones[v].unit].insert(static_cast<int>(zone));
            } else {
                of_opening[opening_of(static_cast<Passing>(v - ways.zones))].insert(
                    static_cast<int>(zone));
            }
        }
    }
    std::vector<SinglePoint> points;
    for (const auto& [opening, behind] : of_opening) {
        points.push_back({opening, -1, {behind.begin(), behind.end()}});
    }
    for (const auto& [unit, behind] : of_unit) {
        points.push_back({-1, unit, {behind.begin(), behind.end()}});
    }
    return points;
}

/// Vertices of the building without directions: zones, then openings, then the open air. Openings
/// are vertices so that two doors between the same rooms are no parallel edges.
std::vector<std::size_t> articulation_vertices(const Plan& plan, const Zones& zones,
                                               const std::vector<char>& closed) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    const std::size_t openings = plan.openings.size();
    Graph graph(zones.count() + openings + 1);
    for (std::size_t o = 0; o < openings; ++o) {
        for (const bool from_second : {false, true}) {
            const Passing p = passing(static_cast<int>(o), from_second);
            const int from = zone_before(plan, zones, p);
            if (!closed[o] && from >= 0) {
                boost::add_edge(static_cast<std::size_t>(from), zones.count() + o, graph);
            }
            if (passable(plan, closed, p) && leads_out(plan, p)) {
                boost::add_edge(zones.count() + o, zones.count() + openings, graph);
            }
        }
    }
    std::vector<std::size_t> points;
    boost::articulation_points(graph, std::back_inserter(points));
    std::sort(points.begin(), points.end());
    return points;
}

}  // namespace

GraphVerdict judge_graph(const Plan& plan, const Zones& zones, const std::vector<char>& closed) {
    const WayGraph ways = build_way_graph(plan, zones, closed);
    GraphVerdict verdict;
    const std::vector<char> leads = leading_out(ways);
    for (std::size_t zone = 0; zone < zones.count(); ++zone) {
        const Unit& unit = plan.units[static_cast<std::size_t>(zones.zones[zone].unit)];
        if (!leads[zone] && unit.kind != UnitKind::outdoors) {
            verdict.zones_without_way_out.push_back(static_cast<int>(zone));
        }
    }
    verdict.single_points = single_points(zones, ways);
    for (const std::size_t v : articulation_vertices(plan, zones, closed)) {
        if (v < zones.count()) {
            verdict.articulation_units.push_back(zones.zones[v].unit);
        } else if (v < zones.count() + plan.openings.size()) {
            verdict.bridge_openings.push_back(static_cast<int>(v - zones.count()));
        }
    }
    const auto last = std::unique(verdict.articulation_units.begin(),
                                  verdict.articulation_units.end());
    verdict.articulation_units.erase(last, verdict.articulation_units.end());
    return verdict;
}

}  // namespace evac
