#include "sim/crowd/hydraulic.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>
#include <vector>

namespace evac {

namespace {

/// An opening saves up no more than one person for a gap in the queue: with more, some seconds
/// would pass more than the flow it is granted.
constexpr double most_allowance = 1.0;
/// The next to pass stands at most this far from the line [m].
constexpr double next_in_line = 0.9;
/// From there one walks to the line in about this time [s]. By the headway model no more are let
/// pass than can be on the way meanwhile: those whom others hold up would save their turns up and
/// pass in a burst. By hand calculation people come as slowly as their density has it.
constexpr double walk_up = 0.7;

/// Those let pass do not cross like clockwork: so much of the design flow is granted that no minute
/// has more than all of it.
constexpr double design_share = 0.98;

/// Who is about to pass an opening.
struct Line {
    std::vector<std::size_t> waiting;  ///< slots of those who may not pass yet, nearest first
    int let_pass = 0;                  ///< those who may, and are not across
};

std::vector<Line> lines_at_openings(const Drill& drill) {
    const Crowd& crowd = drill.crowd;
    const int openings = static_cast<int>(drill.plan().openings.size());
    std::vector<Line> lines(static_cast<std::size_t>(openings));
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int o = crowd.target[slot];
        if (crowd.mode[slot] != Mode::walking || o < 0 || o >= openings) {
            continue;
        }
        Line& line = lines[static_cast<std::size_t>(o)];
        if (crowd.pass[slot] == o) {
            line.let_pass += across(crowd, slot) ? 0 : 1;
        } else if (crowd.remaining[slot] <= next_in_line) {
            line.waiting.push_back(slot);
        }
    }
    for (Line& line : lines) {
        std::stable_sort(
            line.waiting.begin(), line.waiting.end(),
            [&](std::size_t a, std::size_t b) { return crowd.remaining[a] < crowd.remaining[b]; });
    }
    return lines;
}

/// What may pass the opening in a second under a limited flow [1/s].
double granted_flow(const Drill& drill, std::size_t o) {
    const Opening& opening = drill.plan().openings[o];
    return drill.scenario.model == MotionModel::hydraulic
               ? hydraulic_capacity(drill.plan(), opening)
               : design_share * design_flow * opening.clear_width;
}

void grant_limited(Drill& drill) {
    Crowd& crowd = drill.crowd;
    const std::vector<Line> lines = lines_at_openings(drill);
    for (std::size_t o = 0; o < lines.size(); ++o) {
        const double flow = granted_flow(drill, o);
        double& allowance = drill.watches[o].allowance;
        // What a step brings is never lost: whole persons do not come out even with steps.
        const double gain = flow * drill.scenario.step;
        allowance = std::min(most_allowance + gain, allowance + gain);
        int let_pass = lines[o].let_pass;
        for (const std::size_t next : lines[o].waiting) {
            const bool enough =
                drill.scenario.model == MotionModel::headway && let_pass >= 1.0 + flow * walk_up;
            if (allowance < 1.0 || enough) {
                break;
            }
            allowance -= 1.0;
            ++let_pass;
            crowd.pass[next] = static_cast<std::int32_t>(o);
        }
    }
}

}  // namespace

void meter_openings(Drill& drill) {
    Crowd& crowd = drill.crowd;
    if (drill.scenario.flow == Flow::design || drill.scenario.model == MotionModel::hydraulic) {
        grant_limited(drill);
    } else {
        for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
            crowd.pass[slot] = crowd.target[slot];
        }
    }
    gather_to_carry(drill);
    const int openings = static_cast<int>(drill.plan().openings.size());
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int o = crowd.target[slot];
        if (o < 0 || o >= openings || across(crowd, slot)) {
            continue;
        }
        const bool held_back =
            drill.held[static_cast<std::size_t>(o)] && !has_visits(drill, crowd.id[slot]);
        if (held_back || !lift_takes(drill, slot)) {
            crowd.pass[slot] = -1;
        }
    }
}

}  // namespace evac
