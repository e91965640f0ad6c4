#include "sim/findings/rules/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace evac {

namespace {

double to_exit(const Measuring& measuring, int opening, int from_unit) {
    const Passing p = passing(opening, measuring.opening(opening).units[1] == from_unit);
    return measuring.layout.to_exit[static_cast<std::size_t>(p)];
}

void measure_room_travel(Measuring& measuring, int unit, const std::vector<int>& doors) {
    // The worst door at each position, as the limits differ by position.
    std::map<std::string, std::pair<double, int>> worst;
    std::vector<int> usable;
    std::vector<double> distances;
    std::vector<double> depths;
    bool all_dead = true;
    for (const int door : doors) {
        const double d = to_exit(measuring, door, unit);
        if (!std::isfinite(d)) {
            continue;
        }
        const int corridor = beyond(measuring.opening(door), unit);
        double depth = 0.0;
        Position position = Position::between;
        if (measuring.indoors(corridor)) {
            position =
                position_on(measuring.inspection, measuring.layout, corridor, door, &depth);
        }
        usable.push_back(door);
        distances.push_back(d);
        const bool dead = position != Position::between;
        all_dead = all_dead && dead;
        depths.push_back(dead ? depth : 0.0);
        auto& [value, which] = worst[std::string(word_for(position))];
        if (d >= value) {
            value = d;
            which = door;
        }
    }
    if (usable.empty()) {
        return;
    }
    for (const auto& [position, entry] : worst) {
        if (!measuring.indoors(beyond(measuring.opening(entry.second), unit))) {
            continue;  // the door itself leads out
        }
        Measurement& m =
            measure_opening(measuring, "door_to_exit", entry.second, unit, entry.first, "m");
        m.facts.words["position"] = position;
        m.also = {measuring.unit(unit).id};
    }
    measure_unit(measuring, "travel_to_exit", unit,
                 farthest_from_doors(measuring, unit, usable, distances), "m");
    if (usable.size() == 1 || all_dead) {
        const double first = usable.size() == 1 ? farthest_from_doors(measuring, unit, usable) : 0.0;
        measure_unit(measuring, "common_path", unit,
                     first + *std::min_element(depths.begin(), depths.end()), "m");
    }
}

void measure_dead_end(Measuring& measuring, int corridor) {
    const std::vector<int> ways = ways_out_of(measuring.inspection, measuring.layout, corridor);
    double deepest = 0.0;
    std::vector<std::string> doors;
    for (const int o : measuring.layout.by_unit[static_cast<std::size_t>(corridor)]) {
        double depth = 0.0;
        const int other = beyond(measuring.opening(o), corridor);
        if (!measuring.room(other) ||
            position_on(measuring.inspection, measuring.layout, corridor, o, &depth) ==
                Position::between ||
            !std::isfinite(depth)) {
            continue;
        }
        deepest = std::max(deepest, depth);
        doors.push_back(measuring.opening(o).id);
    }
    if (ways.size() == 1) {
        // No door need stand at the blind end.
        const std::vector<int>& openings =
            measuring.layout.by_unit[static_cast<std::size_t>(corridor)];
        const auto index = static_cast<std::size_t>(
            std::find(openings.begin(), openings.end(), ways.front()) - openings.begin());
        const std::vector<double>& farthest =
            measuring.inspection.lengths.farthest[static_cast<std::size_t>(corridor)];
        if (index < farthest.size() && std::isfinite(farthest[index])) {
            deepest = std::max(deepest, farthest[index]);
        }
    }
    if (deepest > 0.0) {
        measure_unit(measuring, "dead_end_length", corridor, deepest, "m").also = doors;
    }
}

}  // namespace

void measure_travel(Measuring& measuring) {
    const Plan& plan = measuring.plan();
    for (int u = 0; u < static_cast<int>(plan.units.size()); ++u) {
        if (measuring.room(u)) {
            measure_room_travel(measuring, u, doors_of_room(measuring, u));
        } else if (measuring.corridor(u)) {
            measure_dead_end(measuring, u);
        }
    }
    for (const Staircase& stair : measuring.layout.staircases) {
        for (const int o : stair.entries) {
            const Opening& entry = measuring.opening(o);
            const int inside = measuring.staircase_of(entry.units[0]) >= 0 ? entry.units[0]
                                                                           : entry.units[1];
            const int floor = beyond(entry, inside);
            if (!measuring.indoors(floor) ||
                measuring.storey_of_level(measuring.unit(floor).level) != 1) {
                continue;
            }
            const double d = to_exit(measuring, o, inside);
            const bool own_exit =
                std::any_of(measuring.layout.by_unit[static_cast<std::size_t>(inside)].begin(),
                            measuring.layout.by_unit[static_cast<std::size_t>(inside)].end(),
                            [&](int other) {
                                const Passing p =
                                    passing(other, measuring.opening(other).units[1] == inside);
                                return measuring.layout.leads_out[static_cast<std::size_t>(p)] != 0;
                            });
            if (!own_exit && std::isfinite(d)) {
                measure_opening(measuring, "stair_to_outside", o, floor, d, "m");
            }
        }
    }
}

}  // namespace evac
