#include "sim/ground/walls.hpp"

#include <cmath>

namespace evac {

namespace {

/// People walk on for a metre behind an exit and feel the walls of the house there [m].
constexpr double bucket_margin = 2.0;

/// The bucket that holds `offset` from the low edge, or -1 outside.
int bucket_of(double offset, int count) {
    const double bucket = std::floor(offset / wall_bucket);
    return bucket >= 0.0 && bucket < count ? static_cast<int>(bucket) : -1;
}

}  // namespace

void fill_buckets(UnitGround& ground, const Polygon& polygon) {
    const Box box = bounding_box(polygon);
    ground.bucket_origin = box.low - Vec2(bucket_margin, bucket_margin);
    const Vec2 size = box.size() + 2.0 * Vec2(bucket_margin, bucket_margin);
    ground.bucket_columns = static_cast<int>(std::ceil(size.x() / wall_bucket));
    ground.bucket_rows = static_cast<int>(std::ceil(size.y() / wall_bucket));
    const std::size_t count = static_cast<std::size_t>(ground.bucket_columns) *
                              static_cast<std::size_t>(ground.bucket_rows);

    // From anywhere in a bucket a wall within reach is at most half a diagonal farther from its
    // middle.
    const double reach = wall_reach + 0.5 * wall_bucket * std::sqrt(2.0);
    const auto for_each_bucket = [&](const Segment& line, auto visit) {
        const Vec2 low = line.a.cwiseMin(line.b) - ground.bucket_origin - Vec2(reach, reach);
        const Vec2 high = line.a.cwiseMax(line.b) - ground.bucket_origin + Vec2(reach, reach);
        const int first_column = std::max(0, static_cast<int>(std::floor(low.x() / wall_bucket)));
        const int first_row = std::max(0, static_cast<int>(std::floor(low.y() / wall_bucket)));
        for (int row = first_row; row < ground.bucket_rows && row * wall_bucket <= high.y();
             ++row) {
            for (int column = first_column;
                 column < ground.bucket_columns && column * wall_bucket <= high.x(); ++column) {
                const Vec2 middle =
                    ground.bucket_origin + wall_bucket * Vec2(column + 0.5, row + 0.5);
                if (distance(line, middle) <= reach) {
                    visit(static_cast<std::size_t>(row) *
                              static_cast<std::size_t>(ground.bucket_columns) +
                          static_cast<std::size_t>(column));
                }
            }
        }
    };

    ground.bucket_start.assign(count + 1, 0);
    for (const Wall& wall : ground.walls) {
        for_each_bucket(wall.line, [&](std::size_t bucket) { ++ground.bucket_start[bucket + 1]; });
    }
    for (std::size_t i = 0; i < count; ++i) {
        ground.bucket_start[i + 1] += ground.bucket_start[i];
    }
    ground.bucket_walls.assign(static_cast<std::size_t>(ground.bucket_start[count]), 0);
    std::vector<std::int32_t> next(ground.bucket_start.begin(), ground.bucket_start.end() - 1);
    for (std::size_t i = 0; i < ground.walls.size(); ++i) {
        for_each_bucket(ground.walls[i].line, [&](std::size_t bucket) {
            ground.bucket_walls[static_cast<std::size_t>(next[bucket]++)] =
                static_cast<std::int32_t>(i);
        });
    }
}

std::span<const std::int32_t> walls_in_bucket(const UnitGround& ground, const Vec2& position) {
    const Vec2 offset = position - ground.bucket_origin;
    const int column = bucket_of(offset.x(), ground.bucket_columns);
    const int row = bucket_of(offset.y(), ground.bucket_rows);
    if (column < 0 || row < 0) {
        return {};
    }
    const auto bucket =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(ground.bucket_columns) +
        static_cast<std::size_t>(column);
    const auto first = static_cast<std::size_t>(ground.bucket_start[bucket]);
    const auto last = static_cast<std::size_t>(ground.bucket_start[bucket + 1]);
    return {ground.bucket_walls.data() + first, last - first};
}

std::span<const std::int32_t> walls_near(const Ground& ground, int unit, const Vec2& position) {
    return walls_in_bucket(ground.units[static_cast<std::size_t>(unit)], position);
}

bool sight_blocked(const UnitGround& ground, const Vec2& a, const Vec2& b) {
    const Segment sight{a, b};
    for (const std::int32_t index : walls_in_bucket(ground, a)) {
        const Wall& wall = ground.walls[static_cast<std::size_t>(index)];
        if (wall.opening < 0 && intersects(wall.line, sight)) {
            return true;
        }
    }
    return false;
}

}  // namespace evac
