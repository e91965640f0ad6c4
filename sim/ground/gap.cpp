#include "sim/ground/gap.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// +1 when the unit lies to the left of the line, -1 to the right, 0 when it lies on both sides.
int side_of(const Unit& unit, const Segment& line) {
    const Vec2 along = line.b - line.a;
    const Vec2 left = left_of(along / line.length());
    int votes = 0;
    // Just beyond where the edge may stand, and a little farther, at several places: a corner of
    // the unit or a pillar may be near.
    for (const double offset : {gap_depth + 0.01, 2.0 * gap_depth}) {
        for (const double t : {0.5, 0.25, 0.75, 0.1, 0.9}) {
            const Vec2 foot = line.a + t * along;
            votes += contains(unit.polygon, foot + offset * left) ? 1 : 0;
            votes -= contains(unit.polygon, foot - offset * left) ? 1 : 0;
        }
    }
    return votes > 0 ? 1 : votes < 0 ? -1 : 0;
}

int side_of(const Plan& plan, int unit, const Segment& line) {
    return unit == outside ? 0 : side_of(plan.units[static_cast<std::size_t>(unit)], line);
}

Gap gap_in(const Plan& plan, int opening, int unit) {
    const Opening& o = plan.openings[static_cast<std::size_t>(opening)];
    Gap gap;
    gap.opening = opening;
    gap.line = o.clear_line();
    const Vec2 left = left_of((gap.line.b - gap.line.a) / gap.line.length());
    const int own = side_of(plan, unit, gap.line);
    const int other = side_of(plan, beyond(o, unit), gap.line);
    const int behind = beyond(o, unit);
    gap.walled = (own != 0 && own == other) ||
                 (behind != outside && !walkable(plan.units[static_cast<std::size_t>(behind)]));
    const int side = own != 0 ? own : other != 0 ? -other : unit == o.units[0] ? 1 : -1;
    gap.out = side > 0 ? Vec2(-left) : left;
    return gap;
}

/// The part of an edge that the gap takes away.
Stretch cut_by(const Segment& edge, const Gap& gap) {
    if (gap.walled) {
        return {1.0, 0.0};
    }
    const Vec2 along = (gap.line.b - gap.line.a) / gap.line.length();
    const Vec2 direction = (edge.b - edge.a) / edge.length();
    // Edges along the line are cut to its width; of edges across it only what stands clearly within
    // the gap (a jog of the wall) goes, so that a wall right at the jamb keeps its end.
    constexpr double parallel = 0.8;
    constexpr double jamb = 0.02;  // [m]
    const double inset = std::abs(along.dot(direction)) > parallel ? 0.0 : jamb;
    return clip_to_box(edge, gap.line, gap.out, -inset, -inset, -gap_depth, gap_depth);
}

}  // namespace

std::vector<Gap> gaps_of_unit(const Plan& plan, int unit) {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const Opening& opening = plan.openings[i];
        if (opening.units[0] == unit || opening.units[1] == unit) {
            gaps.push_back(gap_in(plan, static_cast<int>(i), unit));
        }
    }
    return gaps;
}

Stretch clip_to_box(const Segment& s, const Segment& line, const Vec2& out, double before,
                    double after, double low, double high) {
    const double length = line.length();
    const Vec2 along = (line.b - line.a) / length;
    const Vec2 start = s.a - line.a;
    const Vec2 step = s.b - s.a;
    Stretch part;
    // Liang-Barsky: every pair of parallel sides narrows the stretch.
    const auto narrow = [&](double from, double change, double least, double most) {
        if (change == 0.0) {
            if (from < least || from > most) {
                part = {1.0, 0.0};
            }
            return;
        }
        const double t0 = (least - from) / change;
        const double t1 = (most - from) / change;
        part.first = std::max(part.first, std::min(t0, t1));
        part.second = std::min(part.second, std::max(t0, t1));
    };
    narrow(along.dot(start), along.dot(step), -before, length + after);
    narrow(out.dot(start), out.dot(step), low, high);
    return part;
}

std::vector<Segment> without_gaps(const Segment& edge, const std::vector<Gap>& gaps) {
    std::vector<Segment> left;
    if (edge.length() == 0.0) {
        return left;
    }
    std::vector<Stretch> cuts;
    for (const Gap& gap : gaps) {
        const Stretch cut = cut_by(edge, gap);
        if (cut.first < cut.second) {
            cuts.push_back(cut);
        }
    }
    std::sort(cuts.begin(), cuts.end(),
              [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
    constexpr double shortest = 1e-3;  // [m]; less is rounding
    const auto keep = [&](double from, double to) {
        if ((to - from) * edge.length() > shortest) {
            const Vec2 step = edge.b - edge.a;
            // The very ends are taken as they are, so that walls of neighbouring edges meet.
            left.push_back({from == 0.0 ? edge.a : Vec2(edge.a + from * step),
                            to == 1.0 ? edge.b : Vec2(edge.a + to * step)});
        }
    };
    double done = 0.0;
    for (const Stretch& cut : cuts) {
        keep(done, cut.first);
        done = std::max(done, cut.second);
    }
    keep(done, 1.0);
    return left;
}

}  // namespace evac
