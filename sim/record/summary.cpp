#include "sim/record/summary.hpp"

#include "sim/record/roll_call.hpp"
#include "sim/version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace evac {

namespace {

using nlohmann::ordered_json;

// In the order of InsideReason.
constexpr std::array reason_names{"none",       "on_the_way",   "waiting",    "queueing",
                                  "no_way_out", "way_cut_off",  "needs_help", "on_duty",
                                  "stuck",      "incapacitated"};

/// Rounded to `digits` decimals; null if it never happened.
ordered_json rounded(double value, int decimals) {
    if (!std::isfinite(value)) {
        return nullptr;
    }
    double scale = 1.0;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10.0;
    }
    return std::round(value * scale) / scale + 0.0;  // + 0.0: no "-0.0"
}

ordered_json seconds(double value) {
    return rounded(value, 2);
}

ordered_json metres(double value) {
    return rounded(value, 3);
}

ordered_json name_json(const Label& label) {
    return ordered_json(label.by_language);
}

std::string unit_id(const Plan& plan, int unit) {
    return unit < 0 ? std::string() : plan.units[static_cast<std::size_t>(unit)].id;
}

ordered_json inside_json(const Plan& plan, const Outcome& outcome) {
    std::map<std::pair<int, InsideReason>, int> counts;
    for (const PersonOutcome& person : outcome.people) {
        if (person.inside != InsideReason::none && person.inside != InsideReason::incapacitated) {
            ++counts[{person.last_unit, person.inside}];
        }
    }
    ordered_json list = ordered_json::array();
    for (const auto& [place, count] : counts) {
        list.push_back({{"unit", unit_id(plan, place.first)},
                        {"reason", name_of(place.second)},
                        {"count", count}});
    }
    return list;
}

ordered_json levels_json(const Plan& plan, const Outcome& outcome) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < plan.levels.size() && i < outcome.level_clear.size(); ++i) {
        const int inside = outcome.curve.empty() ? 0 : outcome.curve.back().by_level.at(i);
        list.push_back({{"id", plan.levels[i].id},
                        {"name", name_json(plan.levels[i].name)},
                        {"clear_s", seconds(outcome.level_clear[i])},
                        {"inside", inside}});
    }
    return list;
}

ordered_json exits_json(const Plan& plan, const Outcome& outcome) {
    const std::vector<int> use = exit_use(plan, outcome);
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const Opening& opening = plan.openings[i];
        if (!opening.exit && use[i] == 0) {
            continue;
        }
        const OpeningOutcome& passed = outcome.openings[i];
        list.push_back({{"id", opening.id},
                        {"name", name_json(opening.name)},
                        {"people", use[i]},
                        {"first_s", seconds(passed.first_time)},
                        {"last_s", seconds(passed.last_time)},
                        {"peak_flow_per_s", rounded(passed.peak_flow, 3)}});
    }
    return list;
}

ordered_json roll_calls_json(const Plan& plan, const std::vector<RollCall>& calls) {
    ordered_json list = ordered_json::array();
    for (const RollCall& call : calls) {
        const auto area = static_cast<std::size_t>(call.group->assembly_area);
        list.push_back({{"group", call.group->id},
                        {"name", name_json(call.group->name)},
                        {"assembly_area", plan.assembly_areas[area].id},
                        {"people", call.people},
                        {"there", call.there},
                        {"complete_s", seconds(call.complete)}});
    }
    return list;
}

ordered_json hazards_json(const Scenario& scenario, const Outcome& outcome) {
    ordered_json fires = ordered_json::array();
    for (const Fire& fire : scenario.hazards.fires) {
        fires.push_back(
            {{"unit", unit_id(scenario.plan, fire.unit)}, {"start_s", seconds(fire.start)}});
    }
    const SmokeToll toll = smoke_toll(outcome);
    return {{"fires", std::move(fires)},
            {"in_smoke", toll.in_smoke},
            {"worst_fed_gases", rounded(toll.worst_dose, 4)},
            {"worst_fed_heat", rounded(toll.worst_heat, 4)}};
}

ordered_json stuck_json(const Plan& plan, const Outcome& outcome) {
    ordered_json list = ordered_json::array();
    for (const StuckReport& report : outcome.stuck) {
        list.push_back({{"person", report.person},
                        {"time_s", seconds(report.time)},
                        {"unit", unit_id(plan, report.unit)},
                        {"x", metres(report.position.x())},
                        {"y", metres(report.position.y())}});
    }
    return list;
}

ordered_json messages_json(const std::vector<Message>& messages) {
    ordered_json list = ordered_json::array();
    for (const Message& message : messages) {
        list.push_back(label_of(message).by_language);
    }
    return list;
}

}  // namespace

std::string_view name_of(MotionModel model) {
    return model == MotionModel::hydraulic ? "hydraulic" : "headway";
}

std::string_view name_of(Flow flow) {
    return flow == Flow::design ? "design" : "calibrated";
}

std::string_view name_of(RouteChoice choice) {
    return choice == RouteChoice::shortest ? "shortest" : "quickest";
}

std::string_view name_of(InsideReason reason) {
    return reason_names[static_cast<std::size_t>(reason)];
}

double first_out(const Outcome& outcome) {
    double first = never;
    for (const PersonOutcome& person : outcome.people) {
        if (person.exit_opening >= 0) {  // not in the open from the start
            first = std::min(first, person.exit_time);
        }
    }
    return first;
}

double clearing_time(const Outcome& outcome) {
    if (outcome.out < outcome.placed) {
        return never;
    }
    double last = 0.0;
    for (const PersonOutcome& person : outcome.people) {
        last = std::max(last, person.exit_time);
    }
    return last;
}

double assembly_time(const Scenario& scenario, const std::vector<Person>& people,
                     const Outcome& outcome) {
    double last = -never;
    for (std::size_t id = 0; id < people.size(); ++id) {
        if (scenario.groups[static_cast<std::size_t>(people[id].group)].assembly_area >= 0) {
            last = std::max(last, outcome.people[id].assembled_time);
        }
    }
    return last < 0.0 ? never : last;
}

std::vector<int> exit_use(const Plan& plan, const Outcome& outcome) {
    std::vector<int> use(plan.openings.size(), 0);
    for (const PersonOutcome& person : outcome.people) {
        if (person.exit_opening >= 0) {
            ++use[static_cast<std::size_t>(person.exit_opening)];
        }
    }
    return use;
}

SmokeToll smoke_toll(const Outcome& outcome) {
    SmokeToll toll;
    for (const PersonOutcome& person : outcome.people) {
        toll.in_smoke += person.in_smoke > 0.0 ? 1 : 0;
        toll.worst_dose = std::max(toll.worst_dose, person.dose);
        toll.worst_heat = std::max(toll.worst_heat, person.heat);
    }
    return toll;
}

ordered_json summary_json(const Scenario& scenario, const std::vector<Person>& people,
                          const Outcome& outcome, const RunFacts& facts) {
    const Plan& plan = scenario.plan;
    const auto assembled = std::count_if(
        outcome.people.begin(), outcome.people.end(),
        [](const PersonOutcome& person) { return std::isfinite(person.assembled_time); });
    const double rate =
        facts.wall_time > 0.0 ? static_cast<double>(outcome.agent_steps) / facts.wall_time : never;

    ordered_json summary;
    summary["version"] = version();
    summary["scenario"] = {
        {"id", scenario.id}, {"name", name_json(scenario.name)}, {"file", scenario.file}};
    summary["plan"] = {{"id", plan.id}, {"name", name_json(plan.name)}, {"file", plan.file}};
    summary["seed"] = scenario.seed;
    summary["model"] = name_of(scenario.model);
    summary["motivation"] = name_of(scenario.motivation);
    summary["flow"] = name_of(scenario.flow);
    summary["choice"] = name_of(scenario.choice);
    summary["step_s"] = scenario.step;
    summary["people"] = {{"placed", outcome.placed},
                         {"out", outcome.out},
                         {"assembled", assembled},
                         {"incapacitated", outcome.incapacitated},
                         {"inside", inside_json(plan, outcome)}};
    summary["first_out_s"] = seconds(first_out(outcome));
    summary["clearing_time_s"] = seconds(clearing_time(outcome));
    summary["assembly_time_s"] = seconds(assembly_time(scenario, people, outcome));
    summary["levels"] = levels_json(plan, outcome);
    summary["exits"] = exits_json(plan, outcome);
    summary["roll_calls"] = roll_calls_json(plan, roll_calls(scenario, people, outcome));
    if (scenario.hazards.any()) {
        summary["hazards"] = hazards_json(scenario, outcome);
    }
    summary["stuck"] = stuck_json(plan, outcome);
    summary["deepest_overlap"] = rounded(outcome.deepest_overlap, 4);
    summary["warnings"] = messages_json(facts.warnings);
    summary["assumptions"] = messages_json(scenario.assumptions);
    summary["simulated_s"] = seconds(outcome.simulated);
    summary["steps"] = outcome.steps;
    summary["agent_steps"] = outcome.agent_steps;
    summary["wall_s"] = rounded(facts.wall_time, 3);
    summary["agent_steps_per_s"] = rounded(rate, 0);
    summary["threads"] = facts.threads;
    summary["state_hash"] = fmt::format("{:016x}", outcome.state_hash);
    return summary;
}

}  // namespace evac
