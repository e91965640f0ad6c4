#include "sim/ground/eikonal.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace evac {

namespace {

constexpr float never_reached = std::numeric_limits<float>::infinity();

/// A binary heap of nodes by distance. The bits of a float that is not negative order as the float
/// does: distance and node together are one number, and comparing it settles ties as well.
class Front {
public:
    bool empty() const { return heap_.empty(); }

    void push(float distance, std::int32_t node) {
        heap_.push_back(std::uint64_t{std::bit_cast<std::uint32_t>(distance)} << 32U |
                        static_cast<std::uint32_t>(node));
        std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    }

    Seed pop() {
        std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
        const std::uint64_t top = heap_.back();
        heap_.pop_back();
        return {static_cast<std::int32_t>(top & 0xffffffffU),
                std::bit_cast<float>(static_cast<std::uint32_t>(top >> 32U))};
    }

private:
    std::vector<std::uint64_t> heap_;
};

/// What one axis of the lattice contributes to a node's distance t: weight (t - value)^2, where
/// `nearest` is the distance of the neighbour that the front comes from.
struct Upwind {
    float nearest = never_reached;
    float value = never_reached;
    float weight = 1.0F;
};

/// Second order where two nodes in a row are known, the farther one nearer to the target: the
/// one-sided difference (3 t - 4 t1 + t2) / 2 h (Sethian 1999, section 8.7). First order is 2 % off
/// across a room.
Upwind upwind(float nearest, float beyond) {
    if (beyond <= nearest && nearest != never_reached) {
        return {nearest, (4.0F * nearest - beyond) / 3.0F, 2.25F};
    }
    return {nearest, nearest, 1.0F};
}

/// The distance t above those of both neighbours at which the squares add up to cost^2, else that
/// from the nearer neighbour alone.
float arrival(const Upwind& x, const Upwind& y, float cost) {
    const Upwind& low = x.nearest <= y.nearest ? x : y;
    const Upwind& high = x.nearest <= y.nearest ? y : x;
    const float alone = std::max(low.value + cost / std::sqrt(low.weight), low.nearest);
    if (!(high.nearest < alone)) {
        return alone;
    }
    // Relative to the nearer neighbour: far from the target the squares would lose all digits.
    const float low_value = low.value - low.nearest;
    const float high_value = high.value - low.nearest;
    const float weight = low.weight + high.weight;
    const float sum = low.weight * low_value + high.weight * high_value;
    const float squares =
        low.weight * low_value * low_value + high.weight * high_value * high_value;
    const float root = sum * sum - weight * (squares - cost * cost);
    const float t = root >= 0.0F ? low.nearest + (sum + std::sqrt(root)) / weight : never_reached;
    return t >= high.nearest && t < alone ? t : alone;
}

}  // namespace

double ease(double clearance) {
    constexpr double stop = nearest_walk;
    constexpr double full = 0.25;   // [m]
    constexpr double least = 0.2;
    if (clearance >= full) {
        return 1.0;
    }
    const double short_of = (full - clearance) / (full - stop);
    return clearance < stop ? 0.0 : 1.0 - (1.0 - least) * short_of * short_of;
}

std::vector<float> march(const UnitGround& ground, const std::vector<Node>& nodes,
                         const std::vector<Seed>& seeds, const std::vector<float>& delay) {
    std::vector<float> done(nodes.size(), never_reached);  // final distances only
    std::vector<float> best(nodes.size(), never_reached);  // also those still in the front
    Front front;
    const auto known = [&](std::int32_t node) {
        return node < 0 ? never_reached : done[static_cast<std::size_t>(node)];
    };
    // Of the two neighbours along one axis the one that the front reached first.
    const auto along = [&](std::int32_t one, std::int32_t other, std::size_t axis) {
        const float first = known(one);
        const float second = known(other);
        const bool take_first = first <= second;
        const std::int32_t from = take_first ? one : other;
        if (from < 0 || std::min(first, second) == never_reached) {
            return Upwind{};
        }
        return upwind(
            take_first ? first : second,
            known(
                nodes[static_cast<std::size_t>(from)].neighbours[2 * axis + (take_first ? 0 : 1)]));
    };
    const auto reach_neighbours = [&](std::int32_t from) {
        for (const std::int32_t n : nodes[static_cast<std::size_t>(from)].neighbours) {
            if (n < 0 || known(n) != never_reached) {
                continue;
            }
            const auto i = static_cast<std::size_t>(n);
            const auto& around = nodes[i].neighbours;
            const double slower = delay.empty() ? 1.0 : 1.0 + static_cast<double>(delay[i]);
            const double cost =
                slower * ground.spacing / ease(static_cast<double>(ground.clearance[i]));
            const float t = arrival(along(around[0], around[1], 0), along(around[2], around[3], 1),
                                    static_cast<float>(cost));
            if (t < best[i]) {
                best[i] = t;
                // Just outside an assembly area the scheme may fall a hair below zero.
                front.push(std::max(t, 0.0F), n);
            }
        }
    };
    for (const Seed& seed : seeds) {
        done[static_cast<std::size_t>(seed.node)] = seed.distance;
        best[static_cast<std::size_t>(seed.node)] = seed.distance;
    }
    for (const Seed& seed : seeds) {
        reach_neighbours(seed.node);
    }
    while (!front.empty()) {
        const std::int32_t node = front.pop().node;
        const auto i = static_cast<std::size_t>(node);
        if (done[i] == never_reached) {
            done[i] = best[i];
            reach_neighbours(node);
        }
    }
    return done;
}

}  // namespace evac
