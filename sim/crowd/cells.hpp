#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/plan/plan.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace evac {

/// How far people take notice of one another [m]; 1.2 to 2 m give the same flows.
inline constexpr double notice_distance = 1.5;

/// Side of a cell [m]. Half the notice distance: a look around goes through 14 m2 of floor, with
/// cells of the full distance through 20 m2.
inline constexpr double cell_side = 0.75;

/// What a neighbour shows of itself, gathered in cell order so that a look around reads memory in
/// a row.
struct Neighbour {
    double x, y, vx, vy, way_x, way_y, claimed_way, ahead, radius;
    std::int32_t slot, id, unit, target, beyond, after;
    Mode mode;
    bool wedged;
};

/// Square cells over the walkable floor of every level. The list of cells
/// around a cell includes those of another level where a stair's head joins the two.
struct Cells {
    // Fixed for a plan: cells are numbered by level, row, column, empty ones left out.
    Vec2 origin = Vec2::Zero();
    int columns = 0;
    int rows = 0;
    std::vector<std::int32_t> level_of_unit;
    std::vector<std::int32_t> number;        ///< levels * rows * columns, -1 off the floor
    std::vector<std::int32_t> around_start;  ///< per cell, into `around`
    std::vector<std::int32_t> around;        ///< cells to look into, the same order always

    // Made anew in every step.
    std::vector<std::int32_t> start;    ///< per cell, into `people`
    std::vector<std::int32_t> cell_of;  ///< per slot
    std::vector<Neighbour> people;      ///< by cell, within a cell by slot

    std::span<const std::int32_t> cells_around(int cell) const {
        const auto c = static_cast<std::size_t>(cell);
        return {around.data() + around_start[c],
                static_cast<std::size_t>(around_start[c + 1] - around_start[c])};
    }
    std::span<const Neighbour> people_in(int cell) const {
        const auto c = static_cast<std::size_t>(cell);
        return {people.data() + start[c], static_cast<std::size_t>(start[c + 1] - start[c])};
    }
};

Cells make_cells(const Plan& plan);

/// The cell of a point in a unit, or -1 off the floor.
int cell_at(const Cells& cells, int unit, const Vec2& point);

/// Counting sort of everybody by cell.
void sort_into_cells(Cells& cells, const Crowd& crowd);

}  // namespace evac
