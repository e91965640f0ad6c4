#pragma once

#include "sim/crowd/people.hpp"
#include "sim/findings/inspection.hpp"
#include "sim/findings/life_passages.hpp"
#include "sim/ground/ground.hpp"
#include "sim/passage/flow_network.hpp"

#include <vector>

namespace evac {

/// A building with its people as an inspector finds it: measured once, then asked again and again.
/// Events of the drill count as if they had all happened: what is locked, blocked or put down at any
/// time is so from the start, since an inspection sees the worst hour.
struct Site {
    /// Throws InputError when people do not fit.
    explicit Site(Scenario drill_scenario);
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    Scenario scenario;  ///< as the file has it
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

}  // namespace evac
