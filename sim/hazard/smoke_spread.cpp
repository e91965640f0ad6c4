#include "sim/hazard/smoke_spread.hpp"

#include "sim/hazard/burning.hpp"
#include "sim/hazard/layer_flows.hpp"
#include "sim/hazard/numbered.hpp"
#include "sim/hazard/pressure_balance.hpp"

#include <algorithm>

namespace evac {

namespace {

/// By how much the layer shrinks [m3/s] that gives heat to `surface` [m2] at 20 C.
double shrinking(const Gas& gas, double surface) {
    const double above = kelvin(gas) - ambient_kelvin;
    if (above <= 0.0 || gas.volume <= 0.0) {
        return 0.0;
    }
    constexpr double convection = 0.010;  // [kW/(m2 K)]
    constexpr double stefan_boltzmann = 5.670374e-11;
    constexpr double emissivity = 0.7;
    const double hot = above + ambient_kelvin;
    const double radiation = emissivity * stefan_boltzmann *
                             (hot * hot + ambient_kelvin * ambient_kelvin) * (hot + ambient_kelvin);
    // A thin layer cools at once; no faster than half a second, for the sake of the substeps.
    const double at_once = gas.volume * (above / hot) * 2.0;
    return std::min(at_once, (convection + radiation) * surface * above * growth_by_heat);
}

void feed(SmokeSpread& smoke, const Burning& burning, double length) {
    if (burning.heat <= 0.0) {
        return;
    }
    SmokeRoom& room = smoke.rooms[at(burning.room)];
    if (room.lower.mass > 0.0) {
        const Gas air =
            part(room.lower, std::min(0.5, burning.entrained * length / room.lower.mass));
        add(room.lower, part(air, -1.0));
        add(room.upper, air);
    }
    const Gas products = part(burning.products, length);
    add(room.upper, products);
    room.upper.volume += burning.convected * growth_by_heat * length;
    add(smoke.produced, products);
    smoke.burned += burning.heat * length;
}

/// Layers of nearly the same temperature do not stay apart.
void blur(SmokeRoom& room, const SmokeSettings& settings, double length) {
    const double contrast = kelvin(room.upper) - kelvin(room.lower);
    const double lack = std::min(1.0, 1.0 - contrast / settings.least_contrast);
    if (lack <= 0.0 || room.upper.volume <= 0.0 || room.lower.volume <= 0.0) {
        return;
    }
    const double volume = std::min(room.upper.volume, room.lower.volume) *
                          std::min(0.5, lack * length / settings.mixing_time);
    const Gas down = part(room.upper, volume / room.upper.volume);
    const Gas up = part(room.lower, volume / room.lower.volume);
    add(room.upper, part(down, -1.0));
    add(room.lower, part(up, -1.0));
    add(room.upper, up);
    add(room.lower, down);
}

/// The flows balance to a millilitre; what is over goes into both layers, as temperature.
void fit(SmokeRoom& room) {
    room.upper.volume = std::max(0.0, room.upper.volume);
    room.lower.volume = std::max(0.0, room.lower.volume);
    const double factor = volume_of(room) / (room.upper.volume + room.lower.volume);
    room.upper.volume *= factor;
    room.lower.volume *= factor;
}

/// What the walls take of the layers of one room, as a loss of volume [m3/s].
struct Cooling {
    double upper = 0.0;
    double lower = 0.0;
};

Cooling cooling_of(const SmokeRoom& room) {
    if (!room.indoors) {
        return {};
    }
    const double low = room.lower.volume / volume_of(room) * room.height;
    return {shrinking(room.upper, room.area + room.perimeter * (room.height - low)),
            shrinking(room.lower, room.area + room.perimeter * low)};
}

/// One substep from `time` on, at most `most` long; returns its length [s].
double substep(SmokeSpread& smoke, SmokeWays& ways, double time, double most) {
    std::vector<double> growth(smoke.rooms.size(), 0.0);  // what must go out [m3/s]
    std::vector<Burning> fires;
    for (const Fire& fire : smoke.fires) {
        const Burning burning = burn(smoke, fire, time);
        growth[at(burning.room)] += burning.convected * growth_by_heat + burning.products.volume;
        fires.push_back(burning);
    }
    std::vector<Cooling> cooling;
    for (std::size_t r = 0; r < smoke.rooms.size(); ++r) {
        cooling.push_back(cooling_of(smoke.rooms[r]));
        growth[r] -= cooling[r].upper + cooling[r].lower;
    }
    balance_pressures(smoke, growth, ways);
    const std::vector<LayerFlow> flows = layer_flows(smoke, ways);
    const double length = length_of_substep(smoke, flows, most);
    carry(smoke, flows, length);
    for (const Burning& burning : fires) {
        feed(smoke, burning, length);
    }
    for (std::size_t r = 0; r < smoke.rooms.size(); ++r) {
        SmokeRoom& room = smoke.rooms[r];
        if (room.indoors) {
            room.upper.volume -= cooling[r].upper * length;
            room.lower.volume -= cooling[r].lower * length;
            blur(room, smoke.settings, length);
            fit(room);
        }
    }
    return length;
}

}  // namespace

void spread(SmokeSpread& smoke, const std::vector<char>& open, double time, double step) {
    if (smoke.still) {
        for (const Fire& fire : smoke.fires) {
            if (heat_release(fire, time + step) > 0.0) {
                smoke.still = false;
            }
        }
        if (smoke.still) {
            return;
        }
    }
    SmokeWays ways;
    for (const SmokeOpening& opening : smoke.openings) {
        const bool shut = opening.leaf && open[at(opening.opening)] == 0;
        ways.widths.push_back(smoke.settings.discharge * (shut ? opening.crack : opening.width));
        ways.edges.push_back(opening.rooms);
    }
    double done = 0.0;
    while (step - done > 1.0e-9) {
        done += substep(smoke, ways, time + done, step - done);
    }
}

}  // namespace evac
