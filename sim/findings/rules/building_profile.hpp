#pragma once

#include "sim/findings/rules/facts.hpp"
#include "sim/findings/rules/layout.hpp"
#include "sim/text/message.hpp"

#include <string>
#include <vector>

namespace evac {

/// The building as rules see it: what the plan states, and for the rest what had to be assumed.
struct BuildingProfile {
    Facts facts;                       ///< "use", "fire_grade", "sprinklered" ...
    bool year_known = false;
    int year = 0;                      ///< of the design; 0 when not known
    std::vector<Message> assumptions;  ///< to be told with the result
};

/// `usual_use` is taken where the plan does not say what the building is for.
BuildingProfile profile_of(const Plan& plan, const Layout& layout, const std::string& usual_use);

}  // namespace evac
