#include "sim/hazard/smoke_speed.hpp"

#include "sim/hazard/atmosphere.hpp"

#include <algorithm>
#include <array>

namespace evac {

namespace {

/// How fast people feel their way along a wall where they see nothing [m/s] (Purser, SFPE).
constexpr double speed_in_darkness = 0.3;

/// A speed in m/s measured in smoke that was never thinner than `thinnest` [1/m].
struct MeasuredLine {
    double intercept = 0.0;  ///< [m/s]
    double slope = 0.0;      ///< [m/s per 1/m]
    double thinnest = 0.0;

    double at(double extinction) const { return intercept - slope * extinction; }
};

constexpr MeasuredLine tunnel{0.706, 0.057, 1.9};
constexpr MeasuredLine jin_irritant{1.1517, 0.9578, 0.32};
constexpr MeasuredLine jin_non_irritant{1.0573, 0.4326, 0.5};

/// A line says nothing of thinner smoke than was measured; taken down to clear air it would slow
/// everybody there too. From clear air to the first measured smoke speeds are interpolated.
double measured(const MeasuredLine& line, double free_speed, double extinction) {
    const double thinnest = std::min(free_speed, line.at(line.thinnest));
    double speed = line.at(extinction);
    if (extinction < line.thinnest) {
        speed = free_speed + (thinnest - free_speed) * (extinction / line.thinnest);
    }
    return std::min(free_speed, std::max(speed, speed_in_darkness));
}

}  // namespace

std::span<const std::string> smoke_law_names() {
    static const std::array<std::string, 6> names{
        "frantzich-nilsson-fraction", "frantzich-nilsson", "jin-irritant",
        "jin-non-irritant",           "fridolf",           "none"};
    return names;
}

std::optional<SmokeLaw> smoke_law(std::string_view name) {
    const auto names = smoke_law_names();
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) {
        return {};
    }
    return static_cast<SmokeLaw>(at - names.begin());
}

double speed_in_smoke(SmokeLaw law, double free_speed, double extinction) {
    if (extinction <= 0.0) {
        return free_speed;
    }
    switch (law) {
        case SmokeLaw::frantzich_nilsson_fraction:
            // 0.0807 of the guide of FDS+Evac (Eq. 11); at least a tenth.
            return free_speed * std::max(0.1, 1.0 - 0.057 / 0.706 * extinction);
        case SmokeLaw::frantzich_nilsson:
            return measured(tunnel, free_speed, extinction);
        case SmokeLaw::jin_irritant:
            return measured(jin_irritant, free_speed, extinction);
        case SmokeLaw::jin_non_irritant:
            return measured(jin_non_irritant, free_speed, extinction);
        case SmokeLaw::fridolf: {
            const double sight = reflecting_sign / extinction;
            return std::min(free_speed, std::max(0.2, free_speed - 0.34 * (3.0 - sight)));
        }
        case SmokeLaw::none:
            break;
    }
    return free_speed;
}

}  // namespace evac
