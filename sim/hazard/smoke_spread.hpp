#pragma once

#include "sim/hazard/atmosphere.hpp"
#include "sim/hazard/fire.hpp"
#include "sim/hazard/pressure_network.hpp"
#include "sim/hazard/smoke_room.hpp"
#include "sim/plan/plan.hpp"

#include <array>
#include <vector>

namespace evac {

/// What rooms exchange smoke through: an opening of the plan, or the cracks of a room to outside.
struct SmokeOpening {
    int opening = -1;  ///< index into Plan::openings, -1: cracks
    std::array<int, 2> rooms{outside, outside};
    double bottom = 0.0;  ///< elevations [m]
    double top = 0.0;
    double width = 0.0;  ///< when open [m]
    double crack = 0.0;  ///< when shut [m]
    bool leaf = false;   ///< only what has a leaf can be shut
};

/// Numbers of the model that are no law of nature; sources and assumptions in MODEL.md, section 4.
struct SmokeSettings {
    double room_height = 3.0;       ///< where no level lies above [m]
    double slab = 0.3;              ///< between ceiling and the floor above [m]
    double door_height = 2.0;       ///< of openings with a leaf, and between flat floors [m]
    double discharge = 0.6;         ///< of openings (Bernoulli)
    double door_crack = 0.01;       ///< width of all cracks round a shut leaf, 2 m high [m]
    double wall_crack = 0.00035;    ///< area of cracks to outside per area of wall
    double eye_height = 1.6;        ///< [m]
    double jet_entrainment = 0.2;   ///< air that a jet of smoke through a door draws in, by volume
    double inflow_mixing = 0.05;    ///< smoke that air flowing in below draws down, by volume
    double least_contrast = 5.0;    ///< layers that differ by less than this begin to mix [K]
    double mixing_time = 60.0;      ///< and how fast at no difference at all [s]
    double longest_substep = 0.25;  ///< [s]
};

/// Smoke in a building: the state of all rooms and what has left.
struct SmokeSpread {
    SmokeSettings settings;
    std::vector<Fire> fires;
    std::vector<SmokeRoom> rooms;        ///< per unit of the plan
    std::vector<SmokeOpening> openings;  ///< those of the plan first, then the cracks
    PressureNetwork network;             ///< which rooms push air into which
    std::vector<double> pressures;       ///< per unit, at its floor, over the open air [Pa]
    Gas produced;                        ///< by all fires so far; o2 is negative: consumed
    Gas left;                            ///< gone into the open air so far, less what came in
    double burned = 0.0;                 ///< heat released so far [kJ]
    bool still = true;                   ///< nothing has burned yet
};

/// A building full of clean air. The plan must be checked (openings touch existing units); a fire
/// in a unit of the open air gives no smoke.
SmokeSpread make_smoke_spread(const Plan& plan, std::vector<Fire> fires,
                              const SmokeSettings& settings = {});

/// From `time` to `time` + `step` [s]. `open[opening]` != 0: the leaf of this opening of the plan
/// stands open; an opening without a leaf always does. The same bits for the same calls.
void spread(SmokeSpread& smoke, const std::vector<char>& open, double time, double step);

/// The air at eye height in this unit; clean outdoors.
Atmosphere atmosphere_in(const SmokeSpread& smoke, int unit);

/// The air of one body of gas, clean where there is none.
Atmosphere atmosphere_of(const Gas& gas);

/// What the smoke overhead radiates on people in this unit, for accumulate() [kW/m2].
double radiant_flux_in(const SmokeSpread& smoke, int unit);

/// Height of the bottom of the smoke above the floor of the unit (of a flight: its lower end) [m].
double smoke_height_in(const SmokeSpread& smoke, int unit);

}  // namespace evac
