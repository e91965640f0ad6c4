#include "sim/drill/phases.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double period = 0.5;               ///< people look where it is full this often [s]
constexpr double memory = 0.85;              ///< share of the last look that stays
constexpr double most_delay = 2.0;           ///< a jam counts as three times its length
constexpr double held_up = 0.25;             ///< delay of somebody who looks for a way round
constexpr int crowd_of = 20;                 ///< so many held up on one way make it worth looking
constexpr std::size_t most_nodes = 200'000;  ///< 2,000 m2: there people find room anyway

/// How much longer than a free walker this one takes for a metre.
double delay_of(const Crowd& crowd, std::size_t slot) {
    constexpr double slowest = 0.05;  // m/s
    const double speed =
        std::sqrt(crowd.vx[slot] * crowd.vx[slot] + crowd.vy[slot] * crowd.vy[slot]);
    return std::clamp(crowd.speed_limit[slot] / std::max(speed, slowest) - 1.0, 0.0, most_delay);
}

/// Held up by those who go the same way. Whoever meets others minds them, and not the floor behind
/// them: lanes would dissolve.
bool looks_for_a_way_round(const Crowd& crowd, std::size_t slot) {
    return crowd.mode[slot] == Mode::walking && crowd.field[slot] >= 0 && crowd.turned[slot] == 0 &&
           delay_of(crowd, slot) > held_up;
}

struct Way {
    int unit = 0;
    int field = 0;
    int people = 0;
};

/// The ways on which a crowd is held up, by unit and field.
std::vector<Way> crowded_ways(const Drill& drill) {
    std::vector<Way> ways;
    std::vector<std::size_t> first(drill.ground.units.size() + 1, 0);
    for (std::size_t u = 0; u < drill.ground.units.size(); ++u) {
        for (std::size_t f = 0; f < drill.ground.units[u].fields.size(); ++f) {
            ways.push_back({static_cast<int>(u), static_cast<int>(f)});
        }
        first[u + 1] = ways.size();
    }
    const Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        if (looks_for_a_way_round(crowd, slot)) {
            ++ways[first[static_cast<std::size_t>(crowd.unit[slot])] +
                   static_cast<std::size_t>(crowd.field[slot])]
                  .people;
        }
    }
    ways.erase(std::remove_if(ways.begin(), ways.end(),
                              [&](const Way& way) {
                                  const auto u = static_cast<std::size_t>(way.unit);
                                  return way.people < crowd_of ||
                                         drill.ground.units[u].clearance.size() > most_nodes;
                              }),
               ways.end());
    return ways;
}

}  // namespace

void find_detours(Drill& drill) {
    const auto steps = static_cast<std::int64_t>(std::lround(period / drill.scenario.step));
    if (drill.scenario.model != MotionModel::headway || drill.steps % steps != 0) {
        return;
    }
    const std::vector<Way> ways = crowded_ways(drill);
    std::vector<std::vector<Delay>> seen(drill.ground.units.size());
    std::vector<char> full(drill.ground.units.size(), 0);
    for (const Way& way : ways) {
        full[static_cast<std::size_t>(way.unit)] = 1;
    }
    const Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const auto u = static_cast<std::size_t>(crowd.unit[slot]);
        if (full[u] != 0) {
            seen[u].push_back({crowd.position(slot), delay_of(crowd, slot)});
        }
    }
    for (std::size_t u = 0; u < drill.floors.size(); ++u) {
        if (drill.floors[u].crowded()) {
            for (Field& field : drill.ground.units[u].fields) {
                field.detour.clear();
            }
        }
        if (full[u] != 0) {
            see_delays(drill.floors[u], drill.ground.units[u], seen[u], memory);
        } else {
            drill.floors[u] = {};
        }
    }
    drill.team.for_blocks(static_cast<int>(ways.size()), 1, [&](int begin, int end) {
        for (int w = begin; w < end; ++w) {
            const Way& way = ways[static_cast<std::size_t>(w)];
            const auto u = static_cast<std::size_t>(way.unit);
            UnitGround& ground = drill.ground.units[u];
            Field& field = ground.fields[static_cast<std::size_t>(way.field)];
            field.detour = detour(ground, drill.plan(), drill.floors[u], field);
        }
    });
}

}  // namespace evac
