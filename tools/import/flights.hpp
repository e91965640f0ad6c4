#pragma once

#include "tools/import/frame.hpp"

#include <optional>
#include <vector>

namespace evac {

/// A flight that leads back from the mid landing, and the line at its head.
struct ReturnFlight {
    Polygon polygon;
    Segment foot;  ///< on the mid landing
    Segment head;  ///< where one arrives, a storey up
};

/// One storey of one staircase in plan: up a first flight to a mid landing half a storey higher,
/// round, and up one or two more.
///
///     near side                      far side
///     +--------+------------------+---------+
///     | floor  | return flight <- |   mid   |
///     |        +------------------+ landing |
///     |        | first flight ->  |         |
///     +--------+------------------+---------+
struct StairStorey {
    Polygon first;
    Segment foot;  ///< where the first flight begins
    Segment turn;  ///< where it reaches the mid landing
    Polygon landing;
    std::vector<ReturnFlight> returns;
    Polygon floor;     ///< landing in front of the flights, for storeys that are not drawn
    double run = 0.0;  ///< length of one flight in plan [m]
};

/// Rise, tread and riser that make a comfortable stair (2 risers + 1 tread = 0.6 m); a flight is
/// made this long where there is room [m].
double usual_run(double rise);

/// How far into the frame the doors of the stair reach decides where the flights can begin.
struct DogLeg {
    StairStorey storey;
    double flights_from = 0.0;  ///< along the frame: nearer than this is flat floor
    double flight_width = 0.0;
};

/// Lays a dog-leg stair into `frame` so that all within `doors_reach` of its near side stays flat.
/// Nothing when there is no room for flights of at least 0.9 m by 1.5 m and a landing.
std::optional<DogLeg> lay_dog_leg(const Frame& frame, double doors_reach, double half_rise);

/// A stair drawn as two polygons, the first flight and what surrounds it, joined at `turn`: the
/// surroundings are cut at that line into the mid landing and one or two flights back. Nothing when
/// the polygons do not have that shape.
struct ReturnStair {
    StairStorey storey;
    Frame frame;           ///< along: from the foot of the first flight to the turn and beyond
    double turn_at = 0.0;  ///< along the frame [m]
};
std::optional<ReturnStair> read_return_stair(const Polygon& first, const Polygon& surrounding,
                                             const Segment& turn);

}  // namespace evac
