#include "render/drawing/stairs.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

/// Height of one end of the flight: what lies beyond the opening, else the sill.
double height_at(const Plan& plan, int unit, const Opening& opening) {
    const int other = beyond(opening, unit);
    if (other == outside) {
        return opening.elevation;
    }
    const Unit& next = plan.units[static_cast<std::size_t>(other)];
    // Another flight says nothing: its elevation is that of its own lower end.
    return next.kind == UnitKind::flight || next.kind == UnitKind::ramp ? opening.elevation
                                                                        : next.elevation;
}

constexpr double default_tread = 0.28;  // [m], as Steps

}  // namespace

std::optional<FlightLine> flight_line(const Plan& plan, int unit,
                                      const std::vector<int>& openings) {
    const Opening* lowest = nullptr;
    const Opening* highest = nullptr;
    for (const int index : openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        const double height = height_at(plan, unit, opening);
        if (lowest == nullptr || height < height_at(plan, unit, *lowest)) {
            lowest = &opening;
        }
        if (highest == nullptr || height > height_at(plan, unit, *highest)) {
            highest = &opening;
        }
    }
    if (lowest == nullptr || height_at(plan, unit, *lowest) >= height_at(plan, unit, *highest)) {
        return std::nullopt;
    }
    return FlightLine{lowest->line.middle(), highest->line.middle()};
}

Drawing treads(const Unit& flight, const FlightLine& line, double closest, const Colour& colour) {
    Drawing drawing;
    const double tread = flight.steps ? flight.steps->tread : default_tread;
    if (line.length() == 0.0 || tread <= 0.0) {
        return drawing;
    }
    const double spacing = tread * std::max(1.0, std::ceil(closest / tread));
    const Vec2 up = line.up();
    for (double way = spacing; way < line.length() - 0.5 * tread; way += spacing) {
        const Vec2 centre = line.foot + way * up;
        // Where the line across the flight at this place meets the outline.
        std::vector<double> crossings;
        for (const Segment& edge : edges(flight.polygon)) {
            const double a = up.dot(edge.a - centre);
            const double b = up.dot(edge.b - centre);
            if ((a > 0.0) != (b > 0.0)) {
                const Vec2 p = edge.a + a / (a - b) * (edge.b - edge.a);
                crossings.push_back(left_of(up).dot(p - centre));
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            drawing.add(
                Line{{centre + crossings[i] * left_of(up), centre + crossings[i + 1] * left_of(up)},
                     Pen{colour, 0.012, 1.0, {}, false},
                     false});
        }
    }
    return drawing;
}

}  // namespace evac::render
