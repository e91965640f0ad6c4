#pragma once

#include "render/drawing/place_marks.hpp"
#include "render/drawing/subject.hpp"
#include "render/drawing/view.hpp"

namespace evac::render {

/// The plan of one level: floors by kind, walls, doors, exits, locks, fixtures, assembly areas and
/// names. `people_in_unit` (per Plan::units) is written below the names; where it is empty, the
/// areas are. `marks` point at places; names keep clear of them.
Sheet level_sheet(const LevelSubject& subject, const std::vector<int>& people_in_unit,
                  const MeasureText& measure, const std::vector<PlaceMark>& marks = {});

}  // namespace evac::render
