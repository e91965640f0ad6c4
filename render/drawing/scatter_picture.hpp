#pragma once

#include "render/drawing/view.hpp"

#include <string>
#include <vector>

namespace evac::render {

/// What was measured over what it is compared with.
struct ScatterSubject {
    std::string title;
    std::string x_name, y_name;  ///< with their units
    std::string reference_name, band_name;
    struct Points {
        std::string name;
        std::vector<Vec2> at;
    };
    std::vector<Points> measured;  ///< a colour and a shape of mark for each
    std::vector<Vec2> reference;
    std::vector<Vec2> low, high;  ///< the band between them, each ascending in x; may be empty
    bool joined = false;          ///< curves instead of marks
};

/// One plot: band in grey, what was measured in filled marks, the reference in black rings around
/// them.
Sheet scatter_sheet(const ScatterSubject& subject, const MeasureText& measure);

}  // namespace evac::render
