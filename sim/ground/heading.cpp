#include "sim/ground/frame.hpp"
#include "sim/ground/ground.hpp"
#include "sim/ground/targets.hpp"
#include "sim/ground/walls.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac {

namespace {

/// Aiming this far through the line keeps people from slowing down in the doorway [m].
constexpr double aim_beyond = 0.2;

/// Behind its line, and this far to the sides of its sill, an opening sends people straight on [m].
constexpr double walk_on = 1.6;

Vec2 unit_or_zero(const Vec2& v) {
    const double length = v.norm();
    return length > 0.0 ? Vec2(v / length) : Vec2(Vec2::Zero());
}

Heading through_opening(const Field& field, const Vec2& p) {
    const Vec2 to_sill = closest_point(field.sill, p) - p;
    const double depth = beyond_line(field, p);
    if (depth <= 0.0) {
        // Who stands beside the opening first walks along the wall: aiming through the line from
        // there would press against the jamb.
        const double aside = (to_sill - to_sill.dot(field.out) * field.out).norm();
        const double aim = std::max(-aim_beyond, aim_beyond - 2.0 * aside);
        return {to_sill.norm(), unit_or_zero(to_sill + aim * field.out)};
    }
    // Once through, whoever passed askew need not come back into the middle.
    const Vec2 aside = to_sill + depth * field.out;
    const double pull = std::max(0.0, 1.0 - depth / aim_beyond);
    return {-depth, unit_or_zero(pull * aside + aim_beyond * field.out)};
}

bool reached(double distance) {
    return distance < unreachable;
}

/// Field values by lattice coordinates, `unreachable` where there is no node.
class Values {
public:
    Values(const UnitGround& ground, const std::vector<float>& field)
        : ground_(ground), field_(field) {}

    double at(int column, int row) const {
        const int node = node_index(ground_, column, row);
        return node < 0 ? unreachable : static_cast<double>(field_[static_cast<std::size_t>(node)]);
    }

private:
    const UnitGround& ground_;
    const std::vector<float>& field_;
};

/// The values at the corners of one cell: x + 2 y.
struct Corners {
    std::array<double, 4> value;

    bool any() const { return std::any_of(value.begin(), value.end(), reached); }
    bool all() const { return std::all_of(value.begin(), value.end(), reached); }
};

/// The cell of the lattice around a point, and where in it the point is (0 to 1).
struct Cell {
    int column, row;
    double x, y;
};

Cell cell_around(const UnitGround& ground, const Vec2& p) {
    const Vec2 q = to_lattice(ground, p);
    const Vec2 corner(std::floor(q.x()), std::floor(q.y()));
    // Far outside the lattice the cell's number is of no interest, but it must be one.
    const auto number = [](double place, int count) {
        return static_cast<int>(std::clamp(place, -8.0, count + 8.0));
    };
    return {number(corner.x(), ground.columns), number(corner.y(), ground.rows), q.x() - corner.x(),
            q.y() - corner.y()};
}

Corners corners_of(const Values& values, const Cell& cell) {
    return {{values.at(cell.column, cell.row), values.at(cell.column + 1, cell.row),
             values.at(cell.column, cell.row + 1), values.at(cell.column + 1, cell.row + 1)}};
}

/// Gives corners without a node the value that continues the rows and columns of nodes beside them,
/// so that next to a wall the direction still follows the floor before it.
void continue_into_walls(Corners& corners, const Values& values, const Cell& cell) {
    const int column = cell.column;
    const int row = cell.row;
    const Corners known = corners;
    // With the next node missing too, go on level.
    const auto continued = [](double near, double far) {
        return reached(far) ? 2.0 * near - far : near;
    };
    for (int corner = 0; corner < 4; ++corner) {
        const auto i = static_cast<std::size_t>(corner);
        if (reached(known.value[i])) {
            continue;
        }
        const int right = corner & 1;
        const int up = corner >> 1;
        const double along_row = known.value[i ^ 1U];
        const double along_column = known.value[i ^ 2U];
        double sum = 0.0;
        int count = 0;
        if (reached(along_row)) {
            sum += continued(along_row, values.at(column + (right != 0 ? -1 : 2), row + up));
            ++count;
        }
        if (reached(along_column)) {
            sum += continued(along_column, values.at(column + right, row + (up != 0 ? -1 : 2)));
            ++count;
        }
        if (count > 0) {
            corners.value[i] = sum / count;
        }
    }
    // A corner with neither neighbour known lies across the cell from the only one that was.
    for (std::size_t i = 0; i < 4; ++i) {
        if (!reached(corners.value[i])) {
            corners.value[i] =
                corners.value[i ^ 1U] + corners.value[i ^ 2U] - corners.value[i ^ 3U];
        }
    }
}

/// Slope of the distance at a node along (right, up), from the neighbours on both sides where there
/// are two: the slope of a cell alone jumps from one to the next, and in a narrow passage people
/// would zigzag about its middle.
double slope_at(const Values& values, int column, int row, int right, int up, double here) {
    const double before = values.at(column - right, row - up);
    const double behind = values.at(column + right, row + up);
    if (reached(before)) {
        return reached(behind) ? 0.5 * (behind - before) : here - before;
    }
    return reached(behind) ? behind - here : 0.0;
}

/// Bilinear distance and its steepest descent.
Heading descend(const UnitGround& ground, const Values& values, const Corners& corners,
                const Cell& cell) {
    const auto& v = corners.value;
    const double x = cell.x;
    const double y = cell.y;
    Heading heading;
    heading.distance =
        (1.0 - y) * ((1.0 - x) * v[0] + x * v[1]) + y * ((1.0 - x) * v[2] + x * v[3]);
    Vec2 gradient = Vec2::Zero();
    for (int corner = 0; corner < 4; ++corner) {
        const int right = corner & 1;
        const int up = corner >> 1;
        const double share = (right != 0 ? x : 1.0 - x) * (up != 0 ? y : 1.0 - y);
        const double here = v[static_cast<std::size_t>(corner)];
        gradient.x() += share * slope_at(values, cell.column + right, cell.row + up, 1, 0, here);
        gradient.y() += share * slope_at(values, cell.column + right, cell.row + up, 0, 1, here);
    }
    // Distance grows by a metre per metre, or faster beside walls. Where it does not, the cell lies
    // across the ridge between two ways round something: what is left of the slope leads along the
    // ridge, to and fro, and somebody might stand there for good.
    constexpr double least_slope = 0.5;
    if (gradient.norm() >= least_slope * ground.spacing) {
        heading.direction = from_lattice_axes(ground, unit_or_zero(-gradient));
    }
    return heading;
}

/// Towards the best node in sight around the cell, of the innermost ring that has one: where the
/// descent has no direction (on the ridge between two ways round a pillar) or no node is near.
Heading to_best_node(const UnitGround& ground, const Values& values, const Vec2& p,
                     const Cell& cell) {
    constexpr int rings = 3;  // cells
    const int column = cell.column;
    const int row = cell.row;
    Heading best;
    for (int ring = 0; ring <= rings && !reached(best.distance); ++ring) {
        for (int r = row - ring; r <= row + 1 + ring; ++r) {
            const bool edge_row = r == row - ring || r == row + 1 + ring;
            const int step = edge_row ? 1 : 1 + 2 * ring;  // else only the two ends of the row
            for (int c = column - ring; c <= column + 1 + ring; c += step) {
                const double value = values.at(c, r);
                const Vec2 way = node_position(ground, c, r) - p;
                const double length = way.norm();
                if (length > 0.0 && length + value < best.distance &&
                    !sight_blocked(ground, p, p + way)) {
                    best = {length + value, way / length};
                }
            }
        }
    }
    return best;
}

}  // namespace

Heading heading_at(const Ground& ground, const Plan& /*plan*/, int unit, int field,
                   const Vec2& position) {
    const UnitGround& here = ground.units[static_cast<std::size_t>(unit)];
    const Field& target = here.fields[static_cast<std::size_t>(field)];
    const bool to_opening = target.target.kind == Target::Kind::opening;
    double depth = -unreachable;
    double to_sill = unreachable;
    if (to_opening) {
        depth = beyond_line(target, position);
        if (depth > -sill_reach && depth < walk_on) {
            to_sill = distance(target.sill, position);
            if (to_sill <= sill_reach && in_sight_of_sill(here, target, position)) {
                return through_opening(target, position);
            }
        }
    }

    const Values values(here, target.distance);
    const Cell cell = cell_around(here, position);
    Corners corners = corners_of(values, cell);
    if (depth > 0.0 && to_sill < walk_on &&
        std::none_of(corners.value.begin(), corners.value.end(),
                     [](double value) { return reached(value) && value > 0.0; })) {
        return through_opening(target, position);  // beyond the line, and on no floor of the unit
    }
    if (!corners.any()) {
        const bool on_nodes = node_index(here, cell.column, cell.row) >= 0 ||
                              node_index(here, cell.column + 1, cell.row) >= 0 ||
                              node_index(here, cell.column, cell.row + 1) >= 0 ||
                              node_index(here, cell.column + 1, cell.row + 1) >= 0;
        // On nodes that the field does not reach there is no way; off the nodes it begins at one.
        return on_nodes ? Heading{} : to_best_node(here, values, position, cell);
    }
    if (!corners.all()) {
        continue_into_walls(corners, values, cell);
    }
    Heading heading = descend(here, values, corners, cell);
    if (heading.direction == Vec2::Zero()) {
        heading.direction = to_best_node(here, values, position, cell).direction;
    }
    return heading;
}

Vec2 detour_at(const Ground& ground, int unit, int field, const Vec2& position) {
    const UnitGround& here = ground.units[static_cast<std::size_t>(unit)];
    const Field& target = here.fields[static_cast<std::size_t>(field)];
    if (target.detour.empty()) {
        return Vec2::Zero();
    }
    const Values values(here, target.detour);
    const Cell cell = cell_around(here, position);
    Corners corners = corners_of(values, cell);
    if (!corners.any()) {
        return Vec2::Zero();
    }
    continue_into_walls(corners, values, cell);
    return descend(here, values, corners, cell).direction;
}

double clearance_at(const Ground& ground, int unit, const Vec2& position) {
    const UnitGround& here = ground.units[static_cast<std::size_t>(unit)];
    const Vec2 q = to_lattice(here, position);
    const double left = std::floor(q.x());
    const double below = std::floor(q.y());
    if (left >= 0.0 && below >= 0.0 && left + 1.0 < here.columns && below + 1.0 < here.rows) {
        const int column = static_cast<int>(left);
        const int row = static_cast<int>(below);
        const std::array<int, 4> nodes{
            node_index(here, column, row), node_index(here, column + 1, row),
            node_index(here, column, row + 1), node_index(here, column + 1, row + 1)};
        if (std::all_of(nodes.begin(), nodes.end(), [](int node) { return node >= 0; })) {
            const auto at = [&](std::size_t corner) {
                return static_cast<double>(here.clearance[static_cast<std::size_t>(nodes[corner])]);
            };
            const double x = q.x() - left;
            const double y = q.y() - below;
            return (1.0 - y) * ((1.0 - x) * at(0) + x * at(1)) +
                   y * ((1.0 - x) * at(2) + x * at(3));
        }
    }
    double nearest = wall_reach;
    for (const std::int32_t index : walls_in_bucket(here, position)) {
        const Wall& wall = here.walls[static_cast<std::size_t>(index)];
        if (wall.opening < 0) {
            nearest = std::min(nearest, distance(wall.line, position));
        }
    }
    return nearest;
}

}  // namespace evac
