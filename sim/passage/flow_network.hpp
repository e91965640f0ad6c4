#pragma once

#include "sim/passage/clear_width.hpp"
#include "sim/passage/departures.hpp"
#include "sim/passage/least_walks.hpp"
#include "sim/passage/zones.hpp"

#include <limits>
#include <vector>

namespace evac {

/// One direction of an opening, or of a narrow place inside a unit, as a pipe for people.
struct FlowArc {
    int from = 0;  ///< vertex
    int to = 0;    ///< vertex; FlowNetwork::out() behind an exit
    int opening = -1;
    NarrowPlace narrow;     ///< where opening < 0
    double capacity = 0.0;  ///< [persons/s]
    /// People who may pass at once beyond the steady flow [persons]: an opening saves up 1.5 of
    /// them (drill/openings.cpp), and the next in line is let through 0.9 m ahead of it, which
    /// whoever walks slowly is long before being there.
    double burst = 0.0;
    double earliest = std::numeric_limits<double>::infinity();  ///< anybody at it [s]
    double to_end = std::numeric_limits<double>::infinity();    ///< from it to behind an exit [s]
};

/// The building as pipes. Vertices are zones, or the parts into which narrow places cut them.
struct FlowNetwork {
    int vertices = 0;  ///< without the open air
    std::vector<FlowArc> arcs;
    std::vector<int> people;  ///< per vertex: who starts there and has a way out
    int total = 0;            ///< sum of `people`
    int cut_off = 0;          ///< who has none
    std::vector<int> cut_off_in;  ///< their units, once per person, ascending
    double slowest_walk = 0.0;  ///< nobody in anybody's way, the last one behind an exit [s]

    int out() const { return vertices; }
};

/// What the network is made of.
struct FlowSite {
    const Plan& plan;
    const Zones& zones;
    const std::vector<LeastWalk>& walks;  ///< least_walks(), whatever is closed
    const Departures& departures;
    const std::vector<char>& closed;
    /// Where both are given, places that things make narrower than `bare` become pipes too, at the
    /// design flow: an estimate of what obstacles cost. Left out for a proven bound, because the
    /// simulation limits the flow of openings only.
    const ClearWidths* bare = nullptr;
    const ClearWidths* standing = nullptr;
};

/// Walking times are lower bounds: the way inside a unit is never longer than the one taken, and
/// everybody walks at the speed of the fastest.
FlowNetwork build_flow_network(const FlowSite& site);

/// Units of those whom `blocked` cuts off and `found` does not, once per person, ascending.
std::vector<int> newly_cut_off(const std::vector<int>& found, const std::vector<int>& blocked);

}  // namespace evac
