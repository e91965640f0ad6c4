#pragma once

#include "render/drawing/shape.hpp"
#include "sim/plan/plan.hpp"

#include <optional>

namespace evac::render {

/// The line people walk on a flight, from its lower to its upper end.
struct FlightLine {
    Vec2 foot = Vec2::Zero();
    Vec2 head = Vec2::Zero();

    Vec2 up() const { return (head - foot).normalized(); }
    double length() const { return (head - foot).norm(); }
};

/// Where the flight begins and ends, from its two openings (`openings`: those of this unit); empty
/// where the plan does not say which end is up.
std::optional<FlightLine> flight_line(const Plan& plan, int unit, const std::vector<int>& openings);

/// Edges of the treads, drawn no closer than `closest` metres.
Drawing treads(const Unit& flight, const FlightLine& line, double closest, const Colour& colour);

}  // namespace evac::render
