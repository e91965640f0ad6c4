#include "sim/drill/phases.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double slow = 0.2;           ///< below this a walker is held up [m/s]
constexpr double queue_reach = 3.0;    ///< a queue is counted this far before the line [m]
constexpr int queue_least = 5;         ///< fewer people are no queue
constexpr double stuck_after = 120.0;  ///< without progress, while nobody passes ahead [s]
constexpr double progress = 0.5;       ///< that counts as getting on [m]

bool inside(const PersonOutcome& person) {
    return person.exit_time == never;
}

double speed_of(const Crowd& crowd, std::size_t slot) {
    return std::sqrt(crowd.vx[slot] * crowd.vx[slot] + crowd.vy[slot] * crowd.vy[slot]);
}

void add_way(Drill& drill) {
    const Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        PersonOutcome& person = drill.outcome.people[static_cast<std::size_t>(crowd.id[slot])];
        if (person.start_time == never) {
            continue;
        }
        const double speed = speed_of(crowd, slot);
        person.walked += speed * drill.scenario.step;
        if (speed < slow && inside(person)) {
            person.waited += drill.scenario.step;
        }
    }
}

void count_queues(Drill& drill) {
    const Crowd& crowd = drill.crowd;
    std::vector<int> queue(drill.plan().openings.size(), 0);
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const auto target = static_cast<std::size_t>(crowd.target[slot]);
        if (crowd.mode[slot] == Mode::walking && target < queue.size() &&
            crowd.remaining[slot] < queue_reach && speed_of(crowd, slot) < slow) {
            ++queue[target];
        }
    }
    for (std::size_t o = 0; o < queue.size(); ++o) {
        OpeningOutcome& outcome = drill.outcome.openings[o];
        outcome.longest_queue = std::max(outcome.longest_queue, queue[o]);
        if (queue[o] >= queue_least) {
            outcome.queue_time += 1.0;
        }
        outcome.lost_time += queue[o];
    }
}

/// A point of the evacuation curve, and which levels have just become empty.
void add_curve_point(Drill& drill) {
    const Crowd& crowd = drill.crowd;
    CurvePoint point;
    point.time = drill.time();
    point.by_level.assign(drill.plan().levels.size(), 0);
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        if (inside(drill.outcome.people[static_cast<std::size_t>(crowd.id[slot])])) {
            const int unit = crowd.unit[slot];
            const int level = drill.plan().units[static_cast<std::size_t>(unit)].level;
            ++point.by_level[static_cast<std::size_t>(level)];
            ++point.inside;
        }
    }
    for (std::size_t level = 0; level < point.by_level.size(); ++level) {
        double& clear = drill.outcome.level_clear[level];
        const bool was_occupied =
            !drill.outcome.curve.empty() && drill.outcome.curve.back().by_level[level] > 0;
        if (point.by_level[level] > 0) {
            clear = never;
        } else if (was_occupied) {
            clear = point.time;
        }
    }
    drill.outcome.curve.push_back(std::move(point));
}

/// Nobody gets lost silently: who makes no progress although nobody else passes ahead either is
/// reported with place and time, and looks for a way anew.
void find_stuck(Drill& drill) {
    const Crowd& crowd = drill.crowd;
    const double now = drill.time();
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int person = crowd.id[slot];
        Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        if (crowd.mode[slot] != Mode::walking) {
            mind.progress_at = now;
            continue;
        }
        const double left = way_left(drill, slot);
        if (left < mind.least_left - progress) {
            mind.reported = mind.reported && mind.least_left == never;  // the first measure is none
            mind.least_left = left;
            mind.progress_at = now;
            continue;
        }
        const auto target = static_cast<std::size_t>(crowd.target[slot]);
        if (target < drill.held.size() && drill.held[target]) {
            mind.progress_at = now;  // waits as told
            continue;
        }
        const double last_passed = target < drill.outcome.openings.size()
                                       ? drill.outcome.openings[target].last_time
                                       : -never;
        if (now - std::max(mind.progress_at, last_passed) < stuck_after) {
            continue;
        }
        if (!mind.reported) {
            mind.reported = true;
            drill.outcome.stuck.push_back({person, now, crowd.unit[slot], crowd.position(slot)});
            drill.outcome.happenings.push_back(
                {Happening::Kind::stuck, now, crowd.unit[slot], person});
        }
        mind.progress_at = now;
        choose_target(drill, slot);
    }
}

}  // namespace

double way_left(Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    const int target = crowd.target[slot];
    if (target < 0 || target >= static_cast<int>(plan.openings.size())) {
        return crowd.remaining[slot];
    }
    const Mind& mind = drill.minds[static_cast<std::size_t>(crowd.id[slot])];
    const RouteTable& table = route_table(drill.routes, plan, mind.following, mind.known);
    const Opening& opening = plan.openings[static_cast<std::size_t>(target)];
    const Passing p = passing(target, opening.units[1] == crowd.unit[slot]);
    return crowd.remaining[slot] + table.length[static_cast<std::size_t>(p)];
}

void measure(Drill& drill) {
    if (drill.steps > 0) {
        add_way(drill);
    }
    drill.outcome.deepest_overlap = drill.scratch.deepest_overlap;
    const auto steps_per_second =
        static_cast<std::int64_t>(std::llround(1.0 / drill.scenario.step));
    if (drill.steps % steps_per_second == 0) {
        count_queues(drill);
        add_curve_point(drill);
        find_stuck(drill);
        drill.outcome.hash_by_second.push_back(state_hash(drill));
    }
}

bool finished(const Drill& drill) {
    if (drill.time() >= drill.scenario.time_limit) {
        return true;
    }
    const bool more_events = drill.next_event < drill.scenario.events.size();
    const bool in_danger = !drill.air.empty();  // what they breathe goes on while they stand
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const auto person = static_cast<std::size_t>(drill.crowd.id[slot]);
        if (drill.crowd.mode[slot] == Mode::down) {
            continue;
        }
        const bool yet_to_start = drill.outcome.people[person].start_time == never;
        const bool stays = drill.minds[person].stay_until != never || rides(drill, slot) ||
                           (in_danger && inside(drill.outcome.people[person]));
        if (drill.crowd.mode[slot] == Mode::walking || yet_to_start || stays || more_events) {
            return false;
        }
    }
    return true;
}

namespace {

InsideReason reason_inside(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    const auto person = static_cast<std::size_t>(crowd.id[slot]);
    const Mind& mind = drill.minds[person];
    if (crowd.mode[slot] == Mode::down) {
        return InsideReason::incapacitated;
    }
    if (mind.stay_until != never) {
        return InsideReason::on_duty;
    }
    if (mind.cut_off) {
        const bool must_be_carried =
            std::all_of(mind.policies.begin(), mind.policies.end(), [&](int policy) {
                return drill.routes.policies[static_cast<std::size_t>(policy)].step_free;
            });
        if (must_be_carried) {
            return InsideReason::needs_help;
        }
        return mind.known == 0 ? InsideReason::no_way_out : InsideReason::way_cut_off;
    }
    if (drill.outcome.people[person].start_time == never) {
        return InsideReason::waiting;
    }
    if (mind.reported) {
        return InsideReason::stuck;
    }
    return speed_of(crowd, slot) < slow ? InsideReason::queueing : InsideReason::on_the_way;
}

}  // namespace

void conclude(Drill& drill) {
    Outcome& outcome = drill.outcome;
    if (outcome.curve.empty() || outcome.curve.back().time < drill.time()) {
        add_curve_point(drill);  // the end, between two seconds
    }
    outcome.simulated = drill.time();
    outcome.steps = drill.steps;
    outcome.state_hash = state_hash(drill);
    for (PersonOutcome& person : outcome.people) {
        if (!inside(person)) {
            person.inside = InsideReason::none;
        }
    }
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        PersonOutcome& person = outcome.people[static_cast<std::size_t>(drill.crowd.id[slot])];
        person.last_unit = drill.crowd.unit[slot];
        person.last_position = drill.crowd.position(slot);
        if (inside(person)) {
            person.inside = reason_inside(drill, slot);
        }
    }
}

}  // namespace evac
