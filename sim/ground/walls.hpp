#pragma once

#include "sim/ground/gap.hpp"
#include "sim/ground/ground.hpp"

#include <vector>

namespace evac {

/// All walls that matter to people in `unit`: its polygon's edges less the gaps, the outlines of
/// fixtures present in it, the gaps themselves (with their opening's index), and what lies within
/// `wall_reach` behind a gap in the unit beyond.
std::vector<Wall> walls_of_unit(const Plan& plan, const std::vector<char>& present, int unit,
                                const std::vector<Gap>& gaps);

/// Lines across the places where two walls come nearer than `narrowest_gap` without meeting, so
/// that no way leads through.
std::vector<Segment> plugs_between(const std::vector<Wall>& walls);

/// Sorts walls into buckets for walls_near().
void fill_buckets(UnitGround& ground, const Polygon& polygon);

/// Whether a solid wall crosses the straight line from `a` to `b`. Only walls near `a` are looked
/// at: `b` must lie within `wall_reach`.
bool sight_blocked(const UnitGround& ground, const Vec2& a, const Vec2& b);

/// As the free function walls_near().
std::span<const std::int32_t> walls_in_bucket(const UnitGround& ground, const Vec2& position);

}  // namespace evac
