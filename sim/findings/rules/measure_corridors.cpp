#include "sim/findings/rules/quantities.hpp"

#include <cmath>

namespace evac {

namespace {

/// Along the longest edge.
Vec2 axis_of(const Polygon& polygon) {
    Segment longest;
    for (const Segment& edge : edges(polygon)) {
        if (edge.length() > longest.length()) {
            longest = edge;
        }
    }
    return (longest.b - longest.a).normalized();
}

/// "two" where rooms open from both long sides, else "one"; "none" where no room does.
std::string sides_of(const Measuring& measuring, int corridor) {
    const Polygon& polygon = measuring.unit(corridor).polygon;
    const Vec2 axis = axis_of(polygon);
    const Vec2 middle = centroid(polygon);
    bool left = false;
    bool right = false;
    for (const int o : measuring.layout.by_unit[static_cast<std::size_t>(corridor)]) {
        if (measuring.room(beyond(measuring.opening(o), corridor))) {
            const Segment& line = measuring.opening(o).line;
            const bool along = std::abs(axis.dot((line.b - line.a).normalized())) > 0.7;
            const bool is_left = cross(axis, line.middle() - middle) > 0.0;
            left = left || (along && is_left);
            right = right || (along && !is_left);
        }
    }
    return left && right ? "two" : left || right ? "one" : "none";
}

Measurement& add_width(Measuring& measuring, const std::string& quantity, int unit,
                       const NarrowPlace& place) {
    Measurement& m = measure_unit(measuring, quantity, unit, place.width, "m");
    m.place = place.across.middle();
    m.dimension = Dimension{place.across, place.width};
    for (const int fixture : {place.fixture_a, place.fixture_b}) {
        if (fixture >= 0) {
            m.also.push_back(measuring.plan().fixtures[static_cast<std::size_t>(fixture)].id);
        }
    }
    return m;
}

}  // namespace

void measure_corridors(Measuring& measuring) {
    constexpr double narrower = 0.01;  // what counts as taken away by something [m]
    for (int u = 0; u < static_cast<int>(measuring.plan().units.size()); ++u) {
        if (!measuring.corridor(u)) {
            continue;
        }
        const std::string sides = sides_of(measuring, u);
        const NarrowPlace bare = narrowest_of(measuring.inspection.bare, u);
        if (std::isfinite(bare.width)) {
            add_width(measuring, "corridor_width", u, bare).facts.words["sides"] = sides;
        }
        const NarrowPlace standing = narrowest_of(measuring.inspection.standing, u);
        if (standing.width < bare.width - narrower) {
            add_width(measuring, "corridor_width_standing", u, standing).facts.words["sides"] =
                sides;
        }
    }
}

void measure_flights(Measuring& measuring) {
    constexpr double pi = 3.14159265358979323846;
    for (int u = 0; u < static_cast<int>(measuring.plan().units.size()); ++u) {
        const Unit& unit = measuring.unit(u);
        if (!measuring.indoors(u) || unit.kind != UnitKind::flight) {
            continue;
        }
        const NarrowPlace bare = narrowest_of(measuring.inspection.bare, u);
        if (std::isfinite(bare.width)) {
            // Every flight is as wide as its lanes and what hands and shoulders sway.
            constexpr double lane = 0.60;  // GB 50099-2011, 8.2.1 [m]
            add_width(measuring, "flight_width", u, bare);
            const double lanes = std::floor(bare.width / lane + 1e-6);
            add_width(measuring, "flight_beyond_lanes", u, bare).value =
                std::max(0.0, bare.width - lanes * lane);
        }
        const NarrowPlace standing = narrowest_of(measuring.inspection.standing, u);
        if (standing.width < bare.width - 0.01) {
            add_width(measuring, "flight_width_standing", u, standing);
        }
        if (!unit.steps) {
            continue;
        }
        measure_unit(measuring, "riser", u, unit.steps->riser, "m");
        measure_unit(measuring, "tread", u, unit.steps->tread, "m");
        if (unit.steps->tread > 0.0) {
            measure_unit(measuring, "flight_slope", u,
                         std::atan2(unit.steps->riser, unit.steps->tread) * 180.0 / pi, "deg");
        }
        double low = unit.elevation;
        double high = unit.elevation;
        for (const int o : measuring.layout.by_unit[static_cast<std::size_t>(u)]) {
            low = std::min(low, measuring.opening(o).elevation);
            high = std::max(high, measuring.opening(o).elevation);
        }
        if (unit.steps->riser > 0.0 && high > low) {
            measure_unit(measuring, "risers", u, std::round((high - low) / unit.steps->riser),
                         "risers");
        }
    }
}

}  // namespace evac
