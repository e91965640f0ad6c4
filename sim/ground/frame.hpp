#pragma once

#include "sim/ground/ground.hpp"

namespace evac {

/// A point in columns (x) and rows (y) of the unit's lattice, fractions included.
inline Vec2 to_lattice(const UnitGround& ground, const Vec2& p) {
    const Vec2 d = p - ground.origin;
    return Vec2(ground.axis.dot(d), cross(ground.axis, d)) / ground.spacing;
}

inline Vec2 node_position(const UnitGround& ground, int column, int row) {
    return ground.origin + ground.spacing * (column * ground.axis + row * left_of(ground.axis));
}

/// A direction in the lattice's axes as a direction in the plan's.
inline Vec2 from_lattice_axes(const UnitGround& ground, const Vec2& direction) {
    return direction.x() * ground.axis + direction.y() * left_of(ground.axis);
}

/// The node there, or -1 outside the lattice and where there is none.
inline int node_index(const UnitGround& ground, int column, int row) {
    if (column < 0 || row < 0 || column >= ground.columns || row >= ground.rows) {
        return -1;
    }
    return ground.node_at[static_cast<std::size_t>(row) * static_cast<std::size_t>(ground.columns) +
                          static_cast<std::size_t>(column)];
}

}  // namespace evac
