#include "sim/passage/minimum_cut.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>

#include <algorithm>
#include <limits>

namespace evac {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct PipeVertex {
    boost::default_color_type colour{};
    double distance = 0.0;
    Traits::edge_descriptor predecessor;
};
struct Pipe {
    double capacity = 0.0;
    double residual = 0.0;
    Traits::edge_descriptor reverse;
};
using PipeGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, PipeVertex, Pipe>;

constexpr double rounding = 1e-9;

struct Flow {
    double value = 0.0;
    std::vector<char> inner;  ///< per vertex: on the side of the people
};

void add_pipe(PipeGraph& graph, std::size_t from, std::size_t to, double capacity) {
    const auto there = boost::add_edge(from, to, Pipe{capacity, 0.0, {}}, graph).first;
    const auto back = boost::add_edge(to, from, Pipe{0.0, 0.0, {}}, graph).first;
    graph[there].reverse = back;
    graph[back].reverse = there;
}

/// What can be reached from the people through pipes that are not full: the inner side of the
/// smallest minimum cut, nearest to the people.
std::vector<char> reachable(const PipeGraph& graph, std::size_t source) {
    std::vector<char> seen(boost::num_vertices(graph), 0);
    std::vector<std::size_t> open{source};
    seen[source] = 1;
    while (!open.empty()) {
        const std::size_t here = open.back();
        open.pop_back();
        for (const auto edge : boost::make_iterator_range(boost::out_edges(here, graph))) {
            const std::size_t next = boost::target(edge, graph);
            if (!seen[next] && graph[edge].residual > rounding) {
                seen[next] = 1;
                open.push_back(next);
            }
        }
    }
    return seen;
}

/// Maximum flow from the people (`supply` per vertex) to the open air with these capacities.
Flow maximum_flow(const FlowNetwork& network, const std::vector<double>& supply,
                  const std::vector<double>& capacity) {
    const auto vertices = static_cast<std::size_t>(network.vertices);
    const std::size_t out = vertices;
    const std::size_t source = vertices + 1;
    PipeGraph graph(vertices + 2);
    for (std::size_t v = 0; v < vertices; ++v) {
        if (supply[v] > 0.0) {
            add_pipe(graph, source, v, supply[v]);
        }
    }
    for (std::size_t a = 0; a < network.arcs.size(); ++a) {
        if (capacity[a] > 0.0) {
            add_pipe(graph, static_cast<std::size_t>(network.arcs[a].from),
                     static_cast<std::size_t>(network.arcs[a].to), capacity[a]);
        }
    }
    Flow flow;
    flow.value = boost::boykov_kolmogorov_max_flow(
        graph, boost::get(&Pipe::capacity, graph), boost::get(&Pipe::residual, graph),
        boost::get(&Pipe::reverse, graph), boost::get(&PipeVertex::predecessor, graph),
        boost::get(&PipeVertex::colour, graph), boost::get(&PipeVertex::distance, graph),
        boost::get(boost::vertex_index, graph), source, out);
    flow.inner = reachable(graph, source);
    return flow;
}

std::vector<int> arcs_across(const FlowNetwork& network, const std::vector<char>& inner) {
    std::vector<int> arcs;
    for (std::size_t a = 0; a < network.arcs.size(); ++a) {
        const FlowArc& arc = network.arcs[a];
        if (inner[static_cast<std::size_t>(arc.from)] && !inner[static_cast<std::size_t>(arc.to)]) {
            arcs.push_back(static_cast<int>(a));
        }
    }
    return arcs;
}

int people_within(const FlowNetwork& network, const std::vector<char>& inner) {
    int people = 0;
    for (std::size_t v = 0; v < network.people.size(); ++v) {
        people += inner[v] ? network.people[v] : 0;
    }
    return people;
}

const FlowArc& arc_at(const FlowNetwork& network, int arc) {
    return network.arcs[static_cast<std::size_t>(arc)];
}

/// The first moment at which somebody who passed the arc can be out.
double opens(const FlowArc& arc) {
    return arc.earliest + arc.to_end;
}

/// People who can have passed the arc in time to be out at `time`. Always reckoned from opens():
/// another order of the same sum may round to just before it and lose the burst.
double passed_by(const FlowArc& arc, double time) {
    const double window = time - opens(arc);
    return window < 0.0 ? 0.0 : arc.burst + arc.capacity * window;
}

/// The first moment by which `people` can have passed the cut.
double time_to_pass(const FlowNetwork& network, const std::vector<int>& cut, double people) {
    std::vector<double> openings;
    for (const int a : cut) {
        openings.push_back(opens(arc_at(network, a)));
    }
    std::sort(openings.begin(), openings.end());
    for (std::size_t k = 0; k < openings.size(); ++k) {
        double passed = 0.0;
        double capacity = 0.0;
        for (const int a : cut) {
            const FlowArc& arc = arc_at(network, a);
            if (opens(arc) <= openings[k]) {
                passed += passed_by(arc, openings[k]);
                capacity += arc.capacity;
            }
        }
        const double time =
            openings[k] + (capacity > 0.0 ? std::max(0.0, people - passed) / capacity : 0.0);
        if (k + 1 == openings.size() || time <= openings[k + 1]) {
            return time;
        }
    }
    return 0.0;
}

}  // namespace

MinimumCut minimum_cut(const FlowNetwork& network) {
    MinimumCut cut;
    if (network.total == 0) {
        return cut;
    }
    double everything = 1.0;
    std::vector<double> capacity;
    for (const FlowArc& arc : network.arcs) {
        capacity.push_back(arc.capacity);
        everything += arc.capacity;
    }
    std::vector<double> supply(network.people.size(), 0.0);
    for (std::size_t v = 0; v < supply.size(); ++v) {
        supply[v] = network.people[v] > 0 ? everything : 0.0;
    }
    const Flow flow = maximum_flow(network, supply, capacity);
    cut.capacity = flow.value;
    cut.arcs = arcs_across(network, flow.inner);
    cut.behind = people_within(network, flow.inner);
    return cut;
}

ClearingBound clearing_bound(const FlowNetwork& network) {
    ClearingBound bound;
    bound.walk = network.slowest_walk;
    bound.time = bound.walk;
    bound.behind = network.total;
    const std::vector<double> supply(network.people.begin(), network.people.end());
    std::vector<double> capacity(network.arcs.size());
    // Each round either finds that no cut forbids `time`, or a cut that does, and the time which
    // that one allows; later each time, and there are finitely many cuts.
    for (;;) {
        for (std::size_t a = 0; a < capacity.size(); ++a) {
            capacity[a] = passed_by(network.arcs[a], bound.time);
        }
        const Flow flow = maximum_flow(network, supply, capacity);
        if (flow.value >= network.total - 1e-6) {
            return bound;
        }
        const std::vector<int> cut = arcs_across(network, flow.inner);
        const int behind = people_within(network, flow.inner);
        const double time = time_to_pass(network, cut, behind);
        if (time <= bound.time + 1e-9) {
            return bound;  // rounding
        }
        bound.time = time;
        bound.arcs = cut;
        bound.behind = behind;
        bound.capacity = 0.0;
        for (const int a : cut) {
            bound.capacity += arc_at(network, a).capacity;
        }
    }
}

}  // namespace evac
