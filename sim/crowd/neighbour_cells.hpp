#pragma once

#include "sim/geometry/polygon.hpp"

#include <cstdint>
#include <vector>

namespace evac {

/// Square cells that hold the places of bodies, to find those near a point while people are being
/// placed. (The walking crowd sorts itself by cell instead, see step.)
class NeighbourCells {
public:
    /// No two bodies farther apart than `reach` will ever be asked about [m].
    NeighbourCells(const Box& box, double reach);

    void clear();
    void add(int body, const Vec2& place);

    /// Calls `visit(body)` for all bodies within `reach` of `place` and some farther away, in an
    /// order that depends on nothing but the calls of add(); stops when it returns false.
    template <class Visit>
    bool visit_near(const Vec2& place, Visit visit) const {
        const int column = column_of(place);
        const int row = row_of(place);
        for (int r = row - 1; r <= row + 1; ++r) {
            for (int c = column - 1; c <= column + 1; ++c) {
                if (r < 0 || c < 0 || r >= rows_ || c >= columns_) {
                    continue;
                }
                for (std::int32_t body = first_[static_cast<std::size_t>(r * columns_ + c)];
                     body >= 0; body = next_[static_cast<std::size_t>(body)]) {
                    if (!visit(static_cast<int>(body))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

private:
    int column_of(const Vec2& place) const;
    int row_of(const Vec2& place) const;

    Vec2 low_;
    double side_ = 1.0;
    int columns_ = 0;
    int rows_ = 0;
    std::vector<std::int32_t> first_;  ///< per cell: the body added last, or -1
    std::vector<std::int32_t> next_;   ///< per body: the one added to its cell before, or -1
};

}  // namespace evac
