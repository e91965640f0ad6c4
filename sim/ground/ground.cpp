#include "sim/ground/ground.hpp"

#include "sim/ground/gap.hpp"
#include "sim/ground/lattice.hpp"
#include "sim/ground/targets.hpp"
#include "sim/ground/walls.hpp"

#include <algorithm>
#include <cassert>

namespace evac {

namespace {

void make_walls(UnitGround& ground, const Plan& plan, const std::vector<char>& present, int unit,
                const std::vector<Gap>& gaps) {
    ground.walls = walls_of_unit(plan, present, unit, gaps);
    fill_buckets(ground, plan.units[static_cast<std::size_t>(unit)].polygon);
}

UnitGround make_unit(const Plan& plan, const std::vector<char>& present, int unit, double spacing) {
    UnitGround ground;
    ground.spacing = spacing;
    if (walkable(plan.units[static_cast<std::size_t>(unit)])) {
        const std::vector<Gap> gaps = gaps_of_unit(plan, unit);
        make_walls(ground, plan, present, unit, gaps);
        lay_lattice(ground, plan, present, unit, gaps, plugs_between(ground.walls));
        make_fields(ground, plan, unit, gaps);
    }
    return ground;
}

template <class T>
std::size_t bytes_of(const std::vector<T>& values) {
    return values.capacity() * sizeof(T);
}

}  // namespace

Ground build_ground(const Plan& plan, const std::vector<char>& present, double spacing) {
    assert(present.size() == plan.fixtures.size());
    Ground ground;
    ground.spacing = spacing;
    ground.units.reserve(plan.units.size());
    for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
        ground.units.push_back(make_unit(plan, present, static_cast<int>(unit), spacing));
    }
    return ground;
}

void rebuild_unit(Ground& ground, const Plan& plan, const std::vector<char>& present, int unit) {
    ground.units[static_cast<std::size_t>(unit)] = make_unit(plan, present, unit, ground.spacing);
    for (const Gap& gap : gaps_of_unit(plan, unit)) {
        const int neighbour = beyond(plan.openings[static_cast<std::size_t>(gap.opening)], unit);
        if (neighbour != outside && walkable(plan.units[static_cast<std::size_t>(neighbour)])) {
            make_walls(ground.units[static_cast<std::size_t>(neighbour)], plan, present, neighbour,
                       gaps_of_unit(plan, neighbour));
        }
    }
}

int find_field(const Ground& ground, int unit, Target target) {
    const std::vector<Field>& fields = ground.units[static_cast<std::size_t>(unit)].fields;
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const Field& f) {
        return f.target.kind == target.kind && f.target.index == target.index;
    });
    return field == fields.end() ? -1 : static_cast<int>(field - fields.begin());
}

bool on_floor(const Ground& /*ground*/, const Plan& plan, const std::vector<char>& present,
              int unit, const Vec2& position) {
    if (!contains(plan.units[static_cast<std::size_t>(unit)].polygon, position)) {
        return false;
    }
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (plan.fixtures[i].unit == unit && present[i] != 0 &&
            contains(plan.fixtures[i].polygon, position)) {
            return false;
        }
    }
    return true;
}

std::size_t Ground::bytes() const {
    std::size_t sum = bytes_of(units);
    for (const UnitGround& unit : units) {
        sum += bytes_of(unit.node_at) + bytes_of(unit.clearance) + bytes_of(unit.fields) +
               bytes_of(unit.walls) + bytes_of(unit.bucket_start) + bytes_of(unit.bucket_walls);
        for (const Field& field : unit.fields) {
            sum += bytes_of(field.distance) + bytes_of(field.detour);
        }
    }
    return sum;
}

}  // namespace evac
