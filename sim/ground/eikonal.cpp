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

/// The smaller root of the upwind scheme: (t - a)^2 + (t - b)^2 = cost^2 for t above both, else
/// one-sided.
float arrival(float a, float b, float cost) {
    const float low = std::min(a, b);
    const float high = std::max(a, b);
    const float difference = high - low;
    if (!(difference < cost)) {
        return low + cost;
    }
    return 0.5F * (a + b + std::sqrt(2.0F * cost * cost - difference * difference));
}

}  // namespace

double ease(double clearance) {
    constexpr double stop = 0.071;  // [m]
    constexpr double full = 0.25;   // [m]
    constexpr double least = 0.2;
    if (clearance >= full) {
        return 1.0;
    }
    return clearance < stop ? 0.0 : least + (1.0 - least) * (clearance - stop) / (full - stop);
}

std::vector<float> march(const UnitGround& ground, const std::vector<Node>& nodes,
                         const std::vector<Seed>& seeds) {
    std::vector<float> done(nodes.size(), never_reached);  // final distances only
    std::vector<float> best(nodes.size(), never_reached);  // also those still in the front
    Front front;
    const auto known = [&](std::int32_t node) {
        return node < 0 ? never_reached : done[static_cast<std::size_t>(node)];
    };
    const auto reach_neighbours = [&](std::int32_t from) {
        for (const std::int32_t n : nodes[static_cast<std::size_t>(from)].neighbours) {
            if (n < 0 || known(n) != never_reached) {
                continue;
            }
            const auto i = static_cast<std::size_t>(n);
            const auto& around = nodes[i].neighbours;
            const double cost = ground.spacing / ease(static_cast<double>(ground.clearance[i]));
            const float t =
                arrival(std::min(known(around[0]), known(around[1])),
                        std::min(known(around[2]), known(around[3])), static_cast<float>(cost));
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
