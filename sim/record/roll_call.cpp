#include "sim/record/roll_call.hpp"

#include "sim/record/csv.hpp"

#include <algorithm>
#include <map>

namespace evac {

std::vector<RollCall> roll_calls(const Scenario& scenario, const std::vector<Person>& people,
                                 const Outcome& outcome) {
    struct Count {
        RollCall call;
        double last = 0.0;
    };
    std::map<int, Count> counts;
    for (std::size_t id = 0; id < people.size(); ++id) {
        const Group& group = scenario.groups[static_cast<std::size_t>(people[id].group)];
        if (group.assembly_area < 0) {
            continue;
        }
        Count& count = counts[group.number];
        if (count.call.group == nullptr) {
            count.call.group = &group;
        }
        ++count.call.people;
        if (outcome.people[id].assembled_time != never) {
            ++count.call.there;
            count.last = std::max(count.last, outcome.people[id].assembled_time);
        }
    }
    std::vector<RollCall> calls;
    for (auto& [number, count] : counts) {
        if (count.call.there == count.call.people) {
            count.call.complete = count.last;
        }
        calls.push_back(count.call);
    }
    return calls;
}

const RollCall* last_complete(const std::vector<RollCall>& calls) {
    const auto last = std::max_element(
        calls.begin(), calls.end(),
        [](const RollCall& a, const RollCall& b) { return a.complete < b.complete; });
    return last == calls.end() ? nullptr : &*last;
}

void write_roll_calls_csv(const std::filesystem::path& file, const Plan& plan,
                          const std::vector<RollCall>& calls) {
    CsvFile csv(file, "group,name,name_zh,assembly_area,people,there,complete_s");
    for (const RollCall& call : calls) {
        const auto area = static_cast<std::size_t>(call.group->assembly_area);
        csv.cell(call.group->id)
            .cell(call.group->name.in(Language::en))
            .cell(call.group->name.in(Language::zh))
            .cell(plan.assembly_areas[area].id)
            .cell(call.people)
            .cell(call.there)
            .cell(call.complete, 2)
            .end_row();
    }
    csv.finish();
}

}  // namespace evac
