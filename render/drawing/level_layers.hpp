#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/place_marks.hpp"
#include "render/drawing/signs.hpp"
#include "render/drawing/view.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// One level drawn for a view, from below to above. Pictures on paper and moving pictures are made
/// of the same layers; the latter draw people between them.
struct LevelLayers {
    Drawing ground;                        ///< floors, stairs, things, walls, doors; in plan metres
    Drawing names;                         ///< of units and areas; on the page [px, y downwards]
    Drawing signs;                         ///< exits, locks; in plan metres
    Drawing pins;                          ///< what `marks` point at; in plan metres
    std::vector<Vec2> pin_middles;         ///< per mark, on the page [px]
    std::vector<Box> taken;                ///< what signs, pins and areas cover on the page [px]
    std::vector<ExitNumber> exit_numbers;  ///< where LayerWishes::exit_numbers
};

/// What a picture wants of a level besides the building.
struct LayerWishes {
    std::vector<int> people_in_unit;  ///< per Plan::units, below the names; empty: the areas are
    std::vector<PlaceMark> marks;     ///< places pointed at
    bool exit_numbers = false;        ///< leave room for a number beside each exit sign
    std::vector<Box> taken;           ///< by others, to be kept clear of [px]
};

/// Signs stand within `room` on the page [px]. Names keep clear of signs and of marks.
LevelLayers level_layers(const LevelSubject& subject, const LevelParts& parts, const View& view,
                         const Box& room, const LayerWishes& wishes, const MeasureText& measure);

/// The name of a unit as its label says it: its own, else that of its category, else nothing.
std::string unit_name(const Unit& unit, Language language);

}  // namespace evac::render
