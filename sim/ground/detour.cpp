#include "sim/ground/detour.hpp"

#include "sim/ground/eikonal.hpp"
#include "sim/ground/frame.hpp"
#include "sim/ground/targets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac {

namespace {

/// Nobody on a floor means no delay; counts as much as this many people per m2, so that one person
/// who stands about is no crowd.
constexpr double free_floor_weight = 0.2;

/// The four cells around a point, as indices into CrowdedFloor::delays, and their shares.
struct Spread {
    std::array<std::size_t, 4> cell;
    std::array<double, 4> share;
};

/// Cells of the lattice to a side of a cell of delays.
double per_side(const UnitGround& ground) {
    return delay_cell / ground.spacing;
}

int columns_of(const UnitGround& ground) {
    return static_cast<int>(ground.columns / per_side(ground)) + 2;
}

int rows_of(const UnitGround& ground) {
    return static_cast<int>(ground.rows / per_side(ground)) + 2;
}

/// `column` and `row` in cells of the lattice; people pushed out of it count at its edge.
Spread spread(const UnitGround& ground, double column, double row) {
    const double x = std::clamp(column / per_side(ground), 0.0, columns_of(ground) - 1.001);
    const double y = std::clamp(row / per_side(ground), 0.0, rows_of(ground) - 1.001);
    const double left = std::floor(x);
    const double below = std::floor(y);
    const auto first =
        static_cast<std::size_t>(below) * static_cast<std::size_t>(columns_of(ground)) +
        static_cast<std::size_t>(left);
    const auto above = first + static_cast<std::size_t>(columns_of(ground));
    const double fx = x - left;
    const double fy = y - below;
    return {{first, first + 1, above, above + 1},
            {(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy}};
}

/// Per cell the sum over it and those around it. Whether it is full one sees of a patch of floor,
/// not of each body on it: cell by cell the picture is too uneven for a crowd to use the whole
/// width of a bend by, and with larger cells too coarse for a corridor.
std::vector<double> over_patches(const UnitGround& ground, const std::vector<double>& cells) {
    const int columns = columns_of(ground);
    const int rows = rows_of(ground);
    std::vector<double> sums;
    sums.reserve(cells.size());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            double sum = 0.0;
            for (int r = std::max(0, row - 1); r <= std::min(rows - 1, row + 1); ++r) {
                for (int c = std::max(0, column - 1); c <= std::min(columns - 1, column + 1); ++c) {
                    sum += cells[static_cast<std::size_t>(r * columns + c)];
                }
            }
            sums.push_back(sum);
        }
    }
    return sums;
}

}  // namespace

void see_delays(CrowdedFloor& floor, const UnitGround& ground, const std::vector<Delay>& people,
                double memory) {
    const auto cells =
        static_cast<std::size_t>(columns_of(ground)) * static_cast<std::size_t>(rows_of(ground));
    const double side = per_side(ground) * ground.spacing;  // not delay_cell: the same bits as ever
    std::vector<double> weight(cells, free_floor_weight * side * side);
    std::vector<double> delay(cells, 0.0);
    for (const Delay& person : people) {
        const Vec2 at = to_lattice(ground, person.position);
        const Spread around = spread(ground, at.x(), at.y());
        for (std::size_t k = 0; k < 4; ++k) {
            weight[around.cell[k]] += around.share[k];
            delay[around.cell[k]] += around.share[k] * person.delay;
        }
    }
    weight = over_patches(ground, weight);
    delay = over_patches(ground, delay);
    const double before = floor.crowded() ? memory : 0.0;
    floor.delays.resize(cells);
    for (std::size_t c = 0; c < cells; ++c) {
        floor.delays[c] = static_cast<float>(before * static_cast<double>(floor.delays[c]) +
                                             (1.0 - before) * delay[c] / weight[c]);
    }
    if (floor.nodes.empty()) {
        floor.nodes = list_nodes(ground);
    }
}

std::vector<float> detour(const UnitGround& ground, const Plan& plan, const CrowdedFloor& floor,
                          const Field& field) {
    std::vector<float> delay;
    delay.reserve(floor.nodes.size());
    for (const Node& node : floor.nodes) {
        const Spread around = spread(ground, node.column, node.row);
        double sum = 0.0;
        for (std::size_t k = 0; k < 4; ++k) {
            sum += around.share[k] * static_cast<double>(floor.delays[around.cell[k]]);
        }
        delay.push_back(static_cast<float>(sum));
    }
    return march(ground, floor.nodes, seeds_of(ground, plan, floor.nodes, field), delay);
}

}  // namespace evac
