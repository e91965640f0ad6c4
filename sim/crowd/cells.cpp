#include "sim/crowd/cells.hpp"

#include "sim/crowd/precedence.hpp"
#include "sim/crowd/wedged.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace evac {

namespace {

/// People who have just stepped out of an exit walk on beyond the floor for a little.
constexpr double margin = 2.0;
/// Cells to look into on every side.
constexpr int look_cells = static_cast<int>(notice_distance / cell_side);

int column_of(const Cells& cells, double x) {
    const int column = static_cast<int>(std::floor((x - cells.origin.x()) / cell_side));
    return std::clamp(column, 0, cells.columns - 1);
}

int row_of(const Cells& cells, double y) {
    const int row = static_cast<int>(std::floor((y - cells.origin.y()) / cell_side));
    return std::clamp(row, 0, cells.rows - 1);
}

std::size_t place(const Cells& cells, int level, int row, int column) {
    return static_cast<std::size_t>((level * cells.rows + row) * cells.columns + column);
}

struct CellRange {
    int first_row, last_row, first_column, last_column;
};

CellRange range_around(const Cells& cells, const Box& box, double reach) {
    return {row_of(cells, box.low.y() - reach), row_of(cells, box.high.y() + reach),
            column_of(cells, box.low.x() - reach), column_of(cells, box.high.x() + reach)};
}

/// Whether any part of the cell comes within `margin` of the unit.
bool holds_floor(const Cells& cells, const Unit& unit, int row, int column) {
    const Vec2 centre = cells.origin + cell_side * Vec2(column + 0.5, row + 0.5);
    // The cell's corner is 0.71 sides from its centre.
    return contains(unit.polygon, centre) ||
           edge_distance(unit.polygon, centre) <= margin + 0.71 * cell_side;
}

}  // namespace

Cells make_cells(const Plan& plan) {
    Cells cells;
    Box all;
    bool first = true;
    for (const Unit& unit : plan.units) {
        const Box box = bounding_box(unit.polygon);
        all.low = first ? box.low : Vec2(all.low.cwiseMin(box.low));
        all.high = first ? box.high : Vec2(all.high.cwiseMax(box.high));
        first = false;
        cells.level_of_unit.push_back(unit.level);
    }
    cells.origin = all.low - Vec2(margin, margin);
    const Vec2 size = all.size() + 2.0 * Vec2(margin, margin);
    cells.columns = static_cast<int>(std::floor(size.x() / cell_side)) + 1;
    cells.rows = static_cast<int>(std::floor(size.y() / cell_side)) + 1;
    const int levels = static_cast<int>(plan.levels.size());
    cells.number.assign(place(cells, levels, 0, 0), -1);

    for (const Unit& unit : plan.units) {
        if (!walkable(unit)) {
            continue;
        }
        const CellRange range = range_around(cells, bounding_box(unit.polygon), margin);
        for (int row = range.first_row; row <= range.last_row; ++row) {
            for (int column = range.first_column; column <= range.last_column; ++column) {
                std::int32_t& number = cells.number[place(cells, unit.level, row, column)];
                if (number < 0 && holds_floor(cells, unit, row, column)) {
                    number = 0;
                }
            }
        }
    }
    std::int32_t count = 0;
    for (std::int32_t& number : cells.number) {
        if (number >= 0) {
            number = count++;
        }
    }

    // Other levels to look into, per cell: near an opening that joins two levels, both.
    std::vector<std::vector<int>> joined(static_cast<std::size_t>(count));
    for (const Opening& opening : plan.openings) {
        if (opening.units[1] == outside) {
            continue;
        }
        const int a = plan.units[static_cast<std::size_t>(opening.units[0])].level;
        const int b = plan.units[static_cast<std::size_t>(opening.units[1])].level;
        if (a == b) {
            continue;
        }
        const Box box{opening.line.a.cwiseMin(opening.line.b),
                      opening.line.a.cwiseMax(opening.line.b)};
        const CellRange range = range_around(cells, box, notice_distance);
        for (int row = range.first_row; row <= range.last_row; ++row) {
            for (int column = range.first_column; column <= range.last_column; ++column) {
                for (const auto& [here, there] : {std::pair(a, b), std::pair(b, a)}) {
                    const std::int32_t number = cells.number[place(cells, here, row, column)];
                    if (number >= 0) {
                        std::vector<int>& levels_there = joined[static_cast<std::size_t>(number)];
                        if (std::find(levels_there.begin(), levels_there.end(), there) ==
                            levels_there.end()) {
                            levels_there.push_back(there);
                        }
                    }
                }
            }
        }
    }

    cells.around_start.reserve(static_cast<std::size_t>(count) + 1);
    cells.around_start.push_back(0);
    for (int level = 0; level < levels; ++level) {
        for (int row = 0; row < cells.rows; ++row) {
            for (int column = 0; column < cells.columns; ++column) {
                const std::int32_t number = cells.number[place(cells, level, row, column)];
                if (number < 0) {
                    continue;
                }
                std::vector<int> look{level};
                const std::vector<int>& others = joined[static_cast<std::size_t>(number)];
                look.insert(look.end(), others.begin(), others.end());
                for (const int l : look) {
                    for (int r = std::max(0, row - look_cells);
                         r <= std::min(cells.rows - 1, row + look_cells); ++r) {
                        for (int c = std::max(0, column - look_cells);
                             c <= std::min(cells.columns - 1, column + look_cells); ++c) {
                            const std::int32_t near = cells.number[place(cells, l, r, c)];
                            if (near >= 0) {
                                cells.around.push_back(near);
                            }
                        }
                    }
                }
                cells.around_start.push_back(static_cast<std::int32_t>(cells.around.size()));
            }
        }
    }
    cells.start.assign(static_cast<std::size_t>(count) + 1, 0);
    return cells;
}

int cell_at(const Cells& cells, int unit, const Vec2& point) {
    const int level = cells.level_of_unit[static_cast<std::size_t>(unit)];
    return cells.number[place(cells, level, row_of(cells, point.y()), column_of(cells, point.x()))];
}

void sort_into_cells(Cells& cells, const Crowd& crowd) {
    const std::size_t n = crowd.size();
    cells.cell_of.resize(n);
    cells.people.resize(n);
    std::fill(cells.start.begin(), cells.start.end(), 0);
    for (std::size_t slot = 0; slot < n; ++slot) {
        const std::int32_t cell = cell_at(cells, crowd.unit[slot], crowd.position(slot));
        assert(cell >= 0 && "nobody leaves the floor and its margin");
        cells.cell_of[slot] = cell;
        ++cells.start[static_cast<std::size_t>(cell)];
    }
    for (std::size_t cell = 1; cell < cells.start.size(); ++cell) {
        cells.start[cell] += cells.start[cell - 1];
    }
    // `start` now holds the end of every cell. Filling backwards leaves `start` at the beginning of
    // every cell and slots ascending in it.
    for (std::size_t slot = n; slot-- > 0;) {
        const auto cell = static_cast<std::size_t>(cells.cell_of[slot]);
        const auto at = static_cast<std::size_t>(--cells.start[cell]);
        cells.people[at] = {crowd.x[slot],
                            crowd.y[slot],
                            crowd.vx[slot],
                            crowd.vy[slot],
                            crowd.way_x[slot],
                            crowd.way_y[slot],
                            claimed_way(crowd, slot),
                            crowd.ahead[slot],
                            crowd.radius[slot],
                            static_cast<std::int32_t>(slot),
                            crowd.id[slot],
                            crowd.unit[slot],
                            crowd.target[slot],
                            crowd.beyond[slot],
                            crowd.after[slot],
                            crowd.mode[slot],
                            wedged(crowd, slot)};
    }
}

}  // namespace evac
