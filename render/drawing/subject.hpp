#pragma once

#include "sim/drill/scenario.hpp"
#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"

#include <limits>
#include <vector>

namespace evac::render {

/// An opening that nobody passes for a while.
struct Closure {
    int opening = 0;                                         ///< index into Plan::openings
    bool locked = true;                                      ///< else blocked: smoke, fire, things
    double since = 0.0;                                      ///< [s]
    double until = std::numeric_limits<double>::infinity();  ///< [s]
};

/// One level to show. What every picture of a level starts from.
struct LevelSubject {
    const Plan& plan;
    int level = 0;
    Label title;                        ///< of the page: the drill's or the plan's name
    std::vector<char> fixture_present;  ///< as Scenario::fixture_present; empty: all
    Language language = Language::en;
    std::vector<Closure> closures;  ///< by events; what the plan itself locks need not be named
};

/// A level of a drill: with everything that stands there at any time, and all openings that are
/// locked or blocked at any time.
LevelSubject subject_of(const Scenario& scenario, int level, Language language);

/// How many people start in each unit.
std::vector<int> people_by_unit(const Scenario& scenario);

}  // namespace evac::render
