#pragma once

#include <array>
#include <vector>

namespace evac {

/// A symmetric positive definite system of equations on a graph, solved by elimination. The order
/// (fewest neighbours first) and all that fills in are found once; buildings are nearly trees, so
/// hardly anything does, and one solution costs about as much as reading the matrix.
struct PressureNetwork {
    struct Column {
        int vertex = 0;             ///< eliminated here
        std::vector<int> below;     ///< its neighbours not yet eliminated, ascending
        std::vector<int> entries;   ///< per neighbour: index into `values`
        std::vector<int> products;  ///< for every pair of them (i < j): index into `values`
    };
    int vertices = 0;
    std::vector<Column> columns;  ///< in order of elimination
    std::vector<int> edge_entry;  ///< per edge given: index into `values`, -1 with the ground
    int entries = 0;
};

/// The graph of `vertices` and edges between two of them; -1 in an edge is the ground, which has no
/// equation.
PressureNetwork make_pressure_network(int vertices, const std::vector<std::array<int, 2>>& edges);

/// Solves A x = b, where A is the sum over the edges of conductance * (1, -1; -1, 1) plus a little
/// on the diagonal that keeps it solvable. Conductances >= 0.
std::vector<double> solve(const PressureNetwork& network,
                          const std::vector<std::array<int, 2>>& edges,
                          const std::vector<double>& conductances, std::vector<double> b);

}  // namespace evac
