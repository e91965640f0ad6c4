#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// The tables of a results folder. Times [s] to 0.01, lengths [m] to 0.001, an empty cell where
/// something never happened; elements by their ids. Throw InputError (see CsvFile).

/// One row per person, by permanent id.
void write_people_csv(const std::filesystem::path& file, const Scenario& scenario,
                      const std::vector<Person>& people, const Outcome& outcome);

/// One row per opening, in plan order; also those that nobody used.
void write_openings_csv(const std::filesystem::path& file, const Plan& plan,
                        const Outcome& outcome);

/// The evacuation curve: people inside and out, in all and by level, at whole seconds.
void write_curve_csv(const std::filesystem::path& file, const Plan& plan, const Outcome& outcome);

}  // namespace evac
