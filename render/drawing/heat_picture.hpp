#pragma once

#include "render/drawing/subject.hpp"
#include "render/drawing/view.hpp"
#include "sim/record/density.hpp"

namespace evac::render {

/// The highest density of people that each place of a level saw, with a legend in persons/m2 and
/// Fruin's levels of service. Floor that nobody came to stays white.
Sheet heat_sheet(const LevelSubject& subject, const DensityMap& map, const MeasureText& measure);

}  // namespace evac::render
