#include "sim/passage/passage.hpp"

namespace evac {

namespace {

const Opening& opening_at(const Plan& plan, Passing p) {
    return plan.openings[static_cast<std::size_t>(opening_of(p))];
}

}  // namespace

PassageGraph build_passage_graph(const Plan& plan) {
    PassageGraph graph(plan.units.size() + 1);
    const auto vertex = [&](int unit) {
        return unit == outside ? plan.units.size() : static_cast<std::size_t>(unit);
    };
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        graph[i].unit = static_cast<int>(i);
    }
    graph[plan.units.size()].unit = outside;
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const Opening& opening = plan.openings[i];
        boost::add_edge(vertex(opening.units[0]), vertex(opening.units[1]),
                        PassageEdge{static_cast<int>(i), opening.clear_width,
                                    design_flow * opening.clear_width},
                        graph);
    }
    return graph;
}

int unit_before(const Plan& plan, Passing p) {
    return opening_at(plan, p).units[static_cast<std::size_t>(p % 2)];
}

int unit_after(const Plan& plan, Passing p) {
    return opening_at(plan, p).units[static_cast<std::size_t>(1 - p % 2)];
}

bool open_air(const Plan& plan, int unit) {
    return unit == outside || unit_at(plan, unit).kind == UnitKind::outdoors;
}

bool leads_out(const Plan& plan, Passing p) {
    if (!opening_at(plan, p).exit) {
        return false;
    }
    const bool from_open_air = open_air(plan, unit_before(plan, p));
    const bool to_open_air = open_air(plan, unit_after(plan, p));
    return from_open_air == to_open_air ? p % 2 == 0 : to_open_air;
}

std::vector<char> closed_openings(const Plan& plan) {
    std::vector<char> closed;
    closed.reserve(plan.openings.size());
    for (const Opening& opening : plan.openings) {
        closed.push_back(opening.lock == Lock::locked || opening.clear_width < narrowest_gap ? 1
                                                                                             : 0);
    }
    return closed;
}

}  // namespace evac
