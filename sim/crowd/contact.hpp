#pragma once

#include "sim/crowd/motion.hpp"

#include <algorithm>
#include <span>

namespace evac {

/// Those whom this person could touch in this step.
inline std::span<const MotionScratch::Contact> contacts_of(const MotionScratch& scratch,
                                                           std::size_t slot) {
    constexpr auto kept = static_cast<std::size_t>(MotionScratch::contacts_kept);
    const int count = std::min(scratch.contact_count[slot], MotionScratch::contacts_kept);
    return {scratch.contacts.data() + slot * kept, static_cast<std::size_t>(count)};
}

/// Moves one person from scratch.from to scratch.to: half of every overlap with a neighbour is this
/// person's to give way to. Reads `from` of all, writes `to` of its own slot.
void push_apart(const Crowd& crowd, std::size_t slot, const MotionSettings& settings,
                MotionScratch& scratch);

/// `to`, moved so that the body keeps its distance from all walls closed to this person, coming
/// from `from`. If there is no such place nearby, `from`: nobody ever crosses a wall.
Vec2 keep_off_walls(const Crowd& crowd, std::size_t slot, const Ground& ground, const Doors& doors,
                    const MotionSettings& settings, const Vec2& from, const Vec2& to);

}  // namespace evac
