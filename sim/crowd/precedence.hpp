#pragma once

#include "sim/crowd/cells.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/crowd/motion.hpp"

#include <cstdint>

namespace evac {

/// What another person is to somebody who wants to get on.
enum class Relation {
    nobody,  ///< does not matter
    leads,   ///< goes first in the same stream
    merges,  ///< is in the stream that this person comes into from the side
    crosses  ///< stands, comes towards this person or crosses the way: shoulders turn
};

/// Who of two people gives way. In one stream the person nearer to the common target leads: a
/// strict order, so that no ring of people can wait for one another (arches in front of doors).
/// `cosine` is that of the angle between both ways, `toward` is above zero if the other is in
/// front.
Relation relation(const Crowd& crowd, std::size_t slot, const Neighbour& other, double cosine,
                  double toward, const MotionSettings& settings);

/// Which of two people in conflict goes first: ids are shuffled by Fibonacci hashing (Knuth), so
/// that neither of two groups has the better numbers. A strict order: in any knot of people
/// somebody gives way to nobody and gets on.
bool goes_first(std::int32_t one, std::int32_t other);

/// The way left to the target as it counts for who leads [m]: whoever has stood for long claims to
/// be nearer than that. Without it whoever stands on the outside of a bend is passed on the inside
/// as long as the stream lasts. Our own rule; two bodies deep at most, and less and less towards
/// the opening, where arches must not form.
double claimed_way(const Crowd& crowd, std::size_t slot);

/// Notes whether somebody got on by a step in these `step` seconds.
void mind_waiting(Crowd& crowd, std::size_t slot, double step);

}  // namespace evac
