#include "sim/ground/lattice.hpp"

#include "sim/ground/eikonal.hpp"
#include "sim/ground/frame.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// Nodes reach this far around the polygon's box [m]: the porches must fit in.
constexpr double lattice_margin = porch_depth + 0.1;

/// More cells than this make a lattice coarser: 60,000 m2 at 0.1 m. Only sites under the open sky
/// are that large.
constexpr double most_cells = 6e6;

/// What a cell of the lattice is before it becomes a node or not.
enum class Place : char { nowhere, floor };

/// The direction (folded into the first quadrant) that most of the walls' length follows.
Vec2 main_direction(const Polygon& polygon) {
    struct Edge {
        Vec2 direction;
        double length;
    };
    std::vector<Edge> all;
    for (const Segment& edge : edges(polygon)) {
        const double length = edge.length();
        if (length == 0.0) {
            continue;
        }
        Vec2 d = (edge.b - edge.a) / length;
        while (!(d.x() > 0.0 && d.y() >= 0.0)) {
            d = left_of(d);
        }
        all.push_back({d, length});
    }
    // The longest edges stand for election, so that a curved outline of thousands stays cheap.
    std::vector<Edge> candidates = all;
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Edge& a, const Edge& b) { return a.length > b.length; });
    constexpr std::size_t most_candidates = 16;
    candidates.resize(std::min(candidates.size(), most_candidates));
    candidates.insert(candidates.begin(), Edge{Vec2::UnitX(), 0.0});
    Vec2 best = Vec2::UnitX();
    double most = 0.0;
    for (const Edge& candidate : candidates) {
        double along = 0.0;
        for (const Edge& edge : all) {
            const double c = candidate.direction.dot(edge.direction);
            const double s = cross(candidate.direction, edge.direction);
            along +=
                edge.length * (c * c * c * c + s * s * s * s);  // 1 along or across, 1/2 between
        }
        if (along > most * (1.0 + 1e-9)) {
            most = along;
            best = candidate.direction;
        }
    }
    return best;
}

/// Fills `origin`, `axis`, `columns` and `rows`; makes `spacing` coarser in a huge unit.
void fit_frame(UnitGround& ground, const Polygon& polygon) {
    ground.axis = main_direction(polygon);
    const Vec2 corner = polygon.outer.front();
    Vec2 low = Vec2::Zero();
    Vec2 high = Vec2::Zero();
    for (const Vec2& p : polygon.outer) {
        const Vec2 q(ground.axis.dot(p - corner), cross(ground.axis, p - corner));
        low = low.cwiseMin(q);
        high = high.cwiseMax(q);
    }
    const Vec2 size = high - low + 2.0 * Vec2(lattice_margin, lattice_margin);
    while (size.x() * size.y() / (ground.spacing * ground.spacing) > most_cells) {
        ground.spacing *= 2.0;
    }
    // Half a cell off the walls: rooms measured in decimetres get a lattice that is the same from
    // all sides, and no node lies right on a wall.
    const double h = ground.spacing;
    const double margin = (std::ceil(lattice_margin / h) - 0.5) * h;
    const Vec2 start = low - Vec2(margin, margin);
    ground.origin = corner + start.x() * ground.axis + start.y() * left_of(ground.axis);
    ground.columns = static_cast<int>(std::ceil((high.x() + margin - start.x()) / h)) + 1;
    ground.rows = static_cast<int>(std::ceil((high.y() + margin - start.y()) / h)) + 1;
}

std::size_t cell_of(const UnitGround& ground, int column, int row) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(ground.columns) +
           static_cast<std::size_t>(column);
}

/// Marks every node inside the polygon.
void mark(std::vector<Place>& places, const UnitGround& ground, const Polygon& polygon,
          Place place) {
    std::vector<Segment> outline = edges(polygon);
    double low = ground.rows;
    double high = 0.0;
    for (Segment& edge : outline) {
        edge = {to_lattice(ground, edge.a), to_lattice(ground, edge.b)};
        low = std::min({low, edge.a.y(), edge.b.y()});
        high = std::max({high, edge.a.y(), edge.b.y()});
    }
    const int first_row = std::max(0, static_cast<int>(std::floor(low)));
    const int last_row = std::min(ground.rows - 1, static_cast<int>(std::ceil(high)));
    std::vector<double> crossings;
    for (int row = first_row; row <= last_row; ++row) {
        crossings.clear();
        for (const Segment& edge : outline) {
            if ((edge.a.y() > row) != (edge.b.y() > row)) {
                crossings.push_back(edge.a.x() + (row - edge.a.y()) / (edge.b.y() - edge.a.y()) *
                                                     (edge.b.x() - edge.a.x()));
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const int first = std::max(0, static_cast<int>(std::ceil(crossings[i])));
            const int last =
                std::min(ground.columns - 1, static_cast<int>(std::floor(crossings[i + 1])));
            for (int column = first; column <= last; ++column) {
                places[cell_of(ground, column, row)] = place;
            }
        }
    }
}

/// The strip behind a gap that people may be pushed back to. It keeps off the jambs: the strips
/// behind two doors with a thin wall between must not join, or a way would lead round its end.
Polygon porch(const Gap& gap) {
    const Vec2 out = gap.out;
    const double length = gap.line.length();
    const Vec2 inset = std::min(nearest_walk, 0.25 * length) / length * (gap.line.b - gap.line.a);
    const Vec2 a = gap.line.a + inset;
    const Vec2 b = gap.line.b - inset;
    Polygon strip{
        {a - gap_depth * out, b - gap_depth * out, b + porch_depth * out, a + porch_depth * out},
        {}};
    orient(strip);
    return strip;
}

/// Calls visit(cell, distance) for every cell within `reach` of `line`.
template <class Visit>
void for_cells_near(const UnitGround& ground, const Segment& line, double reach, Visit visit) {
    // Long walls that run askew have large boxes: they are taken in pieces.
    constexpr double longest_piece = 2.0;  // [m]
    const int pieces = std::max(1, static_cast<int>(std::ceil(line.length() / longest_piece)));
    const Vec2 step = (line.b - line.a) / pieces;
    const double margin = reach / ground.spacing;
    for (int piece = 0; piece < pieces; ++piece) {
        const Segment part{to_lattice(ground, line.a + piece * step),
                           to_lattice(ground, line.a + (piece + 1) * step)};
        const Vec2 low = part.a.cwiseMin(part.b) - Vec2(margin, margin);
        const Vec2 high = part.a.cwiseMax(part.b) + Vec2(margin, margin);
        const int first_column = std::max(0, static_cast<int>(std::ceil(low.x())));
        const int last_column =
            std::min(ground.columns - 1, static_cast<int>(std::floor(high.x())));
        const int first_row = std::max(0, static_cast<int>(std::ceil(low.y())));
        const int last_row = std::min(ground.rows - 1, static_cast<int>(std::floor(high.y())));
        for (int row = first_row; row <= last_row; ++row) {
            for (int column = first_column; column <= last_column; ++column) {
                visit(cell_of(ground, column, row),
                      distance(part, Vec2(column, row)) * ground.spacing);
            }
        }
    }
}

}  // namespace

void lay_lattice(UnitGround& ground, const Plan& plan, const std::vector<char>& present, int unit,
                 const std::vector<Gap>& gaps, const std::vector<Segment>& plugs) {
    const Polygon& polygon = plan.units[static_cast<std::size_t>(unit)].polygon;
    fit_frame(ground, polygon);
    const std::size_t cells =
        static_cast<std::size_t>(ground.columns) * static_cast<std::size_t>(ground.rows);
    std::vector<Place> places(cells, Place::nowhere);
    for (const Gap& gap : gaps) {
        if (!gap.walled) {
            mark(places, ground, porch(gap), Place::floor);
        }
    }
    mark(places, ground, polygon, Place::floor);
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (plan.fixtures[i].unit == unit && present[i] != 0) {
            mark(places, ground, plan.fixtures[i].polygon, Place::nowhere);
        }
    }

    std::vector<float> clearance(cells, static_cast<float>(wall_reach));
    for (const Wall& wall : ground.walls) {
        if (wall.opening < 0) {
            for_cells_near(ground, wall.line, wall_reach, [&](std::size_t cell, double d) {
                clearance[cell] = std::min(clearance[cell], static_cast<float>(d));
            });
        }
    }
    const double nearest = nearest_node * ground.spacing;
    for (const Segment& plug : plugs) {
        for_cells_near(ground, plug, nearest, [&](std::size_t cell, double d) {
            if (d < nearest) {
                places[cell] = Place::nowhere;
            }
        });
    }

    ground.node_at.assign(cells, -1);
    ground.clearance.clear();
    for (std::size_t cell = 0; cell < cells; ++cell) {
        if (places[cell] == Place::floor && clearance[cell] >= static_cast<float>(nearest)) {
            ground.node_at[cell] = static_cast<std::int32_t>(ground.clearance.size());
            ground.clearance.push_back(clearance[cell]);
        }
    }
    ground.clearance.shrink_to_fit();
}

std::vector<Node> list_nodes(const UnitGround& ground) {
    std::vector<Node> nodes(ground.clearance.size());
    for (int row = 0; row < ground.rows; ++row) {
        for (int column = 0; column < ground.columns; ++column) {
            const int index = node_index(ground, column, row);
            if (index >= 0) {
                nodes[static_cast<std::size_t>(index)] = {
                    column,
                    row,
                    {node_index(ground, column + 1, row), node_index(ground, column - 1, row),
                     node_index(ground, column, row + 1), node_index(ground, column, row - 1)}};
            }
        }
    }
    return nodes;
}

}  // namespace evac
