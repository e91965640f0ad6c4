#pragma once

#include "sim/study/repetition.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace evac {

/// What many runs of a drill leave in its results folder. Nothing in it depends on the machine or
/// the number of threads. Throw InputError (see CsvFile).

/// One row per run, in the order of the seeds: times [s], counts, people per exit, state hash.
void write_runs_csv(const std::filesystem::path& file, const Plan& plan,
                    const Repetition& repetition);

/// One row per run: what that run moved (convergence.hpp).
void write_convergence_csv(const std::filesystem::path& file, const Repetition& repetition);

/// The answer in short: member "repeat" of summary.json. Times in seconds, null where there is no
/// number; "time_s" is evacuation_time().
nlohmann::ordered_json repeat_summary_json(const Repetition& repetition);

/// The same and everything else there is to say: other times, exits, definitions, the mean curve
/// with its band. repeat.json.
nlohmann::ordered_json repeat_json(const Scenario& scenario, const Repetition& repetition);

}  // namespace evac
