#pragma once

#include "render/drawing/view.hpp"
#include "sim/drill/outcome.hpp"
#include "sim/text/language.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace evac::render {

/// The curve of one of two drills.
struct ComparedCurve {
    std::string name;
    int people = 0;
    std::vector<CurvePoint> curve;
    std::optional<double> last_out;  ///< [s]
    bool cleared = false;            ///< nobody was left inside
};

/// Two evacuation curves on the same axes, a mark where the last one got out, and between the marks
/// by how many seconds they differ (where both buildings were cleared).
Sheet compared_curves_sheet(const std::string& title, const std::array<ComparedCurve, 2>& drills,
                            Language language, const MeasureText& measure);

/// Two pages as one, the second to the right of the first.
Sheet side_by_side(Sheet left, Sheet right);

}  // namespace evac::render
