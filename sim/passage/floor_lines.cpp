#include "sim/passage/floor_lines.hpp"

#include "sim/plan/leaf.hpp"

#include <boost/polygon/polygon.hpp>
#include <boost/polygon/segment_data.hpp>
#include <boost/polygon/segment_utils.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac {

namespace {

/// How far a wall may stand off an opening's line and still be opened by it [m]: the tolerance of
/// the plan's check, 0.05 m, and a centimetre for rounding.
constexpr double gap_depth = 0.06;

/// The stretch of `edge` that the gap of an opening takes, as parameters; first >= second: none.
std::pair<double, double> part_in_gap(const Segment& edge, const Segment& gap) {
    const double width = gap.length();
    const double length = edge.length();
    const Vec2 along = (gap.b - gap.a) / width;
    const auto off = [&](const Vec2& p) { return std::abs(cross(along, p - gap.a)); };
    const double start = along.dot(edge.a - gap.a);
    const double reach = along.dot(edge.b - edge.a);
    constexpr double parallel = 0.8;
    if (std::abs(reach) <= parallel * length) {
        // Across the line: a jog of the wall between the jambs belongs to the gap.
        constexpr double jamb = 0.02;  // [m]; a wall right at the jamb keeps its end
        const bool within = start > jamb && start < width - jamb && start + reach > jamb &&
                            start + reach < width - jamb && off(edge.a) <= gap_depth &&
                            off(edge.b) <= gap_depth;
        return within ? std::pair(0.0, 1.0) : std::pair(1.0, 0.0);
    }
    const double t0 = -start / reach;
    const double t1 = (width - start) / reach;
    const std::pair<double, double> part{std::max(0.0, std::min(t0, t1)),
                                         std::min(1.0, std::max(t0, t1))};
    const Vec2 middle = edge.a + 0.5 * (part.first + part.second) * (edge.b - edge.a);
    return off(middle) <= gap_depth ? part : std::pair(1.0, 0.0);
}

class Drawing {
public:
    Drawing(const Plan& plan, int unit) : plan_(plan) {
        const Box box = bounding_box(plan.units[static_cast<std::size_t>(unit)].polygon);
        floor_.origin = 0.5 * (box.low + box.high);
        // Four times the half size must fit into 32 bits (medial axes are drawn in a frame).
        constexpr double most = 4e8;
        const double half = 0.5 * std::max(box.size().x(), box.size().y());
        floor_.spacing = std::max(floor_.spacing, half / most);
        limit_ = 1.25 * most;
    }

    void add(const Vec2& a, const Vec2& b, const FloorLine& kind) {
        FloorLine line = kind;
        line.a = on_grid(a);
        line.b = on_grid(b);
        if (line.a != line.b) {
            floor_.lines.push_back(line);
        }
    }

    void add_edge(const Segment& edge, const std::vector<int>& openings) {
        if (edge.length() == 0.0) {
            return;
        }
        struct Cut {
            double first, second;
            int opening;
        };
        std::vector<Cut> cuts;
        for (const int opening : openings) {
            const Segment gap = plan_.openings[static_cast<std::size_t>(opening)].clear_line();
            if (gap.length() > 0.0) {
                const auto [first, second] = part_in_gap(edge, gap);
                if (first < second) {
                    cuts.push_back({first, second, opening});
                }
            }
        }
        std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
            return a.first != b.first ? a.first < b.first : a.opening < b.opening;
        });
        const auto at = [&](double t) { return Vec2(edge.a + t * (edge.b - edge.a)); };
        double done = 0.0;
        for (const Cut& cut : cuts) {
            if (cut.second <= done) {
                continue;
            }
            if (cut.first > done) {
                add(at(done), at(cut.first), {});
            }
            FloorLine gap;
            gap.gap = cut.opening;
            add(at(std::max(done, cut.first)), at(cut.second), gap);
            done = cut.second;
        }
        if (done < 1.0) {
            add(at(done), edge.b, {});
        }
    }

    FloorLines take() { return std::move(floor_); }

private:
    GridPoint on_grid(const Vec2& p) const {
        GridPoint point{};
        for (int i = 0; i < 2; ++i) {
            const double steps = (p[i] - floor_.origin[i]) / floor_.spacing;
            // What sticks out of the unit by a multiple of its size may be bent out there.
            point[static_cast<std::size_t>(i)] =
                static_cast<std::int32_t>(std::lround(std::clamp(steps, -limit_, limit_)));
        }
        return point;
    }

    const Plan& plan_;
    FloorLines floor_;
    double limit_ = 0.0;
};

/// Which of two lines in the same place is kept: gaps, walls, fixtures, leaves.
int rank(const FloorLine& line) {
    return line.gap >= 0 ? 0 : line.leaf >= 0 ? 3 : line.fixture >= 0 ? 2 : 1;
}

/// Cuts the lines where they meet. A cut is rounded to the grid and may bend a line across another
/// one, so that it is done again until nothing meets any more.
std::vector<FloorLine> cut_where_they_meet(std::vector<FloorLine> lines) {
    using GridSegment = boost::polygon::segment_data<std::int32_t>;
    using Corner = boost::polygon::point_data<std::int32_t>;
    constexpr int most_rounds = 20;
    for (int round = 0; round < most_rounds; ++round) {
        std::vector<GridSegment> whole;
        whole.reserve(lines.size());
        for (const FloorLine& line : lines) {
            whole.emplace_back(Corner(line.a[0], line.a[1]), Corner(line.b[0], line.b[1]));
        }
        std::vector<std::pair<std::size_t, GridSegment>> pieces;
        boost::polygon::intersect_segments(pieces, whole.begin(), whole.end());
        std::vector<FloorLine> cut;
        cut.reserve(pieces.size());
        for (const auto& [index, piece] : pieces) {
            FloorLine line = lines[index];
            const GridPoint low{piece.low().x(), piece.low().y()};
            const GridPoint high{piece.high().x(), piece.high().y()};
            const double along =
                static_cast<double>(high[0] - low[0]) * static_cast<double>(line.b[0] - line.a[0]) +
                static_cast<double>(high[1] - low[1]) * static_cast<double>(line.b[1] - line.a[1]);
            line.a = along < 0.0 ? high : low;
            line.b = along < 0.0 ? low : high;
            if (line.a != line.b) {
                cut.push_back(line);
            }
        }
        const auto ends = [](const FloorLine& line) {
            return std::minmax(line.a, line.b);
        };
        std::stable_sort(cut.begin(), cut.end(), [&](const FloorLine& s, const FloorLine& t) {
            const auto se = ends(s);
            const auto te = ends(t);
            return se.first != te.first     ? se.first < te.first
                   : se.second != te.second ? se.second < te.second
                                            : rank(s) < rank(t);
        });
        cut.erase(std::unique(cut.begin(), cut.end(),
                              [&](const FloorLine& s, const FloorLine& t) {
                                  return ends(s) == ends(t);
                              }),
                  cut.end());
        const auto same_ends = [&](const FloorLine& s, const FloorLine& t) {
            return ends(s) == ends(t);
        };
        const bool settled = std::equal(cut.begin(), cut.end(), lines.begin(), lines.end(),
                                        same_ends);
        lines = std::move(cut);
        if (settled) {
            break;
        }
    }
    return lines;
}

}  // namespace

FloorLines floor_lines(const Plan& plan, const Obstructions& obstructions, int unit,
                       const std::vector<int>& openings) {
    Drawing drawing(plan, unit);
    for (const Segment& edge : edges(plan.units[static_cast<std::size_t>(unit)].polygon)) {
        drawing.add_edge(edge, openings);
    }
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (plan.fixtures[i].unit == unit && obstructions.fixtures[i] != 0) {
            FloorLine kind;
            kind.fixture = static_cast<int>(i);
            for (const Segment& edge : edges(plan.fixtures[i].polygon)) {
                drawing.add(edge.a, edge.b, kind);
            }
        }
    }
    if (obstructions.leaves) {
        for (const int opening : openings) {
            FloorLine kind;
            kind.leaf = opening;
            for (const OpenLeaf& leaf :
                 open_leaves(plan, plan.openings[static_cast<std::size_t>(opening)])) {
                if (leaf.unit == unit) {
                    drawing.add(leaf.hinge, leaf.open_end, kind);
                }
            }
        }
    }
    FloorLines floor = drawing.take();
    floor.lines = cut_where_they_meet(std::move(floor.lines));
    return floor;
}

}  // namespace evac
