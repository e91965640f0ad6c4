#include "sim/record/replay_info.hpp"

#include "sim/record/summary.hpp"
#include "sim/version.hpp"

namespace evac {

ReplayInfo replay_info(const Scenario& scenario, const std::vector<Person>& people) {
    ReplayInfo info;
    info.plan = scenario.plan;
    info.fixture_present = scenario.fixture_present;
    info.scenario_id = scenario.id;
    info.scenario_name = scenario.name;
    info.seed = scenario.seed;
    info.settings = {{"model", std::string(name_of(scenario.model))},
                     {"motivation", std::string(name_of(scenario.motivation))},
                     {"flow", std::string(name_of(scenario.flow))},
                     {"choice", std::string(name_of(scenario.choice))}};
    info.version = version();
    info.step = scenario.step;
    info.frames_per_second = scenario.frames_per_second;
    for (const Profile& profile : scenario.profiles) {
        info.profiles.push_back({profile.id, profile.name});
    }
    for (const Group& group : scenario.groups) {
        info.groups.push_back({group.id, group.name});
    }
    for (const Person& person : people) {
        info.people.push_back({person.profile, person.group, person.body_radius});
    }
    return info;
}

}  // namespace evac
