#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// The head count of one group at its assembly area.
struct RollCall {
    const Group* group = nullptr;  ///< of the scenario; its first part, where release cuts it
    int people = 0;
    int there = 0;
    double complete = never;  ///< the last of all has come [s]; `never` while somebody is missing
};

/// The roll calls of all groups that have an assembly area and people, in the order of the file.
std::vector<RollCall> roll_calls(const Scenario& scenario, const std::vector<Person>& people,
                                 const Outcome& outcome);

/// The one that is complete last; the first incomplete one, if there is one; null without any.
const RollCall* last_complete(const std::vector<RollCall>& calls);

/// One row per roll call: roll_calls.csv. Throws InputError.
void write_roll_calls_csv(const std::filesystem::path& file, const Plan& plan,
                          const std::vector<RollCall>& calls);

}  // namespace evac
