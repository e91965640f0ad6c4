#include "sim/record/curve_point.hpp"

namespace evac {

CurvePoint curve_point(const Plan& plan, const Frame& frame) {
    CurvePoint point{frame.time, 0, std::vector<int>(plan.levels.size(), 0)};
    for (const Pose& pose : frame.poses) {
        if (pose.activity != Activity::outdoors) {
            ++point.inside;
            ++point.by_level[static_cast<std::size_t>(unit_at(plan, pose.unit).level)];
        }
    }
    return point;
}

}  // namespace evac
