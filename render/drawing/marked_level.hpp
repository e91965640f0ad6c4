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
    std::string words;   ///< in the pin: a number; or beside the place: "+404 s"
    bool pinned = true;  ///< a pin of the severity's shape, else a label
    std::string element; ///< an opening to be drawn over in the pointing colour; may be empty
};

/// The plan of a level with marks on it; marks that would cover each other move apart.
Sheet marked_level_sheet(const LevelSubject& subject, const std::vector<PlaceMark>& marks,
                         const MeasureText& measure);

}  // namespace evac::render
