#include "sim/ground/targets.hpp"

#include "sim/ground/frame.hpp"
#include "sim/ground/walls.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac {

namespace {

constexpr double shoulder = 0.16;  // [m]; the middle of a body keeps this off a wall

/// The clear line less what a shoulder needs at either jamb, so that nobody aims at a jamb.
Segment sill_of(const Gap& gap) {
    constexpr double most = 0.4;  // of half the width
    const Vec2 along = gap.line.b - gap.line.a;
    const double length = along.norm();
    const double inset = std::min(shoulder, most * 0.5 * length);
    return {gap.line.a + inset / length * along, gap.line.b - inset / length * along};
}

std::vector<Seed> seeds_of_opening(const UnitGround& ground, const Field& field) {
    // A few cells at least, or the seeds would miss the sill on a coarse lattice.
    const double before = std::min(std::max(sill_reach, 3.0 * ground.spacing), wall_reach);
    const double reach = std::max(before, porch_depth + shoulder);
    const auto is_seed = [&](const Vec2& p) {
        const double depth = beyond_line(field, p);
        const double to_sill = distance(field.sill, p);
        // Behind the line only what lies right behind the opening, not behind the one beside it.
        const bool near = depth > 0.0 ? to_sill * to_sill <= depth * depth + shoulder * shoulder
                                      : to_sill <= before;
        return near && in_sight_of_sill(ground, field, p);
    };
    const Vec2 margin = Vec2::Constant(reach / ground.spacing);
    const Vec2 a = to_lattice(ground, field.sill.a);
    const Vec2 b = to_lattice(ground, field.sill.b);
    const Vec2 low = a.cwiseMin(b) - margin;
    const Vec2 high = a.cwiseMax(b) + margin;
    std::vector<Seed> seeds;
    for (int row = static_cast<int>(std::ceil(low.y())); row <= high.y(); ++row) {
        for (int column = static_cast<int>(std::ceil(low.x())); column <= high.x(); ++column) {
            const int node = node_index(ground, column, row);
            const Vec2 p = node_position(ground, column, row);
            if (node >= 0 && is_seed(p)) {
                seeds.push_back({node, static_cast<float>(sill_distance(field, p))});
            }
        }
    }
    return seeds;
}

std::vector<Seed> seeds_of_area(const UnitGround& ground, const std::vector<Node>& nodes,
                                const Polygon& area) {
    const Box box = bounding_box(area);
    std::vector<Seed> seeds;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Vec2 p = node_position(ground, nodes[i].column, nodes[i].row);
        if (box.contains(p) && contains(area, p)) {
            seeds.push_back(
                {static_cast<std::int32_t>(i), static_cast<float>(-edge_distance(area, p))});
        }
    }
    return seeds;
}

}  // namespace

std::vector<Seed> seeds_of(const UnitGround& ground, const Plan& plan,
                           const std::vector<Node>& nodes, const Field& field) {
    if (field.target.kind == Target::Kind::opening) {
        return seeds_of_opening(ground, field);
    }
    const auto area = static_cast<std::size_t>(field.target.index);
    return seeds_of_area(ground, nodes, plan.assembly_areas[area].polygon);
}

bool in_sight_of_sill(const UnitGround& ground, const Field& field, const Vec2& p) {
    // The last bit is left out: the opening's line may stand this far off the wall it belongs to,
    // and in a turn the wall itself is closed.
    const Vec2 target = closest_point(field.sill, p);
    const double length = (p - target).norm();
    return length <= gap_depth ||
           !sight_blocked(ground, p, target + gap_depth / length * (p - target));
}

double sill_distance(const Field& field, const Vec2& p) {
    const double depth = beyond_line(field, p);
    return depth > 0.0 ? -depth : distance(field.sill, p);
}

void make_fields(UnitGround& ground, const Plan& plan, int unit, const std::vector<Gap>& gaps) {
    const std::vector<Node> nodes = list_nodes(ground);
    ground.fields.clear();
    for (const Gap& gap : gaps) {
        Field field;
        field.target = {Target::Kind::opening, gap.opening};
        field.sill = sill_of(gap);
        field.out = gap.out;
        field.distance = march(ground, nodes, seeds_of(ground, plan, nodes, field));
        ground.fields.push_back(std::move(field));
    }
    for (std::size_t i = 0; i < plan.assembly_areas.size(); ++i) {
        if (plan.assembly_areas[i].unit == unit) {
            Field field;
            field.target = {Target::Kind::assembly_area, static_cast<int>(i)};
            field.distance = march(ground, nodes, seeds_of(ground, plan, nodes, field));
            ground.fields.push_back(std::move(field));
        }
    }
}

}  // namespace evac
