#include "sim/drill/occupant_load.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/text/problem.hpp"

#include <cmath>
#include <map>

namespace evac {

namespace {

/// What was put into the units of one category.
struct CategoryCount {
    double area_per_person = 0.0;  // [m2]
    bool known = true;             // the category is in the table
    int units = 0;
    int people = 0;
};

/// Rooms of the open air, lifts and corridors hold nobody at the start.
bool people_stay_in(const Unit& unit) {
    return unit.kind == UnitKind::room;
}

/// Rounded up, as codes do: half a person needs a whole way out.
int count_by_area(const Unit& unit, double area_per_person) {
    constexpr double rounding = 1e-9;
    return static_cast<int>(std::ceil(area(unit.polygon) / area_per_person - rounding));
}

void fill_units(Scenario& scenario, Group& everybody) {
    std::map<std::string, CategoryCount> by_category;
    int by_capacity = 0;
    for (std::size_t i = 0; i < scenario.plan.units.size(); ++i) {
        const Unit& unit = scenario.plan.units[i];
        if (!people_stay_in(unit)) {
            continue;
        }
        int count = 0;
        if (unit.capacity) {
            count = *unit.capacity;
            ++by_capacity;
        } else {
            const auto load = find_occupant_load(unit.category);
            CategoryCount& counted = by_category[unit.category];
            counted.known = load.has_value();
            counted.area_per_person = load.value_or(default_occupant_load()).area_per_person;
            count =
                counted.area_per_person > 0.0 ? count_by_area(unit, counted.area_per_person) : 0;
            ++counted.units;
            counted.people += count;
        }
        if (count > 0) {
            everybody.occupants.push_back({static_cast<int>(i), 0, count, ""});
        }
    }

    std::vector<Message>& assumptions = scenario.assumptions;
    if (by_capacity > 0) {
        assumptions.push_back(message(MessageId::default_capacity, by_capacity));
    }
    for (const auto& [category, counted] : by_category) {
        const std::string square_metres = fmt::format("{:.2f}", counted.area_per_person);
        if (counted.people > 0) {
            assumptions.push_back(
                message(counted.known ? MessageId::default_load : MessageId::default_load_unknown,
                        category, square_metres, counted.units, counted.people));
        }
    }
}

/// Fewer people where the floor is too narrow or too full of fixtures for its load.
void leave_out_who_does_not_fit(Scenario& scenario) {
    const std::vector<int> fit = count_who_fit(scenario);
    std::vector<Occupants>& occupants = scenario.groups.front().occupants;
    for (Occupants& some : occupants) {
        const auto unit = static_cast<std::size_t>(some.unit);
        if (fit[unit] < some.count) {
            scenario.assumptions.push_back(message(
                MessageId::default_fewer, scenario.plan.units[unit].id, some.count, fit[unit]));
            some.count = fit[unit];
        }
    }
    std::erase_if(occupants, [](const Occupants& some) { return some.count == 0; });
}

}  // namespace

Scenario default_scenario(Plan plan) {
    Scenario scenario;
    scenario.id = plan.id;
    scenario.name = plan.name;
    scenario.file = plan.file;
    scenario.plan = std::move(plan);
    scenario.fixture_present.assign(scenario.plan.fixtures.size(), 1);
    for (Profile& profile : built_in_profiles()) {
        if (profile.id == "adult") {
            scenario.profiles.push_back(std::move(profile));
        }
    }
    Group everybody;
    everybody.id = "everybody";
    everybody.name.by_language = {{"en", "everybody"}, {"zh", "全体人员"}};
    scenario.groups.push_back(std::move(everybody));

    scenario.assumptions.push_back(message(MessageId::default_people));
    fill_units(scenario, scenario.groups.front());
    leave_out_who_does_not_fit(scenario);
    if (scenario.groups.front().occupants.empty()) {
        throw InputError({{scenario.file, "", "", message(MessageId::default_nobody),
                           message(MessageId::default_nobody_remedy)}});
    }
    return scenario;
}

}  // namespace evac
