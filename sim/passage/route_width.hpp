#pragma once

#include "sim/passage/clear_width.hpp"
#include "sim/passage/passage.hpp"

#include <vector>

namespace evac {

/// How wide a way is, leg by leg: what codes ask of an escape route as a whole.
struct RouteWidth {
    /// From the unit one starts in to the passing that leads out; empty when there is no way.
    std::vector<Passing> passings;
    /// For each passing the narrowest place on the way to it and then the opening itself (with
    /// `opening` set): twice as many as passings.
    std::vector<NarrowPlace> places;
    /// The first of the narrowest of them. Without a way its width is 0.
    NarrowPlace narrowest;
};

/// The width of a given way: from inside `unit` through these passings, each of which leaves the
/// unit that the one before leads to. What comes after the last one does not count. A place that is
/// closed has width 0 and does not end the list.
RouteWidth width_along(const Plan& plan, const ClearWidths& widths, int unit,
                       const std::vector<Passing>& passings);

/// For every unit the widest way out: from its inside to any passing that leads out
/// (maximum-bottleneck path over passings). Openings with `closed` != 0 are not passed, one-way
/// doors only as they lead, and no place without any width. Of ways of the same width the one with
/// fewer openings is taken, then the one whose first differing passing has the lower number.
/// Unwalkable units have none.
std::vector<RouteWidth> widest_ways_out(const Plan& plan, const ClearWidths& widths,
                                        const std::vector<char>& closed);

}  // namespace evac
