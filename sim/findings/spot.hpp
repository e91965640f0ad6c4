#pragma once

#include "sim/findings/finding.hpp"
#include "sim/plan/name_or_id.hpp"

#include <optional>
#include <string>

namespace evac {

/// Where something is or happens, and how it is called in a caption: without the id that called()
/// adds, which nobody has the time to read.
struct Spot {
    std::string key;  ///< the same for what is one place to those who watch
    Label name;
    int level = -1;             ///< index into Plan::levels
    std::optional<Vec2> place;  ///< [m]
};

Spot spot_of(const Plan& plan, const Opening& opening);
Spot spot_of(const Plan& plan, const Fixture& fixture);
/// All of a staircase on one level is one place.
Spot spot_of(const Plan& plan, const Finding& finding);

/// The element's name, or its id where it has none.
template <class Element>
Label short_name(const Element& element) {
    return in_each([&](Language language) { return name_or_id(element, language); });
}

}  // namespace evac
