#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace evac::render {

/// Somebody who is out.
struct Departure {
    double time = 0.0;  ///< since when [s]
    int person = 0;     ///< permanent id
    int exit = -1;      ///< index into Plan::openings, -1 where it is not known or there was none

    bool operator==(const Departure&) const = default;
};

/// Those of `people` who are out, in order of time, whether they are people of a drill that runs or
/// on record: whatever has an exit_time (infinite while inside) and an exit_opening. Whoever goes
/// in again, as rescuers do, is not among them until out again; whoever was in the open from the
/// start is, from then on.
template <class Person>
std::vector<Departure> departures_of(const std::vector<Person>& people) {
    std::vector<Departure> departures;
    for (std::size_t person = 0; person < people.size(); ++person) {
        if (std::isfinite(people[person].exit_time)) {
            departures.push_back(
                {people[person].exit_time, static_cast<int>(person), people[person].exit_opening});
        }
    }
    std::stable_sort(departures.begin(), departures.end(),
                     [](const Departure& a, const Departure& b) { return a.time < b.time; });
    return departures;
}

}  // namespace evac::render
