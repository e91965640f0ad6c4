#pragma once

#include "sim/hazard/atmosphere.hpp"
#include "sim/plan/plan.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// The air of every unit over time as another program reckoned it (CFAST compartments, FDS
/// devices), or as somebody assumes it.
struct AtmosphereTable {
    /// One unit's air from one time on.
    struct Row {
        double time = 0.0;  ///< [s]
        Atmosphere air;
    };
    std::vector<std::vector<Row>> units;  ///< per unit of the plan: ascending in time, may be empty
};

/// Reads a table with one row per time and unit (id), as spreadsheets save it; units may take
/// turns. Columns: time_s, unit; and any of extinction_1_per_m, co_ppm, co2_percent, o2_percent,
/// temperature_c. A column that is not there is clean air, an empty cell as in the row before.
/// Other columns are passed over. Throws InputError with all defects: what read_sheet() finds, a
/// column missing or there twice, a unit the plan does not have, what is no number or cannot be,
/// times that do not ascend.
AtmosphereTable read_atmosphere_table(const std::filesystem::path& file, const Plan& plan);

/// The air in `unit` (index) at `time` [s]: straight between two rows; clean air before the first
/// row of the unit, the last row after the last.
Atmosphere at(const AtmosphereTable& table, int unit, double time);

}  // namespace evac
