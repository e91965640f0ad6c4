#include "sim/drill/following.hpp"
#include "sim/drill/phases.hpp"
#include "sim/drill/turns.hpp"

#include <algorithm>

namespace evac {

namespace {

/// They follow within this time [s] (own assumption: a few seconds to get up).
constexpr double follow_within = 3.0;

/// Who sees smoke around sets out within this time [s] (own assumption).
constexpr double flee_within = 5.0;

/// What others do is a cue (Nilsson and Johansson 2009 call it social influence): whoever still
/// waits when most people of the room have gone does not wait for long.
void follow_others(Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    const auto unit = static_cast<std::size_t>(drill.crowd.unit[slot]);
    if (!group_of(drill, person).follows_others ||
        drill.set_out_of[unit] < share_followed * drill.stood_in[unit]) {
        return;
    }
    const Draw draw{drill.scenario.seed, Purpose::behaviour, static_cast<std::uint32_t>(person), 0};
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    mind.start =
        std::min(mind.start, drill.time() + follow_within * draw.uniform(follow_others_draw));
}

/// Nobody sits in smoke until the time to react is over. Before people are released smoke is no
/// cue: they may be asleep, or under a table in an earthquake.
void flee_from_smoke(Drill& drill, std::size_t slot) {
    const double release = drill.scenario.alarm + drill.scenario.hold;
    if (drill.time() < release || !drives_people_out(drill, drill.crowd.unit[slot])) {
        return;
    }
    const int person = drill.crowd.id[slot];
    const Draw draw{drill.scenario.seed, Purpose::behaviour, static_cast<std::uint32_t>(person), 0};
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    mind.start = std::min(mind.start, drill.time() + flee_within * draw.uniform(flee_draw));
}

}  // namespace

void wake_people(Drill& drill) {
    const double now = drill.time();
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        PersonOutcome& outcome = drill.outcome.people[static_cast<std::size_t>(person)];
        if (outcome.start_time != never || drill.crowd.mode[slot] == Mode::down) {
            continue;
        }
        if (glances_now(drill, person)) {
            follow_others(drill, slot);
            flee_from_smoke(drill, slot);
        }
        Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        if (mind.start <= now && !waits_for_company(drill, slot)) {
            outcome.start_time = now;
            mind.progress_at = now;
            ++drill.set_out_of[static_cast<std::size_t>(drill.crowd.unit[slot])];
            choose_target(drill, slot);
        }
    }
}

}  // namespace evac
