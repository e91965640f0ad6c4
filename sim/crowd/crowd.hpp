#pragma once

#include "sim/geometry/vec.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace evac {

/// What one person is doing, as far as motion cares.
enum class Mode : std::uint8_t {
    waiting,  ///< stands: not yet released, pre-movement, at a post, or knows no way out
    walking,
    down  ///< incapacitated: lies where it happened, and stays in the way
};

/// Everybody on the ground, as parallel arrays. A slot is a place in them; slots are kept in order
/// of permanent ids, and close up when somebody leaves, so the order is the same in every run.
///
/// A target is where a person is walking to inside the unit: opening o is target o, assembly area
/// a is target (number of openings) + a, -1 is nowhere.
struct Crowd {
    std::vector<std::int32_t> id;        ///< permanent
    std::vector<double> x, y;            ///< centre of the body [m]
    std::vector<double> vx, vy;          ///< as realised in the last step [m/s]
    std::vector<double> look_x, look_y;  ///< unit vector: where the person looks
    std::vector<double> radius;          ///< contact radius, see contact_share [m]
    std::vector<double> free_speed;      ///< on the level [m/s]
    std::vector<double> speed_limit;     ///< free speed on this ground [m/s]
    std::vector<double> stop_distance;   ///< kept to the person before when standing [m]
    std::vector<Mode> mode;
    std::vector<char> turned;            ///< shoulders sideways: stands, or meets others
    std::vector<double> held_x, held_y;  ///< where somebody who presses on began to get nowhere [m]
    std::vector<double> held_for;        ///< ... and for how long [s]
    std::vector<double> stood_x, stood_y;  ///< where somebody last had got on by a step [m]
    std::vector<double> stood_for;         ///< ... and how long ago [s]

    std::vector<std::int32_t> unit;  ///< index into Plan::units
    std::vector<std::int32_t> target;
    std::vector<std::int32_t> field;   ///< of the target in the unit's ground
    std::vector<std::int32_t> beyond;  ///< unit behind the target, or `outside`
    std::vector<std::int32_t> after;   ///< the target after this one
    std::vector<double> ahead;         ///< from this target to the next [m]
    std::vector<std::int32_t> came;    ///< opening just passed, still within reach, or -1
    std::vector<std::int32_t> pass;    ///< opening this person may pass now, or -1

    std::vector<double> remaining;     ///< way to the target, below zero beyond its line [m]
    std::vector<double> way_x, way_y;  ///< unit vector of the way, or zero

    std::size_t size() const { return id.size(); }
    Vec2 position(std::size_t slot) const { return {x[slot], y[slot]}; }
};

/// Whether somebody is through the opening that is the own target, and is only still in the way of
/// those behind.
inline bool across(const Crowd& crowd, std::size_t slot) {
    return crowd.came[slot] >= 0 && crowd.came[slot] == crowd.target[slot];
}

/// Bodies are broader than deep. Two people touch at this share of the sum of their half shoulder
/// widths: a disc of the area of an ellipse with half axes r and 0.64 r has the radius 0.8 r.
inline constexpr double contact_share = 0.8;

/// Adds one person standing still; the caller keeps ids ascending.
void add_person(Crowd& crowd, std::int32_t id, const Vec2& position, double body_radius,
                double free_speed, int unit);

/// Takes out the slots marked in `gone` (as long as the crowd), closing up in order.
void remove_people(Crowd& crowd, const std::vector<char>& gone);

}  // namespace evac
