#pragma once

#include "sim/hazard/atmosphere_table.hpp"

#include <string>
#include <vector>

namespace evac::scenes {

/// The same air everywhere and always.
inline AtmosphereTable still_air(const Plan& plan, const Atmosphere& air) {
    AtmosphereTable table;
    table.units.assign(plan.units.size(), {{0.0, air}});
    return table;
}

/// Always this air in the units of these ids, and clear air elsewhere.
inline AtmosphereTable air_in(const Plan& plan, const std::vector<std::string>& units,
                              const Atmosphere& air) {
    AtmosphereTable table;
    table.units.resize(plan.units.size());
    for (const std::string& unit : units) {
        table.units.at(static_cast<std::size_t>(find_unit(plan, unit))) = {{0.0, air}};
    }
    return table;
}

}  // namespace evac::scenes
