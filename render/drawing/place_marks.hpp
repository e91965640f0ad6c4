#pragma once

#include "render/drawing/subject.hpp"
#include "render/drawing/view.hpp"
#include "sim/findings/finding.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// A place on a level that a picture points at.
struct PlaceMark {
    Vec2 place = Vec2::Zero();  ///< [m]
    Severity severity = Severity::S4;
    std::string words;    ///< in the pin: a number; or beside the place: "+404 s"
    bool pinned = true;   ///< a pin of the severity's shape, else a label
    std::string element;  ///< an opening to be drawn over in the pointing colour; may be empty
};

/// Bars along openings, and pins or labels beside their places: clear of what is `taken` on the
/// page and of one another. Adds what they take themselves.
struct PlaceMarks {
    Drawing bars;
    Drawing pins;
    std::vector<Vec2> middles;  ///< of each pin or label, on the page [px]
};
PlaceMarks draw_place_marks(const Plan& plan, const std::vector<PlaceMark>& marks, const View& view,
                            const MeasureText& measure, std::vector<Box>& taken);

}  // namespace evac::render
