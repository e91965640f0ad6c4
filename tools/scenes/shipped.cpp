#include "tools/scenes/shipped.hpp"

#include "tools/scenes/dormitory.hpp"
#include "tools/scenes/school.hpp"
#include "tools/scenes/workshop.hpp"

namespace evac::drawing {

std::vector<Shipped> shipped() {
    return {{"school", school_plan(), school_drill()},
            {"school-earthquake", {}, school_earthquake_drill()},
            {"school-files", {}, school_files_drill()},
            {"school-laboratory", {}, school_laboratory_drill()},
            {"dormitory-ebike", dormitory_plan(), dormitory_ebike_drill()},
            {"workshop", workshop_plan(), workshop_drill()},
            {"workshop-blocked", {}, workshop_blocked_drill()}};
}

}  // namespace evac::drawing
