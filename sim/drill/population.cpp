#include "sim/crowd/demography.hpp"
#include "sim/crowd/placement.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/text/problem.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

// Which draws of a person are used for what.
constexpr std::uint32_t speed_draws = 0;
constexpr std::uint32_t radius_draws = draws_per_sample;
constexpr std::uint32_t age_draws = 2 * draws_per_sample;
constexpr std::uint32_t own_draws = 0;
constexpr std::uint32_t shared_draws = draws_per_sample;

/// All occupants of one unit, in the order in which their people are numbered.
struct UnitPeople {
    std::vector<const Occupants*> occupants;
    std::int64_t total = 0;
};

Draw draw_for(const Scenario& scenario, Purpose purpose, int unit, std::int64_t number) {
    return {scenario.seed, purpose, static_cast<std::uint32_t>(number),
            static_cast<std::uint32_t>(unit)};
}

const Profile& profile_of(const Scenario& scenario, const Occupants& occupants) {
    return scenario.profiles[static_cast<std::size_t>(occupants.profile)];
}

double radius_of(const Scenario& scenario, const Occupants& occupants, std::int64_t number) {
    return sample(profile_of(scenario, occupants).body_radius,
                  draw_for(scenario, Purpose::profile, occupants.unit, number), radius_draws);
}

std::vector<UnitPeople> people_by_unit(const Scenario& scenario) {
    std::vector<UnitPeople> units(scenario.plan.units.size());
    for (const Group& group : scenario.groups) {
        for (const Occupants& occupants : group.occupants) {
            UnitPeople& unit = units[static_cast<std::size_t>(occupants.unit)];
            unit.occupants.push_back(&occupants);
            unit.total += occupants.count;
        }
    }
    return units;
}

/// Radii of all people of the unit, or of as many as show that they cannot all fit: a slip of the
/// pen that asks for millions must not cost millions of draws.
std::vector<double> radii_of(const Scenario& scenario, const UnitPeople& people, const Unit& unit) {
    std::vector<double> radii;
    double covered = 0.0;
    const double floor_area = area(unit.polygon);
    for (const Occupants* occupants : people.occupants) {
        for (int i = 0; i < occupants->count && covered <= floor_area; ++i) {
            constexpr double pi = 3.141592653589793;
            const auto number = static_cast<std::int64_t>(radii.size());
            radii.push_back(radius_of(scenario, *occupants, number));
            covered += pi * radii.back() * radii.back();
        }
    }
    return radii;
}

Problem too_many(const Scenario& scenario, const UnitPeople& people, const Unit& unit, int fits) {
    // The entry with which the unit overflows is the one to change.
    const Occupants* overflowing = people.occupants.front();
    std::int64_t sum = 0;
    for (const Occupants* occupants : people.occupants) {
        overflowing = occupants;
        sum += occupants->count;
        if (sum > fits) {
            break;
        }
    }
    const std::string square_metres = fmt::format("{:.1f}", area(unit.polygon));
    return {scenario.file, overflowing->pointer, unit.id,
            message(MessageId::scenario_too_many_people, people.total, square_metres, fits),
            message(MessageId::scenario_too_many_people_remedy, fits)};
}

double pre_movement_of(const Scenario& scenario, const Group& group, const Occupants& occupants,
                       std::int64_t number) {
    const Draw own = draw_for(scenario, Purpose::pre_movement, occupants.unit, number);
    if (!group.shared_pre_movement && !group.own_pre_movement) {
        return std::max(0.0, sample(profile_of(scenario, occupants).pre_movement, own, own_draws));
    }
    double sum = 0.0;
    if (group.shared_pre_movement) {
        const Draw shared{scenario.seed, Purpose::pre_movement,
                          static_cast<std::uint32_t>(group.number), 0};
        sum += sample(*group.shared_pre_movement, shared, shared_draws);
    }
    if (group.own_pre_movement) {
        sum += sample(*group.own_pre_movement, own, own_draws);
    }
    return std::max(0.0, sum);
}

}  // namespace

std::vector<int> count_who_fit(const Scenario& scenario) {
    const std::vector<UnitPeople> units = people_by_unit(scenario);
    std::vector<int> fit(units.size(), 0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].total > 0) {
            const auto radii = radii_of(scenario, units[i], scenario.plan.units[i]);
            fit[i] = place_in_unit(scenario.plan, scenario.fixture_present, static_cast<int>(i),
                                   radii, scenario.seed)
                         .fits;
        }
    }
    return fit;
}

std::vector<Person> place_people(const Scenario& scenario) {
    const std::vector<UnitPeople> units = people_by_unit(scenario);
    std::vector<std::vector<double>> radii(units.size());
    std::vector<std::vector<Vec2>> places(units.size());
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].total == 0) {
            continue;
        }
        const Unit& unit = scenario.plan.units[i];
        radii[i] = radii_of(scenario, units[i], unit);
        UnitPlacement placement = place_in_unit(scenario.plan, scenario.fixture_present,
                                                static_cast<int>(i), radii[i], scenario.seed);
        if (placement.fits < units[i].total) {
            problems.push_back(too_many(scenario, units[i], unit, placement.fits));
        }
        places[i] = std::move(placement.places);
    }
    if (!problems.empty()) {
        throw InputError(std::move(problems));
    }

    std::vector<Person> people;
    std::vector<std::size_t> placed(units.size(), 0);
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        const Group& group = scenario.groups[g];
        for (const Occupants& occupants : group.occupants) {
            const auto unit = static_cast<std::size_t>(occupants.unit);
            for (int i = 0; i < occupants.count; ++i) {
                const std::size_t number = placed[unit]++;
                const auto draw_number = static_cast<std::int64_t>(number);
                Person person;
                person.profile = occupants.profile;
                person.group = static_cast<int>(g);
                person.unit = occupants.unit;
                person.position = places[unit][number];
                person.body_radius = radii[unit][number];
                const Profile& profile = profile_of(scenario, occupants);
                const Draw draw = draw_for(scenario, Purpose::profile, occupants.unit, draw_number);
                if (profile.by_age) {
                    const Demography who = sample(Population{}, draw, age_draws);
                    person.age = who.age;
                    person.male = who.sex == Sex::man;
                    person.free_speed = who.free_speed;
                } else {
                    person.free_speed = sample(profile.free_speed, draw, speed_draws);
                }
                person.pre_movement = pre_movement_of(scenario, group, occupants, draw_number);
                people.push_back(person);
            }
        }
    }
    return people;
}

}  // namespace evac
