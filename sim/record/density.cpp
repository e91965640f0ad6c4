#include "sim/record/density.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace evac {

namespace {

constexpr std::int16_t no_unit = -1;

// The floor is measured with samples in each cell, so that the integral is right within 2 %.
constexpr int samples_per_side = 4;

// In a niche or on a threshold people's shoulders hang over the edge of the unit: smaller places
// than this are counted as if they were as large, or two people would look like a crush [m2].
constexpr double least_floor = 0.5;

/// Weight of somebody at a distance whose square is `r2` [m2].
double weight(double r2) {
    return 1.0 - r2 / (density_reach * density_reach);
}

std::size_t at(int columns, int column, int row) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(column);
}

/// Units of one level on a fine lattice: which unit lies under each sample.
struct Raster {
    Vec2 origin = Vec2::Zero();
    double spacing = 0.0;
    int columns = 0;
    int rows = 0;
    std::vector<std::int16_t> unit;
};

/// Marks the samples inside the polygon, line by line between its crossings.
void fill(Raster& raster, const Polygon& polygon, std::int16_t unit) {
    const std::vector<Segment> sides = edges(polygon);
    std::vector<double> crossings;
    for (int row = 0; row < raster.rows; ++row) {
        const double y = raster.origin.y() + (row + 0.5) * raster.spacing;
        crossings.clear();
        for (const Segment& side : sides) {
            if ((side.a.y() > y) != (side.b.y() > y)) {
                crossings.push_back(side.a.x() + (side.b.x() - side.a.x()) * (y - side.a.y()) /
                                                     (side.b.y() - side.a.y()));
            }
        }
        std::sort(crossings.begin(), crossings.end());
        const auto column_after = [&](double x) {
            const double column = std::ceil((x - raster.origin.x()) / raster.spacing - 0.5);
            return std::clamp(static_cast<int>(column), 0, raster.columns);
        };
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            for (int c = column_after(crossings[i]); c < column_after(crossings[i + 1]); ++c) {
                raster.unit[at(raster.columns, c, row)] = unit;
            }
        }
    }
}

/// The unit that covers most of a cell, if any covers a quarter of it.
std::int16_t unit_of_cell(const Raster& raster, int column, int row) {
    constexpr int enough = samples_per_side * samples_per_side / 4;
    std::array<std::int16_t, samples_per_side * samples_per_side> found{};
    std::size_t i = 0;
    for (int r = row * samples_per_side; r < (row + 1) * samples_per_side; ++r) {
        for (int c = column * samples_per_side; c < (column + 1) * samples_per_side; ++c) {
            found[i++] = raster.unit[at(raster.columns, c, r)];
        }
    }
    std::int16_t best = no_unit;
    auto most = std::ptrdiff_t{enough} - 1;
    for (const std::int16_t candidate : found) {
        const auto times = std::count(found.begin(), found.end(), candidate);
        if (candidate != no_unit && times > most) {
            best = candidate;
            most = times;
        }
    }
    return best;
}

/// Integral of the weight over the samples of `unit` around the middle of a cell [m2].
double floor_around(const Raster& raster, int column, int row, std::int16_t unit) {
    constexpr double half = samples_per_side / 2.0;
    const int reach = static_cast<int>(std::ceil(density_reach / raster.spacing));
    const int middle_c = column * samples_per_side + samples_per_side / 2;
    const int middle_r = row * samples_per_side + samples_per_side / 2;
    double sum = 0.0;
    for (int r = std::max(0, middle_r - reach); r < std::min(raster.rows, middle_r + reach); ++r) {
        const double y = (r + 0.5 - row * samples_per_side - half) * raster.spacing;
        for (int c = std::max(0, middle_c - reach); c < std::min(raster.columns, middle_c + reach);
             ++c) {
            if (raster.unit[at(raster.columns, c, r)] == unit) {
                const double x = (c + 0.5 - column * samples_per_side - half) * raster.spacing;
                sum += std::max(0.0, weight(x * x + y * y));
            }
        }
    }
    return sum * raster.spacing * raster.spacing;
}

DensityMap empty_map(const Plan& plan, int level) {
    DensityMap map;
    Box box;
    bool any = false;
    const auto here = [&](const Unit& unit) { return unit.level == level && walkable(unit); };
    for (const Unit& unit : plan.units) {
        if (here(unit)) {
            const Box own = bounding_box(unit.polygon);
            box = any ? Box{box.low.cwiseMin(own.low), box.high.cwiseMax(own.high)} : own;
            any = true;
        }
    }
    if (!any) {
        return map;
    }
    map.origin = box.low;
    map.columns = std::max(1, static_cast<int>(std::ceil(box.size().x() / map.cell)));
    map.rows = std::max(1, static_cast<int>(std::ceil(box.size().y() / map.cell)));

    Raster raster{map.origin,
                  map.cell / samples_per_side,
                  map.columns * samples_per_side,
                  map.rows * samples_per_side,
                  {}};
    raster.unit.assign(at(raster.columns, 0, raster.rows), no_unit);
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        if (here(plan.units[i])) {
            fill(raster, plan.units[i].polygon, static_cast<std::int16_t>(i));
        }
    }
    const std::size_t cells = at(map.columns, 0, map.rows);
    map.unit.assign(cells, no_unit);
    map.floor.assign(cells, 0.0F);
    map.peak.assign(cells, -1.0F);
    map.crowded.assign(cells, 0.0F);
    map.dense.assign(cells, 0.0F);
    for (int row = 0; row < map.rows; ++row) {
        for (int column = 0; column < map.columns; ++column) {
            const std::size_t cell = at(map.columns, column, row);
            map.unit[cell] = unit_of_cell(raster, column, row);
            if (map.unit[cell] != no_unit) {
                const double floor = floor_around(raster, column, row, map.unit[cell]);
                map.floor[cell] = static_cast<float>(std::max(floor, least_floor));
                map.peak[cell] = 0.0F;
            }
        }
    }
    return map;
}

/// Weights gathered by the cells of one level in one moment.
struct Tally {
    std::vector<float> sum;
    std::vector<std::int32_t> people;
};

void count(Tally& tally, const DensityMap& map, const Pose& pose) {
    const double x = (static_cast<double>(pose.x) - map.origin.x()) / map.cell;
    const double y = (static_cast<double>(pose.y) - map.origin.y()) / map.cell;
    const double reach = density_reach / map.cell;
    const auto first = [](double v) { return std::max(0, static_cast<int>(std::ceil(v - 0.5))); };
    const int last_column =
        std::min(map.columns - 1, static_cast<int>(std::floor(x + reach - 0.5)));
    const int last_row = std::min(map.rows - 1, static_cast<int>(std::floor(y + reach - 0.5)));
    for (int row = first(y - reach); row <= last_row; ++row) {
        for (int column = first(x - reach); column <= last_column; ++column) {
            const std::size_t cell = at(map.columns, column, row);
            const double dx = (column + 0.5 - x) * map.cell;
            const double dy = (row + 0.5 - y) * map.cell;
            const double w = weight(dx * dx + dy * dy);
            if (w > 0.0 && map.unit[cell] == pose.unit) {
                tally.sum[cell] += static_cast<float>(w);
                ++tally.people[cell];
            }
        }
    }
}

}  // namespace

std::vector<DensityMap> density_maps(const Plan& plan) {
    std::vector<DensityMap> maps;
    for (std::size_t level = 0; level < plan.levels.size(); ++level) {
        maps.push_back(empty_map(plan, static_cast<int>(level)));
    }
    return maps;
}

void add_frame(std::vector<DensityMap>& maps, const Plan& plan, const Frame& frame,
               double duration) {
    std::vector<Tally> tallies(maps.size());
    for (const Pose& pose : frame.poses) {
        const auto level =
            static_cast<std::size_t>(plan.units[static_cast<std::size_t>(pose.unit)].level);
        Tally& tally = tallies[level];
        if (tally.sum.empty()) {
            tally.sum.assign(maps[level].peak.size(), 0.0F);
            tally.people.assign(maps[level].peak.size(), 0);
        }
        count(tally, maps[level], pose);
    }
    for (std::size_t level = 0; level < maps.size(); ++level) {
        for (std::size_t cell = 0; cell < tallies[level].sum.size(); ++cell) {
            if (tallies[level].people[cell] >= 2) {
                const float density = tallies[level].sum[cell] / maps[level].floor[cell];
                maps[level].peak[cell] = std::max(maps[level].peak[cell], density);
                maps[level].crowded[cell] +=
                    density > static_cast<float>(crowded_density) ? static_cast<float>(duration) : 0.0F;
                maps[level].dense[cell] +=
                    density > static_cast<float>(dense_density) ? static_cast<float>(duration) : 0.0F;
            }
        }
    }
}

Vec2 cell_middle(const DensityMap& map, std::size_t cell) {
    const auto columns = static_cast<std::size_t>(map.columns);
    return map.origin + map.cell * Vec2(static_cast<double>(cell % columns) + 0.5,
                                        static_cast<double>(cell / columns) + 0.5);
}

float peak_density_at(const DensityMap& map, const Vec2& position) {
    const Vec2 place = (position - map.origin) / map.cell;
    const int column = static_cast<int>(std::floor(place.x()));
    const int row = static_cast<int>(std::floor(place.y()));
    if (column < 0 || column >= map.columns || row < 0 || row >= map.rows) {
        return -1.0F;
    }
    return map.peak[at(map.columns, column, row)];
}

}  // namespace evac
