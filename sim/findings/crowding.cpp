#include "sim/findings/crowding.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// Over so many seconds a flow is taken, as for the peak flow of openings.
constexpr std::size_t flow_window = 10;
/// An opening that gives this share of its design flow is at capacity: people are whole numbers.
constexpr double full_share = 0.9;

bool on_the_way_out(const Drill& drill, std::size_t slot) {
    const auto person = static_cast<std::size_t>(drill.crowd.id[slot]);
    const PersonOutcome& outcome = drill.outcome.people[person];
    return drill.crowd.mode[slot] == Mode::walking && outcome.start_time != never &&
           outcome.exit_time == never && !drill.minds[person].cut_off;
}

/// Speed as a share of the free speed on this ground.
double share_of_free(const Crowd& crowd, std::size_t slot) {
    const double speed = std::sqrt(crowd.vx[slot] * crowd.vx[slot] + crowd.vy[slot] * crowd.vy[slot]);
    return crowd.speed_limit[slot] > 0.0 ? std::min(1.0, speed / crowd.speed_limit[slot]) : 1.0;
}

void add_losses(Crowding& crowding, const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        if (!on_the_way_out(drill, slot)) {
            continue;
        }
        LossLog& log = crowding.losses[static_cast<std::size_t>(crowd.unit[slot])];
        int& last = crowding.last_unit[static_cast<std::size_t>(crowd.id[slot])];
        if (last != crowd.unit[slot]) {
            last = crowd.unit[slot];
            ++log.walkers;
        }
        crowding.until = drill.time();
        const double lost = 1.0 - share_of_free(crowd, slot);
        log.person_seconds += lost;
        log.held_up += lost > 1.0 - held_up_below ? lost : 0.0;
        log.by_square[{static_cast<int>(std::floor(crowd.x[slot])),
                       static_cast<int>(std::floor(crowd.y[slot]))}] += lost;
    }
}

/// A line of people at one moment, without a gap.
struct Line {
    std::vector<std::size_t> slots;  ///< nearest to the opening first
    int opening = -1;                ///< that they are heading for
    bool at_opening = false;         ///< else it starts somewhere before it
    int root = -1;                   ///< index of the line that this one is the end of
};

/// Everybody who is held up, in lines: with those who head for the same opening, as far as there is
/// no gap.
std::vector<Line> lines_of(const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    std::vector<std::vector<std::size_t>> heading(drill.plan().openings.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int target = crowd.target[slot];
        if (target >= 0 && target < static_cast<int>(heading.size()) && !across(crowd, slot) &&
            on_the_way_out(drill, slot) && share_of_free(crowd, slot) < held_up_below) {
            heading[static_cast<std::size_t>(target)].push_back(slot);
        }
    }
    std::vector<Line> lines;
    for (std::size_t o = 0; o < heading.size(); ++o) {
        std::stable_sort(heading[o].begin(), heading[o].end(), [&](std::size_t a, std::size_t b) {
            return crowd.remaining[a] < crowd.remaining[b];
        });
        double reached = 0.0;
        bool going_on = false;
        for (const std::size_t slot : heading[o]) {
            const bool gap = crowd.remaining[slot] > reached + queue_gap;
            if (gap || !going_on) {
                lines.push_back({{}, static_cast<int>(o), !gap, static_cast<int>(lines.size())});
            }
            going_on = true;
            reached = crowd.remaining[slot];
            lines.back().slots.push_back(slot);
        }
    }
    return lines;
}

/// A line ends in a longer one behind its opening that reaches back to it.
void find_roots(std::vector<Line>& lines, const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    std::vector<std::vector<std::size_t>> in_unit(plan.units.size());
    for (std::size_t line = 0; line < lines.size(); ++line) {
        in_unit[static_cast<std::size_t>(crowd.unit[lines[line].slots.front()])].push_back(line);
    }
    std::vector<int> feeds(lines.size(), -1);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const int beyond = crowd.beyond[lines[line].slots.front()];
        if (!lines[line].at_opening || beyond == outside) {
            continue;
        }
        const Segment& door =
            plan.openings[static_cast<std::size_t>(lines[line].opening)].line;
        std::size_t most = 0;
        for (const std::size_t next : in_unit[static_cast<std::size_t>(beyond)]) {
            const std::vector<std::size_t>& slots = lines[next].slots;
            if (slots.size() > most &&
                std::any_of(slots.begin(), slots.end(), [&](std::size_t slot) {
                    return distance(door, crowd.position(slot)) <= queue_gap;
                })) {
                feeds[line] = static_cast<int>(next);
                most = slots.size();
            }
        }
    }
    for (Line& line : lines) {
        // Counterflow can make a ring of them; nowhere is its start, so it ends after one round.
        for (std::size_t hop = 0;
             hop < lines.size() && feeds[static_cast<std::size_t>(line.root)] >= 0; ++hop) {
            line.root = feeds[static_cast<std::size_t>(line.root)];
        }
    }
}

/// Whether the opening gave all it can by design in the last seconds.
bool gave_all(const std::vector<int>& counts, const Opening& opening) {
    if (counts.size() <= flow_window) {
        return false;
    }
    const double passed = counts.back() - counts.front();
    return passed >= full_share * design_flow * opening.clear_width * flow_window;
}

/// All the people who wait for one place.
struct Queue {
    int people = 0;
    Vec2 head = Vec2::Zero();
    std::size_t tail = 0;  ///< slot
};

void note(QueueLog& log, const Queue& queue, const Drill& drill) {
    log.waiting += queue.people;
    if (queue.people < queue_least) {
        return;
    }
    const double now = drill.time();
    log.first = std::min(log.first, now);
    log.last = now;
    log.seconds += 1.0;
    if (queue.people > log.longest) {
        log.longest = queue.people;
        log.at = now;
        log.head = queue.head;
        log.tail_unit = drill.crowd.unit[queue.tail];
        log.tail = drill.crowd.position(queue.tail);
    }
}

void add_queues(Crowding& crowding, const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    std::vector<Line> lines = lines_of(drill);
    find_roots(lines, drill);
    std::vector<Queue> queues(lines.size());
    for (const Line& line : lines) {
        const Line& root = lines[static_cast<std::size_t>(line.root)];
        Queue& queue = queues[static_cast<std::size_t>(line.root)];
        queue.head = root.at_opening
                         ? plan.openings[static_cast<std::size_t>(root.opening)].line.middle()
                         : crowd.position(root.slots.front());
        const std::size_t last = line.slots.back();
        if (queue.people == 0 || (crowd.position(last) - queue.head).norm() >
                                     (crowd.position(queue.tail) - queue.head).norm()) {
            queue.tail = last;
        }
        queue.people += static_cast<int>(line.slots.size());
    }
    std::vector<Queue> at_opening(plan.openings.size());
    std::vector<Queue> inside(plan.units.size());  // the longest, of several in one unit
    for (std::size_t line = 0; line < lines.size(); ++line) {
        const int unit = crowd.unit[lines[line].slots.front()];
        Queue& place = lines[line].at_opening
                           ? at_opening[static_cast<std::size_t>(lines[line].opening)]
                           : inside[static_cast<std::size_t>(unit)];
        if (queues[line].people > place.people) {
            place = queues[line];
        }
    }
    for (std::size_t u = 0; u < inside.size(); ++u) {
        note(crowding.inside[u], inside[u], drill);
    }
    for (std::size_t o = 0; o < at_opening.size(); ++o) {
        std::vector<int>& counts = crowding.passed[o];
        counts.push_back(drill.outcome.openings[o].forward + drill.outcome.openings[o].backward);
        if (counts.size() > flow_window + 1) {
            counts.erase(counts.begin());
        }
        note(crowding.queues[o], at_opening[o], drill);
        if (at_opening[o].people >= queue_least && gave_all(counts, plan.openings[o])) {
            crowding.queues[o].at_capacity += 1.0;
        }
    }
}

}  // namespace

Crowding watch_crowding(const Drill& drill) {
    Crowding crowding;
    crowding.queues.resize(drill.plan().openings.size());
    crowding.inside.resize(drill.plan().units.size());
    crowding.losses.resize(drill.plan().units.size());
    crowding.passed.resize(drill.plan().openings.size());
    crowding.last_unit.assign(drill.people.size(), -1);
    return crowding;
}

void observe(Crowding& crowding, const Drill& drill) {
    add_losses(crowding, drill);
    add_queues(crowding, drill);
}

}  // namespace evac
