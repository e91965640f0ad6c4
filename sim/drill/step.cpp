#include "sim/drill/phases.hpp"

#include "sim/crowd/hydraulic.hpp"

namespace evac {

namespace {

/// Runs one phase and books its time.
template <class Work>
void timed(Drill& drill, Phase phase, Work work) {
    const double begin = drill.clock ? drill.clock() : 0.0;
    work();
    if (drill.clock) {
        drill.profile[static_cast<std::size_t>(phase)] += drill.clock() - begin;
    }
}

}  // namespace

// One step. Every phase reads what the one before it left and writes its own: no person ever sees
// a neighbour half moved, so the order of people and the number of threads change nothing.
void step(Drill& drill) {
    timed(drill, Phase::events, [&] {
        apply_events(drill);
        suffer(drill);
        run_lifts(drill);
    });
    timed(drill, Phase::wake, [&] { wake_people(drill); });
    timed(drill, Phase::routes, [&] {
        make_visits(drill);
        do_duties(drill);
        spread_word(drill);
        notice_signs(drill);
        miss_helpers(drill);
        revise_routes(drill);
    });
    timed(drill, Phase::company, [&] {
        keep_company(drill);
        set_paces(drill);
    });
    timed(drill, Phase::ways, [&] {
        find_detours(drill);
        find_ways(drill);
    });
    timed(drill, Phase::cells, [&] { sort_into_cells(drill.cells, drill.crowd); });
    timed(drill, Phase::openings, [&] { meter_openings(drill); });
    timed(drill, Phase::motion, [&] {
        const auto move = drill.scenario.model == MotionModel::hydraulic ? move_as_hand_calculations
                                                                         : move_people;
        move(drill.crowd, drill.cells, drill.ground, drill.doors, drill.motion, drill.scratch,
             drill.team);
    });
    drill.outcome.agent_steps += static_cast<std::int64_t>(drill.crowd.size());
    ++drill.steps;
    timed(drill, Phase::openings, [&] { pass_openings(drill); });
    timed(drill, Phase::measures, [&] { measure(drill); });
}

}  // namespace evac
