#pragma once

#include "sim/geometry/polygon.hpp"
#include "sim/numeric/philox.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace evac {

/// People are not put closer to a door than this, measured from their body, if there is room
/// elsewhere: nobody waits on a threshold [m].
inline constexpr double door_margin = 0.3;

/// Where in one unit people can be placed: its polygon without the fixtures present. Walls are
/// kept in buckets, so that asking for room costs the same in a hall and in a closet.
class FreeFloor {
public:
    /// `smallest` and `largest` bound the radii that will be asked for [m].
    FreeFloor(Polygon area, std::vector<Polygon> fixtures, const std::vector<Segment>& doors,
              double smallest, double largest);

    /// Something to keep a distance from.
    struct Line {
        Segment segment;
        bool door = false;
    };

    const Polygon& area() const { return area_; }
    const Box& box() const { return box_; }

    /// Area less fixtures [m2].
    double free_area() const;

    /// Inside the polygon and in no fixture.
    bool on_floor(const Vec2& p) const;

    /// Whether a body of this radius can stand at `p`; with `off_doors` also clear of doors.
    bool has_room(const Vec2& p, double radius, bool off_doors) const;

    /// Indices into lines() of all that may be nearer to `p` than a body and the door margin.
    std::span<const std::int32_t> lines_near(const Vec2& p) const;
    const std::vector<Line>& lines() const { return lines_; }

    /// A place drawn evenly from the floor and its near surroundings, by draws `number` to
    /// `number + 2`; false if nobody fits anywhere.
    bool random_place(const Draw& draw, std::uint32_t number, Vec2& place) const;

private:
    void fill_buckets(double reach);
    void find_cells(double smallest);
    double signed_clearance(const Vec2& p) const;

    Polygon area_;
    std::vector<Polygon> fixtures_;
    std::vector<Box> fixture_boxes_;
    std::vector<Line> lines_;
    Box box_;

    double bucket_ = 1.0;  ///< side of a bucket [m]
    int columns_ = 0;
    int rows_ = 0;
    std::vector<std::int32_t> bucket_start_;
    std::vector<std::int32_t> bucket_lines_;

    double cell_ = 0.1;        ///< side of a cell of `cells_` [m]
    std::vector<Vec2> cells_;  ///< lower left corners of cells where somebody may fit
};

}  // namespace evac
