#pragma once

#include "render/drawing/curve_plot.hpp"
#include "render/film/options.hpp"
#include "render/footage/tape.hpp"
#include "sim/findings/moments.hpp"

#include <vector>

namespace evac::render {

/// One curve of the time line.
struct StripCurve {
    const TapeLog* log = nullptr;
    int people = 0;
    bool dashed = false;  ///< the second of two
};

/// The time line at the foot of a film: the evacuation curves with marks at the moments worth
/// seeing.
struct Strip {
    Drawing drawing;  ///< on the page [px, y downwards]
    Plot plot;
};

/// `box`: what the axes span [px]; `end`: time at its right end [s]. Marks are those of the last
/// curve.
Strip strip_of(const std::vector<StripCurve>& curves, const std::vector<Moment>& moments,
               const Box& box, double end);

/// The colour of a moment's mark and of its caption's rim.
Colour moment_colour(Moment::Kind kind);

}  // namespace evac::render
