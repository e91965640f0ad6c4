#include "sim/hazard/smoke_spread.hpp"

#include "sim/hazard/opening_flow.hpp"
#include "sim/numeric/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

double power(double base, double exponent) {
    return base > 0.0 ? exact_exp(exponent * exact_log(base)) : 0.0;
}

double volume_of(const SmokeRoom& room) {
    return room.area * room.height;
}

double interface_of(const SmokeRoom& room) {
    return room.floor + room.height * (room.lower.volume / volume_of(room));
}

// ---- What burns -------------------------------------------------------------------------------

struct Burning {
    int room = 0;
    double heat = 0.0;       ///< [kW]
    double convected = 0.0;  ///< of it into the smoke [kW]
    double fuel = 0.0;       ///< [kg/s]
    double entrained = 0.0;  ///< air into the plume [kg/s]
    Gas products;            ///< per second, without the heat
};

/// 1: air enough; 0: none. Flames go out between 13 and 10 % of oxygen (by volume, in the air that
/// feeds them): the lower layer as long as it reaches half a metre over the fire.
double air_for(const SmokeRoom& room, double over_fire) {
    const double low = atmosphere_of(room.lower).o2;
    const double high = room.upper.volume > 0.0 ? atmosphere_of(room.upper).o2 : low;
    const double clear = std::clamp(over_fire / 0.5, 0.0, 1.0);
    return std::clamp((high + (low - high) * clear - 10.0) / 3.0, 0.0, 1.0);
}

Burning burn(const SmokeSpread& smoke, const Fire& fire, double time) {
    Burning burning;
    burning.room = fire.unit;
    const SmokeRoom& room = smoke.rooms[at(fire.unit)];
    const double wanted = heat_release(fire, time);
    if (!room.indoors || wanted <= 0.0) {
        return burning;
    }
    const double over_fire = interface_of(room) - room.floor - fire.base;
    const double air = air_for(room, over_fire);
    burning.heat = wanted * air;
    burning.convected = burning.heat * (1.0 - fire.radiated);
    burning.fuel = burning.heat / fire.heat_of_combustion;
    if (over_fire > 0.0 && burning.convected > 0.0) {
        // The plume of NFPA 92: linear up to where the flame ends on average.
        const double linear_below = 0.166 * power(burning.convected, 0.4);
        burning.entrained =
            over_fire < linear_below
                ? 0.032 * power(burning.convected, 0.6) * over_fire
                : 0.071 * power(burning.convected, 1.0 / 3.0) * power(over_fire, 5.0 / 3.0) +
                      0.0018 * burning.convected;
    }
    constexpr double heat_per_oxygen = 13100.0;  // Huggett 1980 [kJ/kg]
    const double co = fire.co + (fire.co_without_air - fire.co) * (1.0 - air);
    burning.products = {burning.fuel / ambient_density, burning.fuel,
                        burning.fuel * fire.soot,       burning.fuel * co,
                        burning.fuel * fire.co2,        -burning.heat / heat_per_oxygen};
    return burning;
}

// ---- What walls take ----------------------------------------------------------------------------

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

// ---- Pressures ----------------------------------------------------------------------------------

struct Substep {
    std::vector<Burning> fires;
    std::vector<double> upper_shrinks, lower_shrinks;  ///< per room [m3/s]
    std::vector<double> growth;                        ///< per room, what must go out [m3/s]
    std::vector<std::array<OpeningSide, 2>> sides;     ///< per opening
    std::vector<double> widths;                        ///< per opening, times discharge [m]
    std::vector<std::array<int, 2>> edges;
};

void look_through(const SmokeSpread& smoke, Substep& now) {
    now.sides.assign(smoke.openings.size(), {});
    for (std::size_t o = 0; o < smoke.openings.size(); ++o) {
        for (std::size_t s = 0; s < 2; ++s) {
            const int index = smoke.openings[o].rooms[s];
            if (index != outside) {
                const SmokeRoom& room = smoke.rooms[at(index)];
                now.sides[o][s] = {0.0, room.floor, interface_of(room), density(room.lower),
                                   density(room.upper)};
            }
        }
    }
}

/// What goes out too little of each room at these pressures [m3/s]; the flows' growth per opening.
std::vector<double> imbalance(const SmokeSpread& smoke, Substep& now,
                              const std::vector<double>& pressures,
                              std::vector<double>& conductances) {
    std::vector<double> lack = now.growth;
    for (std::size_t o = 0; o < smoke.openings.size(); ++o) {
        const SmokeOpening& opening = smoke.openings[o];
        for (std::size_t s = 0; s < 2; ++s) {
            if (opening.rooms[s] != outside) {
                now.sides[o][s].pressure = pressures[at(opening.rooms[s])];
            }
        }
        const OpeningFlow flow =
            flow_through(now.sides[o], opening.bottom, opening.top, now.widths[o], nullptr);
        conductances[o] = flow.conductance;
        if (opening.rooms[0] != outside) {
            lack[at(opening.rooms[0])] -= flow.net;
        }
        if (opening.rooms[1] != outside) {
            lack[at(opening.rooms[1])] += flow.net;
        }
    }
    return lack;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/// Newton's method. Flows only grow with pressure, so the solution is the lowest point of a convex
/// function, and a step that goes beyond it is halved until it does not.
void balance(SmokeSpread& smoke, Substep& now) {
    constexpr double close_enough = 1.0e-6;  // [m3/s]
    std::vector<double> conductances(smoke.openings.size());
    std::vector<double> lack = imbalance(smoke, now, smoke.pressures, conductances);
    for (int iteration = 0; iteration < 40; ++iteration) {
        double worst = 0.0;
        for (const double l : lack) {
            worst = std::max(worst, std::abs(l));
        }
        if (worst < close_enough) {
            return;
        }
        const std::vector<double> way = solve(smoke.network, now.edges, conductances, lack);
        const double before = product(way, lack);
        double share = 1.0;
        for (int halving = 0; halving < 12; ++halving) {
            std::vector<double> tried = smoke.pressures;
            for (std::size_t i = 0; i < tried.size(); ++i) {
                tried[i] += share * way[i];
            }
            lack = imbalance(smoke, now, tried, conductances);
            if (std::abs(product(way, lack)) <= 0.7 * before || halving == 11) {
                smoke.pressures = std::move(tried);
                break;
            }
            share *= 0.5;
        }
    }
}

// ---- Flows --------------------------------------------------------------------------------------

struct Move {
    std::size_t opening = 0;
    int from = outside;
    int to = outside;
    bool from_upper = false;
    double volume = 0.0;  ///< [m3/s]
};

std::vector<Move> moves_of(const SmokeSpread& smoke, const Substep& now) {
    std::vector<Move> moves;
    std::vector<Stream> streams;
    for (std::size_t o = 0; o < smoke.openings.size(); ++o) {
        const SmokeOpening& opening = smoke.openings[o];
        streams.clear();
        flow_through(now.sides[o], opening.bottom, opening.top, now.widths[o], &streams);
        for (const Stream& stream : streams) {
            const auto side = at(stream.from_side);
            moves.push_back({o, opening.rooms[side], opening.rooms[1 - side], stream.from_upper,
                             stream.volume});
        }
    }
    return moves;
}

/// Short enough that no room gives away more than a sixth of what it holds.
double length_of_substep(const SmokeSpread& smoke, const std::vector<Move>& moves, double most) {
    std::vector<double> out(smoke.rooms.size(), 0.0);
    for (const Move& move : moves) {
        if (move.from != outside) {
            out[at(move.from)] += move.volume;
        }
    }
    double length = std::min(most, smoke.settings.longest_substep);
    for (std::size_t r = 0; r < out.size(); ++r) {
        if (out[r] * length > volume_of(smoke.rooms[r]) / 6.0) {
            length = volume_of(smoke.rooms[r]) / 6.0 / out[r];
        }
    }
    return std::max(length, std::min(most, 0.01));
}

struct Changes {
    Gas upper, lower;
    double upper_drawn = 0.0;  ///< [m3]
    double lower_drawn = 0.0;
    double lifted = 0.0;  ///< drawn from the lower layer into the upper by jets [m3]
    double dragged = 0.0;
};

/// Takes from one layer, and from the other what that one does not have.
Gas take(const SmokeRoom& room, const Changes& drawn, bool upper, double volume, Changes& changes) {
    const Gas& first = upper ? room.upper : room.lower;
    const Gas& second = upper ? room.lower : room.upper;
    const double all = upper ? drawn.upper_drawn : drawn.lower_drawn;
    const double share = all > first.volume ? first.volume / all : 1.0;
    const Gas one =
        first.volume > 0.0 ? part(first, std::min(1.0, share * volume / first.volume)) : Gas{};
    const double rest = volume - one.volume;
    const Gas two = rest > 0.0 && second.volume > 0.0
                        ? part(second, std::min(1.0, rest / second.volume))
                        : Gas{};
    add(upper ? changes.upper : changes.lower, part(one, -1.0));
    add(upper ? changes.lower : changes.upper, part(two, -1.0));
    Gas taken = one;
    add(taken, two);
    return taken;
}

void carry(SmokeSpread& smoke, const std::vector<Move>& moves, double length) {
    std::vector<Changes> changes(smoke.rooms.size());
    for (const Move& move : moves) {
        if (move.from != outside) {
            Changes& room = changes[at(move.from)];
            (move.from_upper ? room.upper_drawn : room.lower_drawn) += move.volume * length;
        }
    }
    for (const Move& move : moves) {
        const double volume = move.volume * length;
        const Gas gas = move.from == outside
                            ? clean_air(volume)
                            : take(smoke.rooms[at(move.from)], changes[at(move.from)],
                                   move.from_upper, volume, changes[at(move.from)]);
        if (move.from == outside) {
            add(smoke.left, part(gas, -1.0));
        }
        if (move.to == outside) {
            add(smoke.left, gas);
            continue;
        }
        // What is warmer than the air below rises, the rest sinks; a little of both where it is
        // hardly warmer, so that nothing flips.
        const SmokeRoom& room = smoke.rooms[at(move.to)];
        Changes& there = changes[at(move.to)];
        const double rising = std::clamp(
            (kelvin(gas) - kelvin(room.lower)) / smoke.settings.least_contrast, 0.0, 1.0);
        add(there.upper, part(gas, rising));
        add(there.lower, part(gas, 1.0 - rising));
        there.lifted += smoke.settings.jet_entrainment * rising * volume;
        if (interface_of(room) < smoke.openings[move.opening].top) {
            there.dragged += smoke.settings.inflow_mixing * (1.0 - rising) * volume;
        }
    }
    for (std::size_t r = 0; r < smoke.rooms.size(); ++r) {
        SmokeRoom& room = smoke.rooms[r];
        add(room.upper, changes[r].upper);
        add(room.lower, changes[r].lower);
        const auto shift = [](Gas& from, Gas& to, double volume) {
            if (volume > 0.0 && from.volume > 0.0) {
                const Gas gas = part(from, std::min(0.3, volume / from.volume));
                add(from, part(gas, -1.0));
                add(to, gas);
            }
        };
        shift(room.lower, room.upper, changes[r].lifted);
        shift(room.upper, room.lower, changes[r].dragged);
    }
}

// ---- Inside a room ------------------------------------------------------------------------------

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

double substep(SmokeSpread& smoke, const std::vector<double>& widths, Substep& now, double time,
               double most) {
    now.widths = widths;
    now.growth.assign(smoke.rooms.size(), 0.0);
    now.upper_shrinks.assign(smoke.rooms.size(), 0.0);
    now.lower_shrinks.assign(smoke.rooms.size(), 0.0);
    now.fires.clear();
    for (const Fire& fire : smoke.fires) {
        now.fires.push_back(burn(smoke, fire, time));
        const Burning& burning = now.fires.back();
        now.growth[at(burning.room)] +=
            burning.convected * growth_by_heat + burning.products.volume;
    }
    for (std::size_t r = 0; r < smoke.rooms.size(); ++r) {
        const SmokeRoom& room = smoke.rooms[r];
        if (room.indoors) {
            const double low = room.lower.volume / volume_of(room) * room.height;
            now.upper_shrinks[r] =
                shrinking(room.upper, room.area + room.perimeter * (room.height - low));
            now.lower_shrinks[r] = shrinking(room.lower, room.area + room.perimeter * low);
            now.growth[r] -= now.upper_shrinks[r] + now.lower_shrinks[r];
        }
    }
    look_through(smoke, now);
    balance(smoke, now);
    const std::vector<Move> moves = moves_of(smoke, now);
    const double length = length_of_substep(smoke, moves, most);
    carry(smoke, moves, length);
    for (const Burning& burning : now.fires) {
        feed(smoke, burning, length);
    }
    for (std::size_t r = 0; r < smoke.rooms.size(); ++r) {
        SmokeRoom& room = smoke.rooms[r];
        if (room.indoors) {
            room.upper.volume -= now.upper_shrinks[r] * length;
            room.lower.volume -= now.lower_shrinks[r] * length;
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
    Substep now;
    std::vector<double> widths;
    for (const SmokeOpening& opening : smoke.openings) {
        const bool shut = opening.leaf && open[at(opening.opening)] == 0;
        widths.push_back(smoke.settings.discharge * (shut ? opening.crack : opening.width));
        now.edges.push_back(opening.rooms);
    }
    double done = 0.0;
    while (step - done > 1.0e-9) {
        done += substep(smoke, widths, now, time + done, step - done);
    }
}

}  // namespace evac
