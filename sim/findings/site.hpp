#pragma once

#include "sim/crowd/people.hpp"
#include "sim/findings/course.hpp"
#include "sim/findings/inspection.hpp"
#include "sim/findings/life_passages.hpp"
#include "sim/ground/ground.hpp"
#include "sim/passage/flow_network.hpp"

#include <vector>

namespace evac {

/// A building with its people as an inspector finds it: measured once, then asked again and again.
/// What is locked, blocked or put down at any time after the alarm is so from the start, since an
/// inspection sees the worst hour (Course).
struct Site {
    /// Throws InputError when people do not fit.
    explicit Site(Scenario drill_scenario);
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    Scenario scenario;  ///< as the file has it
    Course course;
    std::vector<Person> people;
    Ground ground;
    Inspection inspection;
    std::vector<LifePassage> passages;
    Zones zones;
    Departures departures;
    std::vector<LeastWalk> walks;

    const Plan& plan() const { return scenario.plan; }
    /// The network of the building as it is found; `closed` replaces what is closed.
    FlowSite flow_site(const std::vector<char>& closed) const;
};

/// When everybody could set out and be at the openings of their zone, at the earliest.
Departures measure_departures(const Scenario& scenario, const std::vector<Person>& people,
                              const Ground& ground, const Zones& zones);

/// The same building with some fixtures taken away and some openings opened again: what it would be
/// if these were mended. `fixtures` and `openings` are indices.
struct MendedSite {
    WalkLengths lengths;
    Zones zones;
    Departures departures;
    std::vector<LeastWalk> walks;
    std::vector<char> closed;
    ClearWidths standing;
};
MendedSite mend(const Site& site, const std::vector<int>& fixtures,
                const std::vector<int>& openings);

/// The network that proofs about the drill rest on: only what stands or is closed all the time is in
/// the way, for somebody may pass before it is closed or after it is opened.
FlowNetwork network_at_best(const Site& site);

}  // namespace evac
