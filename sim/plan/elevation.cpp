#include "sim/plan/elevation.hpp"

#include <algorithm>

namespace evac {

namespace {

double level_elevation(const Plan& plan, int unit) {
    const int level = plan.units[static_cast<std::size_t>(unit)].level;
    return plan.levels[static_cast<std::size_t>(level)].elevation;
}

/// Where no floor helps: between two flights, or from a flight straight to the outside.
double sill_by_level(const Plan& plan, const Opening& opening) {
    double sill = level_elevation(plan, opening.units[0]);
    if (opening.units[1] != outside) {
        sill = std::max(sill, level_elevation(plan, opening.units[1]));
    }
    return sill;
}

}  // namespace

bool has_flat_floor(const Unit& unit) {
    return unit.kind != UnitKind::flight && unit.kind != UnitKind::ramp;
}

std::optional<double> sill_beside_floor(const Plan& plan, const Opening& opening) {
    std::optional<double> sill;
    for (const int index : opening.units) {
        if (index == outside) {
            continue;
        }
        const Unit& unit = plan.units[static_cast<std::size_t>(index)];
        if (has_flat_floor(unit)) {
            sill = sill ? std::max(*sill, unit.elevation) : unit.elevation;
        }
    }
    return sill;
}

void fill_in_elevations(Plan& plan, const std::vector<std::optional<double>>& stated_units,
                        const std::vector<std::optional<double>>& stated_openings) {
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        plan.units[i].elevation =
            stated_units[i].value_or(level_elevation(plan, static_cast<int>(i)));
    }
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        Opening& opening = plan.openings[i];
        opening.elevation =
            stated_openings[i]
                ? *stated_openings[i]
                : sill_beside_floor(plan, opening).value_or(sill_by_level(plan, opening));
    }
    const std::vector<std::vector<int>> openings = openings_by_unit(plan);
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        if (stated_units[i] || has_flat_floor(plan.units[i]) || openings[i].empty()) {
            continue;
        }
        double lowest = plan.openings[static_cast<std::size_t>(openings[i].front())].elevation;
        for (const int opening : openings[i]) {
            lowest = std::min(lowest, plan.openings[static_cast<std::size_t>(opening)].elevation);
        }
        plan.units[i].elevation = lowest;
    }
}

}  // namespace evac
