#pragma once

#include "sim/crowd/doorway.hpp"
#include "sim/crowd/motion.hpp"

#include <array>

namespace evac {

/// A wall near somebody, or the gap of an opening that does not let this person through.
struct KeptWall {
    const Segment* line = nullptr;  ///< null in an open doorway, which limits one direction only
    double nx = 0.0, ny = 0.0;      ///< unit vector towards its nearest point; out of the doorway
    double distance = 0.0;          ///< [m]
    double keep = 0.0;              ///< how near the middle of the body may come [m]
};

struct KeptWalls {
    std::array<KeptWall, 24> walls;
    std::size_t count = 0;

    const KeptWall* begin() const { return walls.data(); }
    const KeptWall* end() const { return walls.data() + count; }
};

/// Whether the gap of opening `o` is a wall for this person now.
inline bool closed_to(const Crowd& crowd, std::size_t slot, const Doors& doors, int o) {
    return crowd.target[slot] != o || crowd.pass[slot] != o ||
           !doors.open[static_cast<std::size_t>(o)] || doors.turn[static_cast<std::size_t>(o)];
}

/// How far somebody may step into a doorway that gives room, or back into the one just passed [m]:
/// less than turned shoulders keep from walls, so that nobody gets round a jamb.
inline double doorway_reach(const Crowd& crowd, std::size_t slot, const MotionSettings& settings) {
    constexpr double share = 0.8;
    return share * settings.turned_shoulder * crowd.radius[slot];
}

/// The walls that somebody at `here` could come to within a step or two, and what to keep from
/// them: half the breadth of the shoulders; less where a gap leaves no room for it or people meet
/// (Crowd::turned), down to that of shoulders turned sideways. The door just passed is not among
/// them.
KeptWalls kept_walls(const Crowd& crowd, std::size_t slot, const Ground& ground, const Doors& doors,
                     const MotionSettings& settings, const Vec2& here);

}  // namespace evac
