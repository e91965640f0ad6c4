#include "sim/ground/walls.hpp"

#include <algorithm>

namespace evac {

namespace {

/// The unit's own edges and fixtures, without its gaps.
std::vector<Segment> solid_walls(const Plan& plan, const std::vector<char>& present, int unit,
                                 const std::vector<Gap>& gaps) {
    std::vector<Segment> solid;
    for (const Segment& edge : edges(plan.units[static_cast<std::size_t>(unit)].polygon)) {
        for (const Segment& rest : without_gaps(edge, gaps)) {
            solid.push_back(rest);
        }
    }
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (plan.fixtures[i].unit == unit && present[i] != 0) {
            for (const Segment& edge : edges(plan.fixtures[i].polygon)) {
                solid.push_back(edge);
            }
        }
    }
    return solid;
}

/// `wall` cut at every edge of `polygon`, and of the pieces those that lie clearly outside it.
std::vector<Segment> outside_of(const Polygon& polygon, const Segment& wall) {
    std::vector<double> cuts{0.0, 1.0};
    const Vec2 step = wall.b - wall.a;
    for (const Segment& edge : edges(polygon)) {
        const Vec2 along = edge.b - edge.a;
        const double turn = cross(step, along);
        if (turn != 0.0) {
            const double t = cross(edge.a - wall.a, along) / turn;
            const double s = cross(edge.a - wall.a, step) / turn;
            if (t > 0.0 && t < 1.0 && s >= 0.0 && s <= 1.0) {
                cuts.push_back(t);
            }
        }
    }
    std::sort(cuts.begin(), cuts.end());
    constexpr double on_edge = 0.01;  // [m]; what runs along an edge is there already, or is a gap
    std::vector<Segment> pieces;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const Segment piece{wall.a + cuts[i] * step, wall.a + cuts[i + 1] * step};
        const Vec2 middle = piece.middle();
        if (!contains(polygon, middle) && edge_distance(polygon, middle) >= on_edge) {
            pieces.push_back(piece);
        }
    }
    return pieces;
}

/// Walls of the unit behind `gap` that a body in the doorway feels.
void add_walls_behind(const Plan& plan, const std::vector<char>& present, int unit,
                      const std::vector<Gap>& gaps, const Gap& gap, std::vector<Wall>& walls) {
    const int behind = beyond(plan.openings[static_cast<std::size_t>(gap.opening)], unit);
    if (behind == outside || gap.walled) {
        return;
    }
    const Polygon& own = plan.units[static_cast<std::size_t>(unit)].polygon;
    for (const Segment& wall : solid_walls(plan, present, behind, gaps_of_unit(plan, behind))) {
        const Stretch near =
            clip_to_box(wall, gap.line, gap.out, wall_reach, wall_reach, -gap_depth, wall_reach);
        if (near.first >= near.second) {
            continue;
        }
        const Vec2 step = wall.b - wall.a;
        const Segment part{wall.a + near.first * step, wall.a + near.second * step};
        // Units of another level may lie across this one's floor or in front of its other gaps.
        for (const Segment& piece : without_gaps(part, gaps)) {
            for (const Segment& kept : outside_of(own, piece)) {
                walls.push_back({kept, -1});
            }
        }
    }
}

}  // namespace

std::vector<Wall> walls_of_unit(const Plan& plan, const std::vector<char>& present, int unit,
                                const std::vector<Gap>& gaps) {
    std::vector<Wall> walls;
    for (const Segment& wall : solid_walls(plan, present, unit, gaps)) {
        walls.push_back({wall, -1});
    }
    for (const Gap& gap : gaps) {
        if (!gap.walled) {
            walls.push_back({gap.line, gap.opening});
        }
    }
    for (const Gap& gap : gaps) {
        add_walls_behind(plan, present, unit, gaps, gap, walls);
    }
    return walls;
}

namespace {

/// The shortest line between two segments that do not cross: it starts at an end of one of them.
Segment shortest_between(const Segment& s, const Segment& t) {
    Segment best{s.a, closest_point(t, s.a)};
    for (const Segment& other :
         {Segment{s.b, closest_point(t, s.b)}, Segment{closest_point(s, t.a), t.a},
          Segment{closest_point(s, t.b), t.b}}) {
        if (other.length() < best.length()) {
            best = other;
        }
    }
    return best;
}

}  // namespace

std::vector<Segment> plugs_between(const std::vector<Wall>& walls) {
    // A sweep along x: only pairs whose spans come near are looked at.
    struct Span {
        double low, high;
        std::size_t wall;
    };
    std::vector<Span> spans;
    for (std::size_t i = 0; i < walls.size(); ++i) {
        if (walls[i].opening < 0) {
            const Segment& line = walls[i].line;
            spans.push_back(
                {std::min(line.a.x(), line.b.x()), std::max(line.a.x(), line.b.x()), i});
        }
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return a.low != b.low ? a.low < b.low : a.wall < b.wall;
    });
    constexpr double touching = 1e-3;  // [m]
    std::vector<Segment> plugs;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Segment& s = walls[spans[i].wall].line;
        for (std::size_t j = i + 1;
             j < spans.size() && spans[j].low < spans[i].high + narrowest_gap; ++j) {
            const Segment& t = walls[spans[j].wall].line;
            if (std::min(s.a.y(), s.b.y()) > std::max(t.a.y(), t.b.y()) + narrowest_gap ||
                std::min(t.a.y(), t.b.y()) > std::max(s.a.y(), s.b.y()) + narrowest_gap ||
                intersects(s, t)) {
                continue;
            }
            const Segment plug = shortest_between(s, t);
            const double width = plug.length();
            // A millimetre of grace: a gap drawn with exactly this width lets people through.
            if (width > touching && width < narrowest_gap - 1e-3) {
                plugs.push_back(plug);
            }
        }
    }
    return plugs;
}

}  // namespace evac
