#pragma once

#include "render/drawing/level_parts.hpp"
#include "render/drawing/page.hpp"
#include "render/drawing/subject.hpp"
#include "render/drawing/view.hpp"
#include "sim/record/density.hpp"

namespace evac::render {

/// The highest density of people that each place of a level saw, with a legend in persons/m2 and
/// Fruin's levels of service. Floor that nobody came to stays white.
Sheet heat_sheet(const LevelSubject& subject, const DensityMap& map, const MeasureText& measure);

/// The colours of a density map, transparent where it has none. `parts`: of the map's level.
Lattice density_lattice(const Plan& plan, const LevelParts& parts, const DensityMap& map);

/// The colour scale of densities, at most `width` and `density_scale_width` [px] wide; `on_paper`:
/// with the word that white is where nobody came.
Block density_legend(double width, bool on_paper, Language language, const MeasureText& measure);
inline constexpr double density_scale_width = 1150.0;

}  // namespace evac::render
