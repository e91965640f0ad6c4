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
        const double lost = 1.0 - share_of_free(crowd, slot);
        log.person_seconds += lost;
        log.by_square[{static_cast<int>(std::floor(crowd.x[slot])),
                       static_cast<int>(std::floor(crowd.y[slot]))}] += lost;
    }
}

/// The line of people before one opening at one moment.
struct Line {
    std::vector<std::size_t> slots;  ///< nearest first
    int root = -1;                   ///< the opening at which the line starts
};

/// Everybody who is held up, in the line of the opening that they are heading for.
std::vector<Line> lines_of(const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    std::vector<Line> lines(drill.plan().openings.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int target = crowd.target[slot];
        if (target >= 0 && target < static_cast<int>(lines.size()) &&
            crowd.came[slot] != target && on_the_way_out(drill, slot) &&
            share_of_free(crowd, slot) < held_up_below) {
            lines[static_cast<std::size_t>(target)].slots.push_back(slot);
        }
    }
    for (Line& line : lines) {
        std::stable_sort(line.slots.begin(), line.slots.end(), [&](std::size_t a, std::size_t b) {
            return crowd.remaining[a] < crowd.remaining[b];
        });
        double reached = 0.0;
        std::size_t length = 0;
        while (length < line.slots.size() &&
               crowd.remaining[line.slots[length]] <= reached + queue_gap) {
            reached = crowd.remaining[line.slots[length++]];
        }
        line.slots.resize(length);
    }
    return lines;
}

/// A line starts where a longer one behind its opening reaches back to it.
void find_roots(std::vector<Line>& lines, const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    const Plan& plan = drill.plan();
    std::vector<int> feeds(lines.size(), -1);
    for (std::size_t o = 0; o < lines.size(); ++o) {
        if (lines[o].slots.empty()) {
            continue;
        }
        const int beyond = crowd.beyond[lines[o].slots.front()];
        std::size_t most = 0;
        for (std::size_t next = 0; next < lines.size(); ++next) {
            if (next == o || lines[next].slots.size() <= most ||
                crowd.unit[lines[next].slots.front()] != beyond) {
                continue;
            }
            const bool reaches = std::any_of(
                lines[next].slots.begin(), lines[next].slots.end(), [&](std::size_t slot) {
                    return distance(plan.openings[o].line, crowd.position(slot)) <= queue_gap;
                });
            if (reaches) {
                feeds[o] = static_cast<int>(next);
                most = lines[next].slots.size();
            }
        }
    }
    for (std::size_t o = 0; o < lines.size(); ++o) {
        int root = static_cast<int>(o);
        // Counterflow can make a ring of them; nowhere is its start, so it ends after one round.
        for (std::size_t hop = 0; hop < lines.size() && feeds[static_cast<std::size_t>(root)] >= 0;
             ++hop) {
            root = feeds[static_cast<std::size_t>(root)];
        }
        lines[o].root = root;
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

void add_queues(Crowding& crowding, const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    std::vector<Line> lines = lines_of(drill);
    find_roots(lines, drill);
    struct Total {
        int people = 0;
        std::size_t tail = 0;  ///< slot
    };
    std::vector<Total> totals(lines.size());
    for (std::size_t o = 0; o < lines.size(); ++o) {
        if (lines[o].slots.empty()) {
            continue;
        }
        Total& total = totals[static_cast<std::size_t>(lines[o].root)];
        const Vec2 head =
            drill.plan().openings[static_cast<std::size_t>(lines[o].root)].line.middle();
        const std::size_t last = lines[o].slots.back();
        if (total.people == 0 || (crowd.position(last) - head).norm() >
                                     (crowd.position(total.tail) - head).norm()) {
            total.tail = last;
        }
        total.people += static_cast<int>(lines[o].slots.size());
    }
    const double now = drill.time();
    for (std::size_t o = 0; o < lines.size(); ++o) {
        std::vector<int>& counts = crowding.passed[o];
        counts.push_back(drill.outcome.openings[o].forward + drill.outcome.openings[o].backward);
        if (counts.size() > flow_window + 1) {
            counts.erase(counts.begin());
        }
        const Total& total = totals[o];
        QueueLog& log = crowding.queues[o];
        log.waiting += total.people;
        if (total.people < queue_least) {
            continue;
        }
        log.first = std::min(log.first, now);
        log.last = now;
        log.seconds += 1.0;
        if (total.people > log.longest) {
            log.longest = total.people;
            log.at = now;
            log.tail_unit = crowd.unit[total.tail];
            log.tail = crowd.position(total.tail);
        }
        if (gave_all(counts, drill.plan().openings[o])) {
            log.at_capacity += 1.0;
        }
    }
}

}  // namespace

Crowding watch_crowding(const Drill& drill) {
    Crowding crowding;
    crowding.queues.resize(drill.plan().openings.size());
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
