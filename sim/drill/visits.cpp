#include "sim/drill/phases.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

/// Somebody who stays somewhere walks on for so long first, out of the doorway [s].
constexpr double settle_time = 1.5;
/// More visits than anybody makes: the rest are given up.
constexpr int given_up = std::numeric_limits<int>::max();

/// Place in Group::visits of the visit to make next, or -1 when all are made.
int next_visit(const Drill& drill, int person) {
    const Group& group = group_of(drill, person);
    const int per_lap = static_cast<int>(group.visits.size());
    const int made = drill.minds[static_cast<std::size_t>(person)].visits;
    if (per_lap == 0 || made == given_up || (group.laps > 0 && made >= group.laps * per_lap)) {
        return -1;
    }
    return made % per_lap;
}

/// Whether the levels that a duty waits for are empty, but for staff at their posts.
bool clear(const Drill& drill, const std::vector<int>& levels) {
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        const int level = unit_at(drill.plan(), drill.crowd.unit[slot]).level;
        if (drill.outcome.people[static_cast<std::size_t>(person)].exit_time == never &&
            drill.crowd.mode[slot] != Mode::down && !on_duty(drill, person) &&
            std::find(levels.begin(), levels.end(), level) != levels.end()) {
            return false;
        }
    }
    return true;
}

bool stay_is_over(const Drill& drill, int person) {
    const Group& group = group_of(drill, person);
    const Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    const bool timed_out = drill.time() >= mind.stay_until;
    return on_duty(drill, person) && !group.duty->until_clear.empty()
               ? clear(drill, group.duty->until_clear)
               : timed_out;
}

/// Begins the stay at a place just reached; false if there is nothing to stay for.
bool begin_stay(Drill& drill, std::size_t slot, int visit, bool on_the_way) {
    const int person = drill.crowd.id[slot];
    const Group& group = group_of(drill, person);
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    const bool last = visit + 1 == static_cast<int>(group.visits.size());
    const double stay = group.visits[static_cast<std::size_t>(visit)].stay;
    if (stay <= 0.0 && !(last && group.duty)) {
        ++mind.visits;
        return false;
    }
    mind.stay_until = drill.time() + stay;
    stand(drill, slot);
    if (on_the_way) {
        mind.settle_until = drill.time() + settle_time;
        drill.crowd.mode[slot] = Mode::walking;
    }
    return true;
}

}  // namespace

bool on_duty(const Drill& drill, int person) {
    const Group& group = group_of(drill, person);
    const int visit = next_visit(drill, person);
    return group.duty && visit + 1 == static_cast<int>(group.visits.size()) && visit >= 0 &&
           drill.minds[static_cast<std::size_t>(person)].stay_until != never;
}

bool has_visits(const Drill& drill, int person) {
    return next_visit(drill, person) >= 0;
}

bool go_to_visit(Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    const Group& group = group_of(drill, person);
    if (mind.stay_until != never) {
        const auto stays_at = static_cast<std::size_t>(next_visit(drill, person));
        if (group.visits[stays_at].unit == drill.crowd.unit[slot]) {
            return true;
        }
        mind.stay_until = never;  // pushed out again in the doorway: there once more
    }
    const bool on_the_way = drill.crowd.came[slot] >= 0;
    // Several visits may be to the unit one stands in; a lap round nothing must end, though.
    for (std::size_t i = 0; i <= group.visits.size(); ++i) {
        const int visit = next_visit(drill, person);
        if (visit < 0) {
            return false;
        }
        if (group.visits[static_cast<std::size_t>(visit)].unit == drill.crowd.unit[slot]) {
            if (begin_stay(drill, slot, visit, on_the_way)) {
                return true;
            }
            continue;
        }
        const int number = drill.people[static_cast<std::size_t>(person)].group;
        const int policy =
            drill.visit_policies[static_cast<std::size_t>(number)][static_cast<std::size_t>(visit)];
        if (follow_policy(drill, slot, policy)) {
            return true;
        }
        break;
    }
    mind.visits = given_up;  // no way there: the visits are over
    return false;
}

void make_visits(Drill& drill) {
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        if (drill.crowd.mode[slot] == Mode::down) {
            continue;
        }
        const bool settles =
            drill.crowd.mode[slot] == Mode::walking && drill.crowd.target[slot] < 0;
        if (settles && drill.time() >= mind.settle_until) {
            stand(drill, slot);
        }
        if (mind.stay_until != never && stay_is_over(drill, person)) {
            mind.stay_until = never;
            ++mind.visits;
            choose_target(drill, slot);
        }
    }
}

}  // namespace evac
