#pragma once

#include "sim/drill/outcome.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/text/message.hpp"

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

namespace evac {

/// How the program ran, which the outcome of a drill does not depend on.
struct RunFacts {
    double wall_time = 0.0;  ///< spent on the steps [s]
    int threads = 1;
    std::vector<Message> warnings;  ///< what the user should look at before trusting the result
};

/// The drill in one JSON object: summary.json and what `--json` prints. Times in seconds, null
/// where something never happened. The schema is scenarios/schema/summary.schema.json.
nlohmann::ordered_json summary_json(const Scenario& scenario, const std::vector<Person>& people,
                                    const Outcome& outcome, const RunFacts& facts);

/// When the last person passed an exit [s]; `never` while somebody is inside.
double clearing_time(const Outcome& outcome);

/// When the first person passed an exit [s].
double first_out(const Outcome& outcome);

/// When the last of those who have an assembly area reached it [s]; `never` if somebody did not,
/// or nobody has one.
double assembly_time(const Scenario& scenario, const std::vector<Person>& people,
                     const Outcome& outcome);

/// How many people left by each opening, per Plan::openings.
std::vector<int> exit_use(const Plan& plan, const Outcome& outcome);

/// What smoke and heat did to those who were in them.
struct SmokeToll {
    int in_smoke = 0;         ///< people who at any time saw less than 10 m
    double worst_dose = 0.0;  ///< fractional effective dose of gases
    double worst_heat = 0.0;  ///< the same of heat
};
SmokeToll smoke_toll(const Outcome& outcome);

/// Settings as they stand in files: "headway", "urgent", "design", "quickest" ...
std::string_view name_of(MotionModel model);
std::string_view name_of(Flow flow);
std::string_view name_of(RouteChoice choice);

/// The reason as it stands in files: "queueing", "no_way_out" ...
std::string_view name_of(InsideReason reason);

}  // namespace evac
