#include "sim/drill/lengths.hpp"

#include "sim/ground/frame.hpp"

#include <algorithm>

namespace evac {

namespace {

/// From the middle of the line of `from`, or from its quarters where something stands in the
/// middle; from a step before the line where that is a wall (a turn).
double length_from(const Ground& ground, const Plan& plan, int unit, int field, int from) {
    const UnitGround& here = ground.units[static_cast<std::size_t>(unit)];
    const Segment line = plan.openings[static_cast<std::size_t>(from)].clear_line();
    const int field_of_from = find_field(ground, unit, {Target::Kind::opening, from});
    const Vec2 out = here.fields[static_cast<std::size_t>(field_of_from)].out;
    for (const double before : {0.0, 0.2}) {  // [m]
        for (const double t : {0.5, 0.25, 0.75}) {
            const Vec2 p = line.a + t * (line.b - line.a) - before * out;
            const double length = heading_at(ground, plan, unit, field, p).distance;
            if (length < unreachable) {
                return std::max(0.0, length) + before;
            }
        }
    }
    return unreachable;
}

/// The longest way to the target of `field` from any floor of the unit from which there is one.
double farthest_from(const UnitGround& ground, const Polygon& polygon, const Field& field) {
    double farthest = -unreachable;
    for (int row = 0; row < ground.rows; ++row) {
        for (int column = 0; column < ground.columns; ++column) {
            const int node = node_index(ground, column, row);
            if (node < 0) {
                continue;
            }
            const auto value = static_cast<double>(field.distance[static_cast<std::size_t>(node)]);
            // Nodes behind other openings are not floor of this unit.
            if (value < unreachable && value > farthest &&
                contains(polygon, node_position(ground, column, row))) {
                farthest = value;
            }
        }
    }
    return farthest == -unreachable ? unreachable : std::max(0.0, farthest);
}

}  // namespace

WalkLengths measure_lengths(const Ground& ground, const Plan& plan) {
    WalkLengths lengths;
    lengths.between_openings.resize(plan.units.size());
    lengths.farthest.resize(plan.units.size());
    lengths.to_assembly_area.resize(plan.assembly_areas.size());
    for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
        update_lengths(lengths, ground, plan, static_cast<int>(unit));
    }
    return lengths;
}

void update_lengths(WalkLengths& lengths, const Ground& ground, const Plan& plan, int unit) {
    const auto u = static_cast<std::size_t>(unit);
    const UnitGround& here = ground.units[u];
    const std::vector<int> openings = openings_by_unit(plan)[u];
    const std::size_t count = openings.size();
    std::vector<double>& between = lengths.between_openings[u];
    between.assign(count * count, unreachable);
    lengths.farthest[u].assign(count, unreachable);
    if (!walkable(plan.units[u])) {
        return;
    }
    for (std::size_t to = 0; to < count; ++to) {
        const int field = find_field(ground, unit, {Target::Kind::opening, openings[to]});
        for (std::size_t from = 0; from < count; ++from) {
            between[from * count + to] =
                from == to ? 0.0 : length_from(ground, plan, unit, field, openings[from]);
        }
        lengths.farthest[u][to] = farthest_from(here, plan.units[u].polygon,
                                                here.fields[static_cast<std::size_t>(field)]);
    }
    for (std::size_t area = 0; area < plan.assembly_areas.size(); ++area) {
        if (plan.assembly_areas[area].unit == unit) {
            const int field =
                find_field(ground, unit, {Target::Kind::assembly_area, static_cast<int>(area)});
            std::vector<double>& to_area = lengths.to_assembly_area[area];
            to_area.assign(count, unreachable);
            for (std::size_t from = 0; from < count; ++from) {
                to_area[from] = length_from(ground, plan, unit, field, openings[from]);
            }
        }
    }
}

}  // namespace evac
