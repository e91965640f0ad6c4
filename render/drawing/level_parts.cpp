#include "render/drawing/level_parts.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double half_storey = 1.5;  // floors nearer in height belong together [m]
constexpr double open_ground = 4.0;  // of the outdoors around a building, shown in its picture [m]

bool is_open(const Plan& plan, int unit) {
    return unit_at(plan, unit).kind == UnitKind::outdoors;
}

void grow(Box& box, const Box& other, bool& empty) {
    box = empty ? other : Box{box.low.cwiseMin(other.low), box.high.cwiseMax(other.high)};
    empty = false;
}

bool floor_at(const Plan& plan, const std::vector<int>& units, const Vec2& p) {
    return std::any_of(units.begin(), units.end(),
                       [&](int unit) { return contains(unit_at(plan, unit).polygon, p); });
}

}  // namespace

LevelParts level_parts(const LevelSubject& subject) {
    const Plan& plan = subject.plan;
    const int level = subject.level;
    LevelParts parts;
    parts.openings_of_unit = openings_by_unit(plan);
    std::vector<char> here(plan.units.size(), 0);
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        if (plan.units[i].level == level) {
            here[i] = 1;
            parts.units.push_back(static_cast<int>(i));
        }
    }
    const auto is_here = [&](int unit) {
        return unit != outside && here[static_cast<std::size_t>(unit)] != 0;
    };
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const auto& [first, second] = plan.openings[i].units;
        if (is_here(first) || is_here(second)) {
            parts.openings.push_back(static_cast<int>(i));
        }
    }
    if (plan.levels[static_cast<std::size_t>(level)].outdoors) {
        const auto height = [&](int storey) {
            return plan.levels[static_cast<std::size_t>(storey)].elevation;
        };
        for (std::size_t i = 0; i < plan.units.size(); ++i) {
            const Unit& unit = plan.units[i];
            if (unit.level != level && unit.kind != UnitKind::outdoors &&
                std::abs(height(unit.level) - height(level)) < half_storey) {
                parts.buildings.push_back(static_cast<int>(i));
            }
        }
    }
    for (const Closure& closure : subject.closures) {
        const auto& openings = parts.openings;
        if (std::find(openings.begin(), openings.end(), closure.opening) != openings.end()) {
            parts.closures.push_back(closure);
        }
    }
    for (const int index : parts.openings) {
        if (plan.openings[static_cast<std::size_t>(index)].lock == Lock::locked &&
            !is_shut(parts, index)) {
            parts.closures.push_back({index, true, 0.0});
        }
    }
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        const bool present = subject.fixture_present.empty() || subject.fixture_present[i] != 0;
        if (present && is_here(plan.fixtures[i].unit)) {
            parts.fixtures.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < plan.assembly_areas.size(); ++i) {
        if (is_here(plan.assembly_areas[i].unit)) {
            parts.assembly_areas.push_back(static_cast<int>(i));
        }
    }
    for (const int index : parts.openings) {
        for (const int unit : plan.openings[static_cast<std::size_t>(index)].units) {
            if (unit != outside && !is_here(unit) && unit_at(plan, unit).kind == UnitKind::flight &&
                unit_at(plan, unit).level < level &&
                !floor_at(plan, parts.units, label_point(unit_at(plan, unit).polygon))) {
                parts.flights_below.push_back(unit);
            }
        }
    }
    return parts;
}

Box level_extent(const Plan& plan, const LevelParts& parts) {
    Box all;
    Box built;
    bool nothing = true;
    bool nothing_built = true;
    for (const int unit : parts.units) {
        const Box box = bounding_box(unit_at(plan, unit).polygon);
        grow(all, box, nothing);
        if (!is_open(plan, unit)) {
            grow(built, box, nothing_built);
        }
    }
    if (nothing) {
        return {Vec2(0.0, 0.0), Vec2(10.0, 10.0)};
    }
    for (const int unit : parts.buildings) {
        grow(all, bounding_box(unit_at(plan, unit).polygon), nothing);
    }
    const bool open_air =
        !parts.units.empty() &&
        plan.levels[static_cast<std::size_t>(unit_at(plan, parts.units.front()).level)].outdoors;
    if (nothing_built || open_air) {
        return all;
    }
    for (const int area : parts.assembly_areas) {
        grow(built, bounding_box(plan.assembly_areas[static_cast<std::size_t>(area)].polygon),
             nothing_built);
    }
    for (const int flight : parts.flights_below) {
        grow(built, bounding_box(unit_at(plan, flight).polygon), nothing_built);
    }
    const Vec2 around(open_ground, open_ground);
    return {(built.low - around).cwiseMax(all.low), (built.high + around).cwiseMin(all.high)};
}

bool is_shut(const LevelParts& parts, int opening) {
    return std::any_of(parts.closures.begin(), parts.closures.end(),
                       [&](const Closure& closure) { return closure.opening == opening; });
}

}  // namespace evac::render
