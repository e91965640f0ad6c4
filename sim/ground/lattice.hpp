#pragma once

#include "sim/ground/gap.hpp"
#include "sim/ground/ground.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace evac {

/// People get no nearer to a wall than this in a field, in parts of the lattice's spacing: half a
/// cell's diagonal and a hair, so that no way leads through a wall between two nodes.
inline constexpr double nearest_node = 0.71;

/// How far behind its openings a unit has nodes, for people who were pushed back over the line [m].
inline constexpr double porch_depth = 0.5;

/// Lays the lattice over the unit and fills `origin`, `axis`, `columns`, `rows`, `node_at` and
/// `clearance`; needs `walls` and `spacing`, and makes that coarser in a huge unit. Nodes within
/// reach of `plugs` are left out.
void lay_lattice(UnitGround& ground, const Plan& plan, const std::vector<char>& present, int unit,
                 const std::vector<Gap>& gaps, const std::vector<Segment>& plugs);

/// Where a node is, and its neighbours (right, left, up, down; -1: none).
struct Node {
    std::int32_t column = 0;
    std::int32_t row = 0;
    std::array<std::int32_t, 4> neighbours{-1, -1, -1, -1};
};

/// One entry per node; only needed while fields are made.
std::vector<Node> list_nodes(const UnitGround& ground);

}  // namespace evac
