#include "sim/crowd/neighbour_cells.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

NeighbourCells::NeighbourCells(const Box& box, double reach) : low_(box.low) {
    constexpr double most_cells = 250000.0;  // wider cells on large units
    side_ = std::max(reach, std::sqrt(box.size().x() * box.size().y() / most_cells));
    columns_ = static_cast<int>(std::floor(box.size().x() / side_)) + 1;
    rows_ = static_cast<int>(std::floor(box.size().y() / side_)) + 1;
    clear();
}

void NeighbourCells::clear() {
    first_.assign(static_cast<std::size_t>(columns_ * rows_), -1);
    next_.clear();
}

void NeighbourCells::add(int body, const Vec2& place) {
    const auto index = static_cast<std::size_t>(body);
    if (next_.size() <= index) {
        next_.resize(index + 1, -1);
    }
    std::int32_t& first =
        first_[static_cast<std::size_t>(row_of(place) * columns_ + column_of(place))];
    next_[index] = first;
    first = body;
}

int NeighbourCells::column_of(const Vec2& place) const {
    const double column = std::floor((place.x() - low_.x()) / side_);
    return std::clamp(static_cast<int>(column), 0, columns_ - 1);
}

int NeighbourCells::row_of(const Vec2& place) const {
    const double row = std::floor((place.y() - low_.y()) / side_);
    return std::clamp(static_cast<int>(row), 0, rows_ - 1);
}

}  // namespace evac
