#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace evac {

/// Raised whenever an older program could not read what a newer one wrote.
inline constexpr int replay_format = 1;

/// What a replay must know of a person besides where it is.
struct ReplayPerson {
    int profile = 0;           ///< index into ReplayInfo::profiles
    int group = 0;             ///< index into ReplayInfo::groups
    double body_radius = 0.0;  ///< [m]
    // Unknown in a replay that is not whole.
    int exit_opening = -1;     ///< where the person left; -1 if inside, or outdoors from the start
    double exit_time = never;  ///< out since then [s]
};

/// A profile or a group.
struct ReplayKind {
    std::string id;
    Label name;
};

/// Which drill a replay shows. It carries the plan, so that it can be watched without the files it
/// was made from.
struct ReplayInfo {
    Plan plan;                          ///< with the scenario's fixtures
    std::vector<char> fixture_present;  ///< per Plan::fixtures, at the start
    std::string scenario_id;
    Label scenario_name;
    std::uint64_t seed = 0;
    /// How people were made to walk, as the words of drill files: "model", "motivation", "flow",
    /// "choice". Empty in replays of older versions.
    std::map<std::string, std::string> settings;
    std::string version;  ///< of the program
    double step = 0.0;    ///< [s]
    double frames_per_second = 0.0;
    std::vector<ReplayKind> profiles;
    std::vector<ReplayKind> groups;
    std::vector<ReplayPerson> people;  ///< index is the permanent id
};

/// The info of the drill about to be run.
ReplayInfo replay_info(const Scenario& scenario, const std::vector<Person>& people);

}  // namespace evac
