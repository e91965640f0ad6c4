#include "sim/hazard/pressure_balance.hpp"

#include "sim/hazard/numbered.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// What the openings see of the rooms as the layers are now.
void look_through(const SmokeSpread& smoke, SmokeWays& ways) {
    ways.sides.assign(smoke.openings.size(), {});
    for (std::size_t o = 0; o < smoke.openings.size(); ++o) {
        for (std::size_t s = 0; s < 2; ++s) {
            const int index = smoke.openings[o].rooms[s];
            if (index != outside) {
                const SmokeRoom& room = smoke.rooms[at(index)];
                ways.sides[o][s] = {0.0, room.floor, interface_elevation(room), density(room.lower),
                                   density(room.upper)};
            }
        }
    }
}

/// What goes out too little of each room at these pressures [m3/s]; the flows' growth per opening.
std::vector<double> imbalance(const SmokeSpread& smoke, const std::vector<double>& growth,
                              const std::vector<double>& pressures, SmokeWays& ways,
                              std::vector<double>& conductances) {
    std::vector<double> lack = growth;
    for (std::size_t o = 0; o < smoke.openings.size(); ++o) {
        const SmokeOpening& opening = smoke.openings[o];
        for (std::size_t s = 0; s < 2; ++s) {
            if (opening.rooms[s] != outside) {
                ways.sides[o][s].pressure = pressures[at(opening.rooms[s])];
            }
        }
        const OpeningFlow flow =
            flow_through(ways.sides[o], opening.bottom, opening.top, ways.widths[o], nullptr);
        conductances[o] = flow.conductance;
        if (opening.rooms[0] != outside) {
            lack[at(opening.rooms[0])] -= flow.net;
        }
        if (opening.rooms[1] != outside) {
            lack[at(opening.rooms[1])] += flow.net;
        }
    }
    return lack;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

}  // namespace

/// Newton's method. Flows only grow with pressure, so the solution is the lowest point of a convex
/// function, and a step that goes beyond it is halved until it does not.
void balance_pressures(SmokeSpread& smoke, const std::vector<double>& growth, SmokeWays& ways) {
    look_through(smoke, ways);
    constexpr double close_enough = 1.0e-6;  // [m3/s]
    std::vector<double> conductances(smoke.openings.size());
    std::vector<double> lack = imbalance(smoke, growth, smoke.pressures, ways, conductances);
    for (int iteration = 0; iteration < 40; ++iteration) {
        double worst = 0.0;
        for (const double l : lack) {
            worst = std::max(worst, std::abs(l));
        }
        if (worst < close_enough) {
            return;
        }
        const std::vector<double> way = solve(smoke.network, ways.edges, conductances, lack);
        const double before = product(way, lack);
        double share = 1.0;
        for (int halving = 0; halving < 12; ++halving) {
            std::vector<double> tried = smoke.pressures;
            for (std::size_t i = 0; i < tried.size(); ++i) {
                tried[i] += share * way[i];
            }
            lack = imbalance(smoke, growth, tried, ways, conductances);
            if (std::abs(product(way, lack)) <= 0.7 * before || halving == 11) {
                smoke.pressures = std::move(tried);
                break;
            }
            share *= 0.5;
        }
    }
}

}  // namespace evac
