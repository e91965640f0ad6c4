#include "sim/drill/phases.hpp"

#include <algorithm>

namespace evac {

double ground_speed(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const Unit& unit = drill.plan().units[static_cast<std::size_t>(crowd.unit[slot])];
    const double free = crowd.free_speed[slot];
    const int target = crowd.target[slot];
    if (unit.kind != UnitKind::flight || target < 0 ||
        target >= static_cast<int>(drill.plan().openings.size())) {
        return free;
    }
    const Profile& profile = profile_of(drill, crowd.id[slot]);
    const bool up = drill.plan().openings[static_cast<std::size_t>(target)].elevation >
                    unit.elevation + same_height;
    return profile.carriers > 0 ? carried_speed(profile, up)
                                : free * (up ? profile.stairs_up : profile.stairs_down);
}

void set_paces(Drill& drill) {
    Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        if (crowd.mode[slot] != Mode::walking) {
            continue;
        }
        const Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
        const double free = std::min(ground_speed(drill, slot), mind.pace);
        crowd.speed_limit[slot] = slowed_by_smoke(drill, crowd.unit[slot], free);
    }
}

}  // namespace evac
