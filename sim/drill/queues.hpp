#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/passage/passage.hpp"

#include <vector>

namespace evac {

/// The people before every opening, as those see them who think about another way.
struct Queues {
    std::vector<std::vector<double>>
        distance;  ///< per Passing: ways left to its line, ascending [m]
};

/// Counts everybody who walks, by the passing each walks to.
void look_at_queues(Queues& queues, const Crowd& crowd, const Plan& plan);

/// How many of them are nearer to the line of `p` than `distance` [m].
int people_before(const Queues& queues, Passing p, double distance);

/// How many people are on the way to it.
int people_bound_for(const Queues& queues, Passing p);

}  // namespace evac
