#pragma once

#include "sim/plan/plan.hpp"

namespace evac::scenes {

// Tiny whole buildings, in metres from (0, 0). The ids named here can be found with find_unit and
// find_opening.

/// "room", `width` by `depth`, with the exit "exit" in the middle of its right wall.
Plan one_room(double width, double depth, double exit_width);

/// "inner" (0..5 by 0..4) | "door" at x = 5, its middle at y = 2 | "outer" (5..9 by 0..4), which
/// has the exit "exit", 1.2 m wide, at x = 9.
Plan two_rooms(double door_width);

/// As two_rooms, but between the rooms lies the unit "neck", `depth` long and `width` wide, with
/// the openings "neck_in" and "neck_out".
Plan narrow_passage(double width, double depth);

/// "corridor", `length` by `width`, open at both ends: the exits "west" and "east".
Plan corridor(double length, double width);

/// "corridor", an L: `arm` along the x axis and `arm` along the y axis (outer sides), `width` wide;
/// the exits "start" (at y = arm) and "end" (at x = arm) take its whole width.
Plan l_corridor(double arm, double width);

/// "ring": a square corridor 2 m wide round a core, 12 m outside, with the exit "exit", 1 m wide,
/// in the middle of its right wall.
Plan ring();

/// Two storeys 3.2 m apart, joined by the staircase "east": "hall_0" (exit "exit"), opening "foot",
/// "flight_a", "turn_a", "landing", "turn_b", "flight_b", "head", "hall_1". The flights lie side by
/// side and are 1.5 m wide.
Plan dog_leg();

/// As dog_leg without a landing: "flight_b" lies above "flight_a" in plan, and both lie on the same
/// side of the opening "turn" that joins them.
Plan stacked_flights();

}  // namespace evac::scenes
