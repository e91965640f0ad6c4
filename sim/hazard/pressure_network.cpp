#include "sim/hazard/pressure_network.hpp"

#include "sim/hazard/numbered.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace evac {

PressureNetwork make_pressure_network(int vertices, const std::vector<std::array<int, 2>>& edges) {
    PressureNetwork network;
    network.vertices = vertices;
    std::map<std::pair<int, int>, int> entry;
    const auto entry_of = [&](int a, int b) {
        const auto [found, added] = entry.emplace(std::minmax(a, b), network.entries);
        network.entries += added ? 1 : 0;
        return found->second;
    };
    std::vector<std::set<int>> neighbours(at(vertices));
    for (const auto& [a, b] : edges) {
        const bool inner = a >= 0 && b >= 0 && a != b;
        network.edge_entry.push_back(inner ? entry_of(a, b) : -1);
        if (inner) {
            neighbours[at(a)].insert(b);
            neighbours[at(b)].insert(a);
        }
    }
    std::set<std::pair<std::size_t, int>> queue;  // by number of neighbours, then by index
    for (int v = 0; v < vertices; ++v) {
        queue.emplace(neighbours[at(v)].size(), v);
    }
    while (!queue.empty()) {
        PressureNetwork::Column column;
        column.vertex = queue.begin()->second;
        queue.erase(queue.begin());
        const std::set<int> around = neighbours[at(column.vertex)];
        column.below.assign(around.begin(), around.end());
        for (const int v : column.below) {
            column.entries.push_back(entry_of(column.vertex, v));
            queue.erase({neighbours[at(v)].size(), v});
            neighbours[at(v)].erase(column.vertex);
        }
        for (std::size_t i = 0; i < column.below.size(); ++i) {
            for (std::size_t j = i + 1; j < column.below.size(); ++j) {
                const int a = column.below[i];
                const int b = column.below[j];
                neighbours[at(a)].insert(b);
                neighbours[at(b)].insert(a);
                column.products.push_back(entry_of(a, b));
            }
        }
        for (const int v : column.below) {
            queue.emplace(neighbours[at(v)].size(), v);
        }
        network.columns.push_back(std::move(column));
    }
    return network;
}

std::vector<double> solve(const PressureNetwork& network,
                          const std::vector<std::array<int, 2>>& edges,
                          const std::vector<double>& conductances, std::vector<double> b) {
    constexpr double ground = 1.0e-9;  // a room without any opening keeps its pressure
    std::vector<double> diagonal(at(network.vertices), ground);
    std::vector<double> values(at(network.entries), 0.0);
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (edges[e][0] == edges[e][1]) {
            continue;
        }
        for (const int v : edges[e]) {
            if (v >= 0) {
                diagonal[at(v)] += conductances[e];
            }
        }
        if (network.edge_entry[e] >= 0) {
            values[at(network.edge_entry[e])] -= conductances[e];
        }
    }
    for (const PressureNetwork::Column& column : network.columns) {
        const double pivot = diagonal[at(column.vertex)];
        std::size_t product = 0;
        for (std::size_t i = 0; i < column.below.size(); ++i) {
            const double factor = values[at(column.entries[i])] / pivot;
            diagonal[at(column.below[i])] -= factor * values[at(column.entries[i])];
            b[at(column.below[i])] -= factor * b[at(column.vertex)];
            for (std::size_t j = i + 1; j < column.below.size(); ++j) {
                values[at(column.products[product++])] -= factor * values[at(column.entries[j])];
            }
        }
    }
    for (auto column = network.columns.rbegin(); column != network.columns.rend(); ++column) {
        double& x = b[at(column->vertex)];
        for (std::size_t i = 0; i < column->below.size(); ++i) {
            x -= values[at(column->entries[i])] * b[at(column->below[i])];
        }
        x /= diagonal[at(column->vertex)];
    }
    return b;
}

}  // namespace evac
