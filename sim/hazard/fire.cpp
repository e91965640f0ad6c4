#include "sim/hazard/fire.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace evac {

namespace {

/// Flexible polyurethane GM21 of the SFPE Handbook (Tewarson): upholstery, mattresses.
Fire polyurethane() {
    Fire fire;
    fire.growth = fast_growth;
    fire.peak = 2500.0;  // an upholstered sofa: 1.5 to 3 MW
    fire.steady = 120.0;
    fire.decay = 300.0;
    fire.heat_of_combustion = 17800.0;
    fire.radiated = 0.52;
    fire.soot = 0.131;
    fire.co = 0.010;
    fire.co2 = 1.55;
    return fire;
}

/// A pack of 0.5 to 1 kWh that stands on the floor and burns out with its housing and what it
/// touches. Peak, times and yields are assumptions (MODEL.md, 3.3).
Fire ebike_battery() {
    Fire fire;
    fire.base = 0.5;
    fire.growth = ultra_fast_growth;
    fire.peak = 600.0;
    fire.steady = 90.0;
    fire.decay = 240.0;
    fire.heat_of_combustion = 18000.0;
    fire.soot = 0.10;
    fire.co = 0.06;
    fire.co2 = 1.5;
    return fire;
}

/// 10 l of acetone on 1 m2 of floor: 0.036 kg/(m2 s) (Babrauskas) for 218 s.
Fire solvent() {
    Fire fire;
    fire.base = 0.0;
    fire.growth = 1.0;  // flames cross a pool in half a minute: assumption
    fire.peak = 930.0;
    fire.steady = 190.0;
    fire.decay = 20.0;
    fire.heat_of_combustion = 25800.0;
    fire.soot = 0.014;
    fire.co = 0.003;
    fire.co2 = 2.14;
    return fire;
}

}  // namespace

std::span<const std::string> fire_names() {
    static const std::array<std::string, 4> names{"wood", "polyurethane", "ebike-battery",
                                                  "solvent"};
    return names;
}

std::optional<Fire> fire_preset(std::string_view name) {
    if (name == "wood") {
        return Fire{};  // the defaults are red oak
    }
    if (name == "polyurethane") {
        return polyurethane();
    }
    if (name == "ebike-battery") {
        return ebike_battery();
    }
    if (name == "solvent") {
        return solvent();
    }
    return {};
}

std::optional<double> growth_named(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, double>, 4> growths{
        {{"slow", slow_growth},
         {"medium", medium_growth},
         {"fast", fast_growth},
         {"ultra-fast", ultra_fast_growth}}};
    for (const auto& [known, growth] : growths) {
        if (known == name) {
            return growth;
        }
    }
    return {};
}

double heat_release(const Fire& fire, double time) {
    const double age = time - fire.start;
    if (age <= 0.0 || fire.growth <= 0.0) {
        return 0.0;
    }
    const double falling = age - std::sqrt(fire.peak / fire.growth) - fire.steady;
    if (falling <= 0.0) {
        return std::min(fire.peak, fire.growth * age * age);
    }
    return falling < fire.decay ? fire.peak * (1.0 - falling / fire.decay) : 0.0;
}

}  // namespace evac
