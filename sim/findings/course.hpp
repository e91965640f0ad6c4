#pragma once

#include "sim/drill/scenario.hpp"

#include <vector>

namespace evac {

/// What stands in the way in the course of a drill, from the alarm on: an inspection sees the worst
/// hour, what is proven must hold in the best one.
struct Course {
    std::vector<char> ever_present;    ///< per Plan::fixtures: stands there at some time
    std::vector<char> always_present;  ///< stands there all the time
    std::vector<char> ever_closed;     ///< per Plan::openings: nobody can pass at some time
    std::vector<char> always_closed;   ///< nobody can pass at any time

    /// What is there at some time only: indices.
    std::vector<int> passing_fixtures() const;
    std::vector<int> passing_closures() const;

    /// Whether anything changes after the alarm, so that worst and best hour differ.
    bool changes() const { return ever_present != always_present || ever_closed != always_closed; }
};

/// Events up to the alarm have happened before anybody moves.
Course course_of(const Scenario& scenario);

}  // namespace evac
