#pragma once

#include "sim/crowd/cells.hpp"
#include "sim/crowd/crowd.hpp"
#include "sim/crowd/doors.hpp"
#include "sim/ground/ground.hpp"
#include "sim/numeric/team.hpp"

#include <cstdint>
#include <vector>

namespace evac {

/// Parameters of the motion model: people walk as fast as the headway to those before them allows,
/// in the best of a few directions, and give way to whoever is nearer to the common target.
/// Calibrated against fundamental diagrams and bottleneck flows (Weidmann 1993; Seyfried 2005,
/// 2009; Kretz 2006; scenarios/verification); distance fields and these values belong together.
struct MotionSettings {
    double step = 0.05;  ///< [s]

    double stop_distance = 0.37;    ///< between centres of two who stand in single file [m]
    double flight_distance = 0.52;  ///< the same on a flight: nearly two treads of 0.28 m [m]
    double time_gap = 0.80;         ///< more distance per speed [s]; the dial of motivation
    double body_width = 0.46;       ///< of the shoulders: people farther aside limit nobody [m]
    double anticipation = 0.8;      ///< reckons with the speed of the person before [s]
    double relaxation = 0.20;       ///< time to take up a new speed [s]
    double turning_cost = 0.12;     ///< share of the free speed that a full turn is worth
    double aside_when_held = 0.4;   ///< of a step aside, the share that is progress when held up

    // Oncoming, crossing and standing people: shoulders turn, and nobody stops altogether.
    double crossing_stop = 0.75;     ///< share of the stop distance
    double crossing_width = 0.27;    ///< a body turned sideways is this deep [m]
    double crossing_time_gap = 0.5;  ///< [s]
    double crossing_speed = 0.40;    ///< keeps edging forward with this speed [m/s]
    double yielding_speed = 0.10;    ///< the same of the one of a pair who gives way [m/s]
    double step_back = 0.30;         ///< of who gives way to somebody wedged [m/s]
    double crossing_contact = 0.75;  ///< share of the contact distance
    double crossing_cosine = 0.6;    ///< ways that differ by more than 53 degrees cross

    // Oncoming people are walked round early and on the right, so that lanes form.
    double oncoming_cost = 0.4;        ///< share of progress lost in a lane that comes towards one
    double oncoming_width = 0.8;       ///< half of that lane: two shoulders and their sway [m]
    double oncoming_side_cost = 0.15;  ///< share of the free speed that a step to the left costs

    // Walls: half the shoulders where there is room, and in between down to turned shoulders.
    double shoulder = 1.25;          ///< of the contact radius, kept from walls: 0.23 m
    double turned_shoulder = 0.865;  ///< the same where people meet or a gap is narrow: 0.16 m
    double gap_sway = 0.16;          ///< in a gap, half of what shoulders leave free to sway [m]
    double square_up = 0.3;          ///< shoulders come round again with this speed [m/s]
    double aside_time = 0.5;         ///< a step aside pays if it can go on for as long [s]
    double wall_time = 0.15;         ///< walls are approached no faster than the gap over this [s]
    double contact_limit = 0.06;     ///< longest push in one sweep [m]
};

/// Mean contact radius the widths above were calibrated with [m].
inline constexpr double mean_contact_radius = 0.185;

/// Room for one moment of everybody's motion; kept between steps to save allocations.
struct MotionScratch {
    /// Somebody near enough to be touched within a step, and how near is touching.
    struct Contact {
        std::int32_t slot;
        double distance;
    };
    static constexpr int contacts_kept = 24;  ///< hexagonal packing leaves room for 18
    std::vector<Contact> contacts;            ///< contacts_kept per slot
    std::vector<std::int32_t> contact_count;
    double ease = 0.0;  ///< share of a new velocity taken up in one step
    std::vector<double> velocity_x, velocity_y;
    std::vector<double> from_x, from_y, to_x, to_y;
    std::vector<double> overlap;        ///< worst of each person's pairs after the last sweep
    std::int64_t contacts_dropped = 0;  ///< beyond contacts_kept, since the start; should stay 0
    double deepest_overlap = 0.0;       ///< of two bodies after a step, share of their distance
};

/// Moves everybody by one step: reads the crowd as sorted into `cells`, writes positions,
/// velocities and looks. Nobody passes a wall or a door that does not let them through.
void move_people(Crowd& crowd, const Cells& cells, const Ground& ground, const Doors& doors,
                 const MotionSettings& settings, MotionScratch& scratch, Team& team);

// What every motion model shares: room in the scratch for n people; and, once each person's
// velocity and contacts are in it, the move itself: positions, contact sweeps, walls.
void make_room(MotionScratch& scratch, std::size_t n);
void carry_out(Crowd& crowd, const Ground& ground, const Doors& doors,
               const MotionSettings& settings, MotionScratch& scratch, Team& team);

/// Bodies nearer than contact plus this could touch before the step is over [m].
inline constexpr double touch_margin = 0.35;

}  // namespace evac
