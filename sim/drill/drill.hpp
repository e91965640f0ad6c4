#pragma once

#include "sim/crowd/motion.hpp"
#include "sim/drill/outcome.hpp"
#include "sim/drill/route_book.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/numeric/team.hpp"

#include <array>
#include <functional>
#include <vector>

namespace evac {

/// What a person has in mind and has been through, besides position and motion; by permanent id.
struct Mind {
    double start = never;       ///< when the first step is due [s]
    std::vector<int> policies;  ///< as assigned first, then what to fall back on
    int policy = 0;             ///< place in `policies` now followed
    int known = 0;              ///< number of the knowledge
    bool cut_off = false;       ///< knows no way out
    bool reported = false;      ///< as stuck
    double least_left = never;  ///< shortest way to the end so far [m]
    double progress_at = 0.0;   ///< when that was [s]
};

/// Watches one opening.
struct OpeningWatch {
    std::vector<double> passed;  ///< times in the last `flow_window` seconds, ascending
    double allowance = 1.0;      ///< people who may pass now (Flow::design)
};

/// The phases of a step, in order.
enum class Phase { events, wake, routes, ways, cells, motion, openings, measures };
inline constexpr std::size_t phase_count = 8;

/// One drill in progress. Everything a step reads and writes is here.
struct Drill {
    /// Places the people, builds ground, passages and routes. Throws InputError when people do not
    /// fit. `threads` does not change the result.
    Drill(Scenario drill_scenario, int threads);

    Scenario scenario;
    std::vector<Person> people;
    std::vector<char> fixture_present;
    Ground ground;
    Doors doors;
    RouteBook routes;
    Cells cells;
    Crowd crowd;
    std::vector<Mind> minds;
    MotionSettings motion;
    MotionScratch scratch;
    Team team;

    std::int64_t steps = 0;
    std::size_t next_event = 0;
    std::vector<int> put_down_when_free;  ///< events due, but somebody stands there
    std::vector<int> unit_version;        ///< per unit: index into routes.lengths
    std::vector<char> blocked;            ///< per opening: closed so that one sees it from afar
    std::vector<OpeningWatch> watches;
    Outcome outcome;

    /// Seconds spent per phase, measured with `clock` when there is one: the simulation itself
    /// knows no clock.
    std::array<double, phase_count> profile{};
    std::function<double()> clock;

    const Plan& plan() const { return scenario.plan; }
    double time() const { return static_cast<double>(steps) * scenario.step; }
};

/// Brings the drill forward by one time step.
void step(Drill& drill);

/// Nobody is left who could still arrive anywhere, or the time limit is reached.
bool finished(const Drill& drill);

/// Completes the outcome: who is where, and why. Call once, when no more steps follow.
void conclude(Drill& drill);

/// Units with people in them from which no way leads out, before anything happens; for a warning
/// ahead of the first step.
std::vector<int> occupied_units_without_way_out(const Drill& drill);

}  // namespace evac
