#pragma once

#include "sim/passage/flow_network.hpp"

#include <vector>

namespace evac {

/// Openings (and narrow places) that together hold everybody back: of all ways to part the people
/// from the open air, the one that lets fewest through.
struct MinimumCut {
    double capacity = 0.0;  ///< [persons/s]
    std::vector<int> arcs;  ///< indices into FlowNetwork::arcs, ascending
    int behind = 0;         ///< people on the inner side
};

/// The minimum cut between where people are and the open air (Ford and Fulkerson 1956; flow by
/// Boykov and Kolmogorov 2004). No arcs when nobody has a way out.
MinimumCut minimum_cut(const FlowNetwork& network);

/// A clearing time that nobody can beat who keeps to the design flow of openings.
struct ClearingBound {
    double time = 0.0;      ///< nobody can have cleared the building before [s]
    double walk = 0.0;      ///< what walking alone takes, the last one [s]
    std::vector<int> arcs;  ///< the cut that proves it; empty where walking alone is the proof
    double capacity = 0.0;  ///< of that cut [persons/s]
    int behind = 0;         ///< people who have to pass it
};

/// The bound: whoever is out by T crossed every cut between the earliest moment anybody can be
/// there and the latest from which one is still out by T. So no more than
/// sum (burst + capacity x (T - earliest - to_end)) people can be out behind a cut, for every cut;
/// the least such sum is a maximum flow (quickest flow over time, relaxed to windows: Hoppe and
/// Tardos 2000 for the exact one). The smallest T that no cut forbids is found by Newton's method
/// over cuts. Proven whatever ways people choose.
ClearingBound clearing_bound(const FlowNetwork& network);

}  // namespace evac
