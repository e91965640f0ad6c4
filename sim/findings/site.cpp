#include "sim/findings/site.hpp"

#include "sim/crowd/doors.hpp"
#include "sim/drill/following.hpp"
#include "sim/drill/lengths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

std::vector<int> people_by_unit(const Plan& plan, const std::vector<Person>& people) {
    std::vector<int> count(plan.units.size(), 0);
    for (const Person& person : people) {
        ++count[static_cast<std::size_t>(person.unit)];
    }
    return count;
}

/// What stays when everything that could be cleared away is.
std::vector<char> built_in(const Plan& plan, std::vector<char> present) {
    for (std::size_t f = 0; f < present.size(); ++f) {
        present[f] = present[f] && !plan.fixtures[f].movable ? 1 : 0;
    }
    return present;
}

Inspection inspect(const Scenario& scenario, const Course& course,
                   const std::vector<Person>& people, const Ground& ground) {
    const Plan& plan = scenario.plan;
    const std::vector<char>& present = course.ever_present;
    const std::vector<char> fixed = built_in(plan, present);
    Inspection inspection{plan,
                          people_by_unit(plan, people),
                          present,
                          course.ever_closed,
                          measure_lengths(ground, plan),
                          measure_clear_widths(plan, {fixed, false}),
                          {},
                          measure_clear_widths(plan, {present, true})};
    inspection.standing =
        fixed == present ? inspection.bare : measure_clear_widths(plan, {present, false});
    return inspection;
}

/// The zone of somebody who stands at `position`: that of the first opening that can be reached.
int zone_of(const Ground& ground, const Plan& plan, const Zones& zones, int unit,
            const Vec2& position) {
    const std::vector<int>& candidates = zones.of_unit[static_cast<std::size_t>(unit)];
    for (const int zone : candidates) {
        for (const int o : zones.zones[static_cast<std::size_t>(zone)].openings) {
            const int field = find_field(ground, unit, {Target::Kind::opening, o});
            if (heading_at(ground, plan, unit, field, position).distance < unreachable) {
                return zone;
            }
        }
    }
    return -1;
}

/// Per person: the earliest first step [s]. Whoever follows others sets out no earlier than half of
/// the room has, each of those at the own time: a follower before them had nobody to follow.
std::vector<double> earliest_starts(const Scenario& scenario, const std::vector<Person>& people) {
    std::vector<double> starts;
    std::vector<std::vector<double>> in_unit(scenario.plan.units.size());
    for (const Person& person : people) {
        const Group& group = scenario.groups[static_cast<std::size_t>(person.group)];
        starts.push_back(scenario.alarm + scenario.hold + group.release_after +
                         person.pre_movement);
        in_unit[static_cast<std::size_t>(person.unit)].push_back(starts.back());
    }
    for (std::vector<double>& times : in_unit) {
        std::sort(times.begin(), times.end());
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (scenario.groups[static_cast<std::size_t>(people[i].group)].follows_others) {
            const std::vector<double>& times = in_unit[static_cast<std::size_t>(people[i].unit)];
            const double enough = std::ceil(share_followed * static_cast<double>(times.size()));
            starts[i] = std::min(starts[i], times[static_cast<std::size_t>(enough) - 1]);
        }
    }
    return starts;
}

}  // namespace

Departures measure_departures(const Scenario& scenario, const std::vector<Person>& people,
                              const Ground& ground, const Zones& zones) {
    const Plan& plan = scenario.plan;
    Departures departures;
    departures.speed = departures.flight_speed = 0.1;
    for (const Person& person : people) {
        const Profile& profile = scenario.profiles[static_cast<std::size_t>(person.profile)];
        departures.speed = std::max(departures.speed, person.free_speed);
        const double on_flights =
            profile.carriers > 0
                ? std::max(carried_speed(profile, false), carried_speed(profile, true))
                : person.free_speed * std::max(profile.stairs_down, profile.stairs_up);
        departures.flight_speed = std::max(departures.flight_speed, on_flights);
    }
    for (const char turn : make_doors(plan).turn) {
        departures.reach.push_back(turn ? turn_reach : 0.0);
    }
    const std::vector<double> starts = earliest_starts(scenario, people);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = people[i];
        const Unit& unit = plan.units[static_cast<std::size_t>(person.unit)];
        if (unit.kind == UnitKind::outdoors) {
            continue;  // in the open from the start
        }
        Departure departure;
        departure.unit = person.unit;
        departure.start = starts[i];
        departure.zone = zone_of(ground, plan, zones, person.unit, person.position);
        departure.speed =
            unit.kind == UnitKind::flight ? departures.flight_speed : person.free_speed;
        if (departure.zone >= 0) {
            for (const int o : zones.zones[static_cast<std::size_t>(departure.zone)].openings) {
                const int field = find_field(ground, person.unit, {Target::Kind::opening, o});
                const double measured =
                    heading_at(ground, plan, person.unit, field, person.position).distance;
                const Segment here{person.position, person.position};
                const Segment line = plan.openings[static_cast<std::size_t>(o)].clear_line();
                departure.at_opening.push_back(
                    measured < unreachable
                        ? departure.start +
                              std::max(0.0, least_length(here, line, measured) -
                                                departures.reach[static_cast<std::size_t>(o)]) /
                                  departure.speed
                        : unreachable);
            }
        }
        departures.people.push_back(std::move(departure));
    }
    return departures;
}

Site::Site(Scenario drill_scenario)
    : scenario(std::move(drill_scenario)),
      course(course_of(scenario)),
      people(place_people(scenario)),
      ground(build_ground(scenario.plan, course.ever_present, scenario.lattice)),
      inspection(inspect(scenario, course, people, ground)),
      passages(life_passages(inspection)),
      zones(find_zones(scenario.plan, inspection.lengths)),
      departures(measure_departures(scenario, people, ground, zones)),
      walks(least_walks(scenario.plan, inspection.lengths, departures)) {}

FlowSite Site::flow_site(const std::vector<char>& closed) const {
    return {plan(), zones, walks, departures, closed};
}

MendedSite mend(const Site& site, const std::vector<int>& fixtures,
                const std::vector<int>& openings) {
    MendedSite mended{site.inspection.lengths, site.zones, site.departures, site.walks,
                      site.inspection.closed, site.inspection.standing};
    for (const int o : openings) {
        mended.closed[static_cast<std::size_t>(o)] = 0;
    }
    if (fixtures.empty()) {
        return mended;
    }
    std::vector<char> present = site.inspection.fixture_present;
    std::vector<int> units;
    for (const int f : fixtures) {
        present[static_cast<std::size_t>(f)] = 0;
        units.push_back(site.plan().fixtures[static_cast<std::size_t>(f)].unit);
    }
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    Ground ground = site.ground;
    for (const int unit : units) {
        rebuild_unit(ground, site.plan(), present, unit);
        update_lengths(mended.lengths, ground, site.plan(), unit);
        mended.standing.units[static_cast<std::size_t>(unit)] =
            measure_clear_widths(site.plan(), {present, false}, unit);
    }
    mended.zones = find_zones(site.plan(), mended.lengths);
    mended.departures = measure_departures(site.scenario, site.people, ground, mended.zones);
    mended.walks = least_walks(site.plan(), mended.lengths, mended.departures);
    return mended;
}

FlowNetwork network_at_best(const Site& site) {
    if (!site.course.changes()) {
        return build_flow_network(site.flow_site(site.inspection.closed));
    }
    const MendedSite best =
        mend(site, site.course.passing_fixtures(), site.course.passing_closures());
    return build_flow_network({site.plan(), best.zones, best.walks, best.departures, best.closed});
}

}  // namespace evac
