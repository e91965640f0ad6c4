#pragma once

#include "sim/crowd/crowd.hpp"
#include "sim/crowd/doors.hpp"

namespace evac {

/// Somebody who has pressed on for a while and got nowhere: a body, or a body and a wall, are in
/// the way of the one with the right of way, and others wait for it. Nobody has a right of way over
/// the wedged, nor they over others: shoulders turn, those who would give way step back, and the
/// knot comes loose. Without it some knots stay for good: two people in a corner of a passage as
/// narrow as one of them, streams head on in a narrow passage.
inline bool wedged(const Crowd& crowd, std::size_t slot) {
    constexpr double patience = 2.0;  // s
    return crowd.held_for[slot] > patience;
}

/// Notes whether somebody who wants to get on at `speed` [m/s] gets anywhere in a step of `step`
/// seconds. Whoever gives way to others (`in_conflict`) only edges forward, and means it too. To
/// stand before a door that is closed, or lets others through first, is no knot.
void mind_progress(Crowd& crowd, std::size_t slot, const Doors& doors, double speed,
                   bool in_conflict, double step);

}  // namespace evac
