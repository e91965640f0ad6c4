#pragma once

#include "sim/ground/eikonal.hpp"
#include "sim/ground/gap.hpp"
#include "sim/ground/ground.hpp"
#include "sim/ground/lattice.hpp"

#include <vector>

namespace evac {

/// Fills `fields`: one per opening of the unit (as `gaps`), then one per assembly area in it; needs
/// the lattice and the walls in their buckets.
void make_fields(UnitGround& ground, const Plan& plan, int unit, const std::vector<Gap>& gaps);

/// Where the field to this target begins.
std::vector<Seed> seeds_of(const UnitGround& ground, const Plan& plan,
                           const std::vector<Node>& nodes, const Field& field);

/// Whether no wall stands between `p`, not farther than `wall_reach`, and the sill of `field`.
bool in_sight_of_sill(const UnitGround& ground, const Field& field, const Vec2& p);

/// How far `p` is beyond the line of the field's opening [m], negative on the unit's side.
inline double beyond_line(const Field& field, const Vec2& p) {
    return field.out.dot(p - field.sill.a);
}

/// Distance to the sill on the unit's side, depth below zero beyond its line [m].
double sill_distance(const Field& field, const Vec2& p);

}  // namespace evac
