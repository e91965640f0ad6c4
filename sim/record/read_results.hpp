#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/record/density.hpp"
#include "sim/record/replay_info.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// An opening's line of openings.csv, as far as it is compared.
struct OpeningResult {
    std::string id;
    int longest_queue = 0;
    double lost_time = 0.0;  ///< [person s]
};

/// A queue that started away from any opening: beside a thing or inside a unit (findings.csv).
struct InsideQueue {
    std::string element;  ///< id of the fixture or unit
    int longest = 0;      ///< people
};

/// The results folder of a run, read back. Of a run that was killed there are only the replay and
/// what follows from it: `whole` is false and the optional numbers that need the end are empty.
struct Results {
    std::filesystem::path folder;
    ReplayInfo info;
    bool whole = false;
    double end_time = 0.0;  ///< of the last frame [s]
    std::vector<Happening> events;
    std::vector<CurvePoint> curve;      ///< once a second and at the end, from the replay
    std::vector<DensityMap> densities;  ///< per level, once a second as `evac run` does

    // Times in seconds; empty where it never happened or was not recorded.
    std::optional<double> first_out;
    std::optional<double> last_out;  ///< of those who got out; empty if nobody did
    std::optional<double> clearing_time;
    std::optional<double> assembly_time;
    std::optional<double> mean_waiting;            ///< per person, from people.csv [s]
    std::vector<std::optional<double>> level_clear;  ///< per level of the plan; empty: not whole
    std::vector<int> exit_use;                     ///< per opening of the plan; empty: not whole
    std::vector<OpeningResult> openings;           ///< empty: not whole
    std::vector<InsideQueue> inside_queues;        ///< empty: none, or not whole
    int people = 0;
    int left_inside = 0;  ///< at the end of the record
};

/// Reads what `evac run` wrote into `path` (a results folder, its NAME.incomplete, or the replay in
/// it). Throws InputError: no result there, damaged files, results of a newer program.
Results read_results(const std::filesystem::path& path);

/// The highest density on the level that the map shows [persons/m2].
double highest_density(const DensityMap& map);

}  // namespace evac
