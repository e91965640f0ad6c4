#pragma once

#include "sim/plan/plan.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstdint>
#include <vector>

namespace evac {

/// Walking distances inside units, measured on the ground by whoever builds it [m]. `unreachable`
/// (infinity) where there is no way.
struct WalkLengths {
    /// Per unit: square matrix over its openings (order of openings_by_unit), row = from.
    std::vector<std::vector<double>> between_openings;
    /// Per assembly area: from each opening of the unit it lies in.
    std::vector<std::vector<double>> to_assembly_area;
    /// Per unit: longest walk from any free point to each of its openings (how far people stand).
    std::vector<std::vector<double>> farthest;
    /// Rides by lift, for policies that may use them.
    struct Ride {
        int from = 0;       ///< unit of the car where one gets in
        int to = 0;         ///< unit of the car where one gets out
        double time = 0.0;  ///< waiting, doors and travel [s]
    };
    std::vector<Ride> rides;
};

/// The design flow of doors, gates and corridors [persons/(m s)] (IMO MSC.1/Circ.1533, 1.33 P/(ms)).
inline constexpr double design_flow = 1.33;

struct PassageVertex {
    int unit = outside;  ///< index into Plan::units, or `outside` for the one vertex of the outside
};

struct PassageEdge {
    int opening = 0;           ///< index into Plan::openings
    double clear_width = 0.0;  ///< [m]
    double capacity = 0.0;     ///< persons/s at the design flow
};

/// The building as a graph: vertices are units and the outside, edges are openings.
using PassageGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, PassageVertex, PassageEdge>;

/// Vertex i is unit i; vertex plan.units.size() is the outside. Edges in plan order, also those
/// that are locked.
PassageGraph build_passage_graph(const Plan& plan);

/// Passing an opening in one of its two directions: 2 * opening + (0 from units[0], 1 from
/// units[1]).
using Passing = int;

inline Passing passing(int opening, bool from_second) {
    return 2 * opening + (from_second ? 1 : 0);
}
inline int opening_of(Passing p) {
    return p / 2;
}
/// The unit one comes from and the unit (or `outside`) one comes to.
int unit_before(const Plan& plan, Passing p);
int unit_after(const Plan& plan, Passing p);

/// Whether who is there stands in the open air: in no unit, or in one that is outdoors.
bool open_air(const Plan& plan, int unit);

/// Whether this passing leaves the building: through an exit towards the outside or into the open
/// air. An exit between two units of the same kind leads from units[0] to units[1].
bool leads_out(const Plan& plan, Passing p);

/// Whom a way may lead where. Empty lists mean "any". Whoever starts inside a staircase that is not
/// listed may leave it.
struct RoutePolicy {
    std::vector<int> exits;           ///< openings with exit = true that may be used
    std::vector<std::string> stairs;  ///< staircases (Unit::stair) whose flights may be used
    int assembly_area = -1;  ///< where to go in the end; -1: the escape ends behind the exit
    int unit = -1;  ///< a place in the building to go to instead; its exits do not end a way
    bool step_free = false;  ///< no flights
    bool lifts = false;      ///< may use WalkLengths::rides

    bool operator==(const RoutePolicy&) const = default;
};

/// Walking speeds that turn lengths into times for the choice of ways [m/s].
struct RouteSpeeds {
    double level = 1.34;
    double flight_up = 0.61;    ///< Weidmann 1993, horizontal
    double flight_down = 0.69;  ///< Weidmann 1993, horizontal
    /// A way through a room that is not one's own must save this much to be taken [s]: corridors
    /// are there to be used, and exits may not depend on crossing other rooms (GB 55037-2022,
    /// 7.1.2).
    double crossing_room = 15.0;
};

/// Shortest ways in time from every passing to the end of the escape.
struct RouteTable {
    std::vector<double> time;    ///< per Passing: from the line to the end [s], infinity when none
    std::vector<double> length;  ///< the same way in metres
    std::vector<Passing> next;   ///< per Passing: the passing after it, -1 when the escape ends
};

/// The best ways for one policy; `closed[opening]` != 0 where one cannot pass (or is known not
/// to). An exit ends the way if the policy has no assembly area, else the area does; then an exit
/// to where no unit lies leads nowhere. Of ways that take equally long the one through the passing
/// with the lower number is taken.
RouteTable find_routes(const Plan& plan, const WalkLengths& lengths, const RoutePolicy& policy,
                       const RouteSpeeds& speeds, const std::vector<char>& closed);

/// The openings that no way can use as the plan has them: locked ones, and those too narrow for a
/// body (narrowest_gap).
std::vector<char> closed_openings(const Plan& plan);

/// Units (walkable and not in the open air, by index) from which nobody can get out through any
/// exit with these openings closed.
std::vector<int> units_without_way_out(const Plan& plan, const WalkLengths& lengths,
                                       const std::vector<char>& closed);

}  // namespace evac
