#pragma once

#include "sim/geometry/vec.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace evac {

inline constexpr double never = std::numeric_limits<double>::infinity();

/// Why somebody is still inside when the drill ends.
enum class InsideReason {
    none,          ///< is out
    on_the_way,    ///< walking when the time was up
    waiting,       ///< not released, or pre-movement not over
    queueing,      ///< held up by people in front
    no_way_out,    ///< no passage leads from here to any exit
    way_cut_off,   ///< every way that was open at the start has been blocked
    needs_help,    ///< cannot take stairs alone, and too few are there to help
    on_duty,       ///< at a post, or in the middle of what was to be visited
    stuck,         ///< a way is there, but no progress for `stuck_after` seconds
    incapacitated  ///< by smoke or heat
};

/// What became of one person; index is the permanent id.
struct PersonOutcome {
    double start_time = never;      ///< first step [s]
    double exit_time = never;       ///< passed the exit [s]
    double assembled_time = never;  ///< reached the assembly area [s]
    int exit_opening = -1;
    double walked = 0.0;   ///< [m], along the floor
    double waited = 0.0;   ///< time below 0.2 m/s after the first step [s]
    int turned_round = 0;  ///< times a blocked opening was met
    double dose = 0.0;     ///< fractional effective dose of what was breathed
    double heat = 0.0;     ///< the same of heat
    double in_smoke = 0.0;              ///< time inside in air in which one sees less than 10 m [s]
    double incapacitated_time = never;  ///< [s]
    InsideReason inside = InsideReason::on_the_way;
    int last_unit = -1;
    Vec2 last_position = Vec2::Zero();
};

/// What passed one opening.
struct OpeningOutcome {
    int forward = 0;  ///< people from units[0] to units[1]
    int backward = 0;
    double first_time = never;  ///< [s]
    double last_time = -never;  ///< [s]
    double peak_flow = 0.0;     ///< most people in any 10 s, per second [1/s]
    int longest_queue = 0;      ///< most people at once slower than 0.2 m/s within 3 m before it
    double queue_time = 0.0;    ///< time with at least 5 people in that queue [s]
    double lost_time = 0.0;     ///< person-seconds spent in that queue
};

/// Somebody who makes no progress although the way is open, reported when it is noticed.
struct StuckReport {
    int person = 0;
    double time = 0.0;  ///< [s]
    int unit = 0;
    Vec2 position = Vec2::Zero();
};

/// Something worth a line in the log of the drill and a mark on its time line.
struct Happening {
    enum class Kind {
        alarm,
        opened,         ///< element: opening
        locked,         ///< element: opening
        blocked,        ///< element: opening
        put_down,       ///< element: fixture
        removed,        ///< element: fixture
        turned_round,   ///< element: the opening found closed
        stuck,          ///< element: unit
        level_clear,    ///< element: level
        incapacitated,  ///< element: unit
        smoke,          ///< element: unit in which one sees less than 10 m
        thick_smoke,    ///< element: unit in which one sees less than 3 m
        smoke_gone,     ///< element: unit in which one sees 10 m again
        held,           ///< element: the opening that staff keep people back from
        let_go          ///< element: that opening again
    } kind = Kind::alarm;
    double time = 0.0;  ///< [s]
    int element = -1;
    int person = -1;  ///< permanent id, where one person is meant
};

/// The people still inside at whole seconds: the evacuation curve.
struct CurvePoint {
    double time = 0.0;  ///< [s]
    int inside = 0;
    std::vector<int> by_level;  ///< people inside, per Plan::levels
};

/// Everything a finished (or unfinished) drill has to say.
struct Outcome {
    int placed = 0;
    int out = 0;
    int incapacitated = 0;
    double simulated = 0.0;  ///< [s]
    std::int64_t steps = 0;
    std::int64_t agent_steps = 0;  ///< sum over steps of people on the ground
    std::uint64_t state_hash = 0;
    std::vector<PersonOutcome> people;
    std::vector<OpeningOutcome> openings;
    std::vector<double> level_clear;  ///< per level: when the last person left it for good [s]
    std::vector<CurvePoint> curve;
    std::vector<StuckReport> stuck;
    std::vector<Happening> happenings;          ///< in order of time
    std::vector<std::uint64_t> hash_by_second;  ///< state hash at whole seconds, from 0
    double deepest_overlap = 0.0;  ///< worst overlap of two bodies seen, share of the sum of radii
};

}  // namespace evac
