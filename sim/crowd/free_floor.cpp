#include "sim/crowd/free_floor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace evac {

namespace {

constexpr double half_diagonal = 0.7072;  // of a unit square, rounded up

int index_of(double offset, double side, int count) {
    return std::clamp(static_cast<int>(std::floor(offset / side)), 0, count - 1);
}

}  // namespace

FreeFloor::FreeFloor(Polygon area, std::vector<Polygon> fixtures, const std::vector<Segment>& doors,
                     double smallest, double largest)
    : area_(std::move(area)), fixtures_(std::move(fixtures)), box_(bounding_box(area_)) {
    for (const Segment& edge : edges(area_)) {
        lines_.push_back({edge, false});
    }
    for (const Polygon& fixture : fixtures_) {
        fixture_boxes_.push_back(bounding_box(fixture));
        for (const Segment& edge : edges(fixture)) {
            lines_.push_back({edge, false});
        }
    }
    for (const Segment& door : doors) {
        lines_.push_back({door, true});
    }

    // Coarser on large units, so that neither table outgrows the people on it.
    constexpr double most_buckets = 40000.0;
    constexpr double most_cells = 10000.0;
    const double box_area = box_.size().x() * box_.size().y();
    bucket_ = std::max(1.0, std::sqrt(box_area / most_buckets));
    cell_ = std::max(0.1, std::sqrt(box_area / most_cells));
    fill_buckets(std::max(largest + door_margin, cell_));
    find_cells(smallest);
}

double FreeFloor::free_area() const {
    double sum = evac::area(area_);
    for (const Polygon& fixture : fixtures_) {
        sum -= evac::area(fixture);
    }
    return std::max(sum, 0.0);
}

bool FreeFloor::on_floor(const Vec2& p) const {
    if (!contains(area_, p)) {
        return false;
    }
    for (std::size_t i = 0; i < fixtures_.size(); ++i) {
        if (fixture_boxes_[i].contains(p) && contains(fixtures_[i], p)) {
            return false;
        }
    }
    return true;
}

bool FreeFloor::has_room(const Vec2& p, double radius, bool off_doors) const {
    if (!box_.contains(p)) {
        return false;
    }
    for (const std::int32_t index : lines_near(p)) {
        const Line& line = lines_[static_cast<std::size_t>(index)];
        if (line.door && !off_doors) {
            continue;
        }
        if (distance(line.segment, p) < radius + (line.door ? door_margin : 0.0)) {
            return false;
        }
    }
    return on_floor(p);
}

std::span<const std::int32_t> FreeFloor::lines_near(const Vec2& p) const {
    const int column = index_of(p.x() - box_.low.x(), bucket_, columns_);
    const int row = index_of(p.y() - box_.low.y(), bucket_, rows_);
    const auto bucket = static_cast<std::size_t>(row * columns_ + column);
    const auto first = static_cast<std::size_t>(bucket_start_[bucket]);
    const auto last = static_cast<std::size_t>(bucket_start_[bucket + 1]);
    return std::span(bucket_lines_).subspan(first, last - first);
}

bool FreeFloor::random_place(const Draw& draw, std::uint32_t number, Vec2& place) const {
    if (cells_.empty()) {
        return false;
    }
    const double choice = draw.uniform(number) * static_cast<double>(cells_.size());
    const auto cell = std::min(static_cast<std::size_t>(choice), cells_.size() - 1);
    place = cells_[cell] + cell_ * Vec2(draw.uniform(number + 1), draw.uniform(number + 2));
    return true;
}

void FreeFloor::fill_buckets(double reach) {
    columns_ = static_cast<int>(std::floor(box_.size().x() / bucket_)) + 1;
    rows_ = static_cast<int>(std::floor(box_.size().y() / bucket_)) + 1;
    std::vector<std::vector<std::int32_t>> buckets(static_cast<std::size_t>(columns_ * rows_));
    const double far = reach + half_diagonal * bucket_;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const Segment& line = lines_[i].segment;
        const Vec2 low = line.a.cwiseMin(line.b) - Vec2(reach, reach) - box_.low;
        const Vec2 high = line.a.cwiseMax(line.b) + Vec2(reach, reach) - box_.low;
        const int last_row = index_of(high.y(), bucket_, rows_);
        const int last_column = index_of(high.x(), bucket_, columns_);
        for (int row = index_of(low.y(), bucket_, rows_); row <= last_row; ++row) {
            for (int column = index_of(low.x(), bucket_, columns_); column <= last_column;
                 ++column) {
                const Vec2 centre = box_.low + bucket_ * Vec2(column + 0.5, row + 0.5);
                if (distance(line, centre) <= far) {
                    buckets[static_cast<std::size_t>(row * columns_ + column)].push_back(
                        static_cast<std::int32_t>(i));
                }
            }
        }
    }
    bucket_start_.assign(1, 0);
    for (const std::vector<std::int32_t>& bucket : buckets) {
        bucket_lines_.insert(bucket_lines_.end(), bucket.begin(), bucket.end());
        bucket_start_.push_back(static_cast<std::int32_t>(bucket_lines_.size()));
    }
}

double FreeFloor::signed_clearance(const Vec2& p) const {
    double nearest = std::numeric_limits<double>::infinity();
    for (const std::int32_t index : lines_near(p)) {
        const Line& line = lines_[static_cast<std::size_t>(index)];
        if (!line.door) {
            nearest = std::min(nearest, distance(line.segment, p));
        }
    }
    return on_floor(p) ? nearest : -nearest;
}

void FreeFloor::find_cells(double smallest) {
    const int columns = static_cast<int>(std::floor(box_.size().x() / cell_)) + 1;
    const int rows = static_cast<int>(std::floor(box_.size().y() / cell_)) + 1;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const Vec2 corner = box_.low + cell_ * Vec2(column, row);
            const Vec2 centre = corner + cell_ * Vec2(0.5, 0.5);
            if (signed_clearance(centre) >= smallest - half_diagonal * cell_) {
                cells_.push_back(corner);
            }
        }
    }
}

}  // namespace evac
