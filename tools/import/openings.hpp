#pragma once

#include "tools/import/drawing.hpp"
#include "tools/import/report.hpp"

#include <vector>

namespace evac {

/// Joins the units of `plan` (in the order of `drawing.units`) by the drawing's openings. Which two
/// units an opening joins is decided by geometry alone: the one that lies along it on the left and
/// the one on the right; its line is moved onto their common edge. Walls with a thickness get a
/// threshold, a small unit in the doorway. Openings with a unit on one side only lead outside: they
/// are returned, not added, because only a person can tell an exit from a balcony. Whatever cannot
/// be placed is told in `report`.
std::vector<Opening> place_openings(const Drawing& drawing, Plan& plan, ImportReport& report);

/// Corridors that touch without an opening between them become one way: always where the drawing's
/// rules say so (Drawing::corridors_join), else only for corridors and stairs that have no opening
/// at all.
void open_corridors(const Drawing& drawing, Plan& plan, ImportReport& report);

/// Stretches of `line` [m from its start] along which `polygon` has an edge, at most `reach` away,
/// with its area on the left (or right) of the line; sorted and merged.
struct Contact {
    std::vector<std::pair<double, double>> spans;
    double length = 0.0;  ///< of all spans
    double offset = 0.0;  ///< mean distance of those edges to the left of the line
};
Contact contact(const Polygon& polygon, const Segment& line, bool on_left, double reach);

}  // namespace evac
