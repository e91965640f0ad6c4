#pragma once

#include "sim/crowd/motion.hpp"
#include "sim/drill/outcome.hpp"
#include "sim/drill/queues.hpp"
#include "sim/drill/route_book.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/ground/detour.hpp"
#include "sim/hazard/dose.hpp"
#include "sim/hazard/smoke_spread.hpp"
#include "sim/numeric/team.hpp"

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace evac {

/// What a person has in mind and has been through, besides position and motion; by permanent id.
struct Mind {
    double start = never;       ///< when the first step is due [s]
    std::vector<int> policies;  ///< as assigned first, then what to fall back on
    int following = -1;         ///< number of the policy now followed
    int known = 0;              ///< number of the knowledge
    int visits = 0;             ///< made so far, over all laps
    double stay_until = never;  ///< end of the visit being made [s]; `never` between visits
    double settle_until = 0.0;  ///< walks on into the place it came to until then [s]
    int follow = -1;            ///< id of whom to walk behind
    double pace = never;        ///< no faster than this, to keep together [m/s]
    std::vector<int> signs_met;    ///< amenities: seen once, noticed or not
    std::vector<int> directed_by;  ///< groups whose staff have told the way
    bool cut_off = false;       ///< knows no way out
    bool braves_smoke = false;  ///< has found no way without, or brings air along
    bool braves_heat = false;   ///< has found no way without
    bool reported = false;      ///< as stuck
    double least_left = never;  ///< shortest way to the end so far [m]
    double progress_at = 0.0;   ///< when that was [s]
};

/// Watches one opening.
struct OpeningWatch {
    std::vector<double> passed;  ///< times in the last `flow_window` seconds, ascending
    double allowance = 1.0;      ///< people who may pass now (Flow::design)
};

/// One lift in progress.
struct LiftCar {
    enum class State { standing, moving } state = State::standing;
    int place = 0;            ///< in Lift::units: where it stands, or is bound for
    double until = 0.0;       ///< doors stand open until then, or it arrives then [s]
    std::vector<int> riders;  ///< ids, in order of boarding
    std::vector<int> exits;   ///< per rider: the passing by which it leaves the car
};

/// People who keep together while they walk; built once from the groups.
struct Company {
    Cohesion together = Cohesion::none;
    std::vector<int> members;  ///< ids; the first one leads
    bool carries = false;      ///< somebody among them must be carried on flights
};

/// The phases of a step, in order.
enum class Phase { events, wake, routes, company, ways, cells, motion, openings, measures };
inline constexpr std::size_t phase_count = 9;

/// One drill in progress. Everything a step reads and writes is here.
struct Drill {
    /// Places the people, builds ground, passages and routes. Throws InputError when people do not
    /// fit. `threads` does not change the result.
    Drill(Scenario drill_scenario, int threads);

    Scenario scenario;
    std::vector<Person> people;
    std::vector<char> fixture_present;
    Ground ground;
    std::vector<CrowdedFloor> floors;  ///< per unit: where crowds slow people down
    Doors doors;
    RouteBook routes;
    Cells cells;
    Crowd crowd;
    std::vector<Mind> minds;
    std::vector<std::int32_t> slot_of;  ///< per person, -1 when gone
    std::vector<Company> companies;
    std::vector<int> company_of;  ///< per person: index into `companies`, -1 for who walks alone
    std::vector<std::vector<int>> visit_policies;  ///< per group and visit
    MotionSettings motion;
    MotionScratch scratch;
    Team team;

    std::int64_t steps = 0;
    std::size_t next_event = 0;
    std::vector<int> put_down_when_free;  ///< events due, but somebody stands there
    std::vector<int> unit_version;        ///< per unit: index into routes.lengths
    std::vector<char> blocked;            ///< per opening: closed so that one sees it from afar
    std::vector<char> held;               ///< per opening: staff keep people back from it
    Queues queues;                        ///< as people saw them last
    std::vector<LiftCar> lifts;           ///< per Scenario::lifts
    std::optional<SmokeSpread> smoke;     ///< of the fires
    std::vector<Atmosphere> air;          ///< per unit, at eye height; empty: clean everywhere
    std::vector<Dose> doses;              ///< per person
    std::vector<int> stood_in;            ///< per unit: people at the start
    std::vector<int> set_out_of;          ///< of those, how many have set out
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
