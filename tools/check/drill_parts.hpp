#pragma once

#include "sim/findings/site.hpp"
#include "sim/text/label.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace evac {

/// What a drill holds besides people and doors, and what looks like a mistake in it.
struct DrillParts {
    int lifts = 0;
    int posts = 0;  ///< groups with a duty
    int fires = 0;
    std::vector<Label> doubts;
};

/// Looks at lifts that lead nowhere or that nobody may use, posts that are away from the door they
/// hold, tell a way that is none or are left at once, and fires that cannot reach anybody.
DrillParts look_at_drill(const Site& site);

/// "The drill: lifts 1, posts 2, fires 0".
Label drill_line(const DrillParts& parts);

/// lifts, posts, fires, and the doubts in both languages.
nlohmann::ordered_json drill_json(const DrillParts& parts);

}  // namespace evac
