#include "sim/crowd/precedence.hpp"

#include <algorithm>

namespace evac {

Relation relation(const Crowd& crowd, std::size_t slot, const Neighbour& other, double cosine,
                  double toward, const MotionSettings& settings) {
    if (other.mode != Mode::walking) {
        return Relation::crosses;
    }
    const double way = claimed_way(crowd, slot);
    const auto order = [&](double theirs, double mine) {
        const bool nearer = theirs < mine || (theirs == mine && other.id < crowd.id[slot]);
        return nearer ? Relation::leads : Relation::nobody;
    };
    if (other.unit == crowd.unit[slot] && other.target == crowd.target[slot]) {
        return order(other.claimed_way, way);
    }
    if (other.unit == crowd.beyond[slot] && other.target == crowd.after[slot]) {
        // Where streams merge, people from the side use every gap: a stream that is never
        // interrupted would otherwise keep them out for minutes.
        return cosine < settings.crossing_cosine
                   ? Relation::merges
                   : order(other.claimed_way, way + crowd.ahead[slot]);
    }
    if (other.beyond == crowd.unit[slot] && other.after == crowd.target[slot]) {
        return order(other.claimed_way + other.ahead, way);
    }
    if (cosine < settings.crossing_cosine) {
        return Relation::crosses;
    }
    // Two streams side by side: whoever is in front.
    return order(0.0, toward);
}

bool goes_first(std::int32_t one, std::int32_t other) {
    constexpr std::uint32_t golden = 2654435769U;  // 2^32 over the golden ratio
    return static_cast<std::uint32_t>(one) * golden > static_cast<std::uint32_t>(other) * golden;
}

double claimed_way(const Crowd& crowd, std::size_t slot) {
    constexpr double patience = 3.0;  // s; whoever gets on at 0.2 m/s claims nothing
    constexpr double rate = 0.05;     // m/s; scenarios/verification, val-corridor-closed
    constexpr double most = 1.0;      // m; more would push those in front ahead of oneself
    // Before the opening itself only the nearest can be first, or two are in each other's way
    // there.
    constexpr double share = 0.25;
    constexpr double at_the_opening = 0.5;  // m
    const double way = crowd.remaining[slot];
    const double claim =
        std::min({most, rate * (crowd.stood_for[slot] - patience), share * (way - at_the_opening)});
    return way - std::max(0.0, claim);
}

void mind_waiting(Crowd& crowd, std::size_t slot, double step) {
    constexpr double a_step = 0.5;  // m
    const Vec2 way = crowd.position(slot) - Vec2(crowd.stood_x[slot], crowd.stood_y[slot]);
    if (way.squaredNorm() > a_step * a_step) {
        crowd.stood_x[slot] = crowd.x[slot];
        crowd.stood_y[slot] = crowd.y[slot];
        crowd.stood_for[slot] = 0.0;
    } else {
        crowd.stood_for[slot] += step;
    }
}

}  // namespace evac
