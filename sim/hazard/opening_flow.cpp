#include "sim/hazard/opening_flow.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double gravity = 9.81;
constexpr double air = 1.204;  // [kg/m3]

/// Below this difference flow grows with it and not with its root [Pa]: the root rises without end
/// at zero, and no solver likes that. A door at 0.001 Pa passes 0.02 m/s.
constexpr double laminar = 1.0e-3;

double pressure_at(const OpeningSide& side, double z) {
    const double in_lower = std::min(z, side.interface) - side.floor;
    const double in_upper = std::max(0.0, z - side.interface);
    return side.pressure + gravity * ((air - side.lower_density) * in_lower +
                                      (air - side.upper_density) * in_upper);
}

struct Mean {
    double root = 0.0;   ///< of the difference of pressure [Pa^1/2]
    double slope = 0.0;  ///< of that root
};

/// Over a piece where the difference goes evenly from `p` to `q`, both >= 0, and both on the same
/// side of `laminar`.
Mean mean_root(double p, double q) {
    static const double root_of_laminar = std::sqrt(laminar);
    if (p + q <= 2.0 * laminar) {
        return {0.5 * (p + q) / root_of_laminar, 1.0 / root_of_laminar};
    }
    const double a = std::sqrt(p);
    const double b = std::sqrt(q);
    // (b^3 - a^3) / (b^2 - a^2), without the difference of what may be equal.
    return {2.0 / 3.0 * (a * a + a * b + b * b) / (a + b), 1.0 / (a + b)};
}

}  // namespace

OpeningFlow flow_through(const std::array<OpeningSide, 2>& sides, double bottom, double top,
                         double width, std::vector<Stream>* streams) {
    OpeningFlow flow;
    if (width <= 0.0 || top <= bottom) {
        return flow;
    }
    std::array<double, 4> cuts{bottom, std::clamp(sides[0].interface, bottom, top),
                               std::clamp(sides[1].interface, bottom, top), top};
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t slab = 0; slab + 1 < cuts.size(); ++slab) {
        const double low = cuts[slab];
        const double high = cuts[slab + 1];
        if (high - low <= 1.0e-9) {
            continue;
        }
        const double p = pressure_at(sides[0], low) - pressure_at(sides[1], low);
        const double q = pressure_at(sides[0], high) - pressure_at(sides[1], high);
        const double middle = 0.5 * (low + high);
        double from = p;
        // The difference meets these on its way from p to q, in this order.
        const double way = q >= p ? 1.0 : -1.0;
        for (const double mark : {-way * laminar, 0.0, way * laminar, q}) {
            const bool last = mark == q;
            if (!last && (way * mark <= way * from || way * mark >= way * q)) {
                continue;
            }
            const double share = q == p ? 1.0 : (mark - from) / (q - p);
            const std::size_t source = from + mark > 0.0 ? 0 : 1;
            const OpeningSide& side = sides[source];
            const bool upper = middle > side.interface;
            const double swiftness =
                width * (high - low) * share *
                std::sqrt(2.0 / (upper ? side.upper_density : side.lower_density));
            const Mean mean = mean_root(std::abs(from), std::abs(mark));
            const double volume = swiftness * mean.root;
            flow.net += source == 0 ? volume : -volume;
            flow.conductance += swiftness * mean.slope;
            if (streams != nullptr && volume > 0.0) {
                streams->push_back({static_cast<int>(source), upper, volume});
            }
            from = mark;
            if (last) {
                break;
            }
        }
    }
    return flow;
}

}  // namespace evac
