#pragma once

#include "render/drawing/view.hpp"
#include "sim/plan/plan.hpp"
#include "sim/text/language.hpp"

namespace evac::render {

/// One level to show. What every picture of a level starts from.
struct LevelSubject {
    const Plan& plan;
    int level = 0;
    Label title;                        ///< of the page: the drill's or the plan's name
    std::vector<char> fixture_present;  ///< as Scenario::fixture_present; empty: all
    Language language = Language::en;
};

/// The plan of one level: floors by kind, walls, doors, exits, locks, fixtures, assembly areas and
/// names. `people_in_unit` (per Plan::units) is written below the names; where it is empty, the
/// areas are.
Sheet level_sheet(const LevelSubject& subject, const std::vector<int>& people_in_unit,
                  const MeasureText& measure);

/// The name of a unit as its label says it: its own, else that of its category, else nothing.
std::string unit_name(const Unit& unit, Language language);

}  // namespace evac::render
