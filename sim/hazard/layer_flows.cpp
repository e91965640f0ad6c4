#include "sim/hazard/layer_flows.hpp"

#include "sim/hazard/numbered.hpp"

#include <algorithm>

namespace evac {

namespace {

struct Changes {
    Gas upper, lower;
    double upper_drawn = 0.0;  ///< [m3]
    double lower_drawn = 0.0;
    double lifted = 0.0;  ///< drawn from the lower layer into the upper by jets [m3]
    double dragged = 0.0;
};

/// Takes from one layer, and from the other what that one does not have.
Gas take(const SmokeRoom& room, bool upper, double volume, Changes& changes) {
    const Gas& first = upper ? room.upper : room.lower;
    const Gas& second = upper ? room.lower : room.upper;
    const double all = upper ? changes.upper_drawn : changes.lower_drawn;
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

}  // namespace

std::vector<LayerFlow> layer_flows(const SmokeSpread& smoke, const SmokeWays& ways) {
    std::vector<LayerFlow> flows;
    std::vector<Stream> streams;
    for (std::size_t o = 0; o < smoke.openings.size(); ++o) {
        const SmokeOpening& opening = smoke.openings[o];
        streams.clear();
        flow_through(ways.sides[o], opening.bottom, opening.top, ways.widths[o], &streams);
        for (const Stream& stream : streams) {
            const auto side = at(stream.from_side);
            flows.push_back({o, opening.rooms[side], opening.rooms[1 - side], stream.from_upper,
                             stream.volume});
        }
    }
    return flows;
}

double length_of_substep(const SmokeSpread& smoke, const std::vector<LayerFlow>& flows, double most) {
    std::vector<double> out(smoke.rooms.size(), 0.0);
    for (const LayerFlow& flow : flows) {
        if (flow.from != outside) {
            out[at(flow.from)] += flow.volume;
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

void carry(SmokeSpread& smoke, const std::vector<LayerFlow>& flows, double length) {
    std::vector<Changes> changes(smoke.rooms.size());
    for (const LayerFlow& flow : flows) {
        if (flow.from != outside) {
            Changes& room = changes[at(flow.from)];
            (flow.from_upper ? room.upper_drawn : room.lower_drawn) += flow.volume * length;
        }
    }
    for (const LayerFlow& flow : flows) {
        const double volume = flow.volume * length;
        const Gas gas = flow.from == outside
                            ? clean_air(volume)
                            : take(smoke.rooms[at(flow.from)], flow.from_upper, volume,
                                   changes[at(flow.from)]);
        if (flow.from == outside) {
            add(smoke.left, part(gas, -1.0));
        }
        if (flow.to == outside) {
            add(smoke.left, gas);
            continue;
        }
        // What is warmer than the air below rises, the rest sinks; a little of both where it is
        // hardly warmer, so that nothing flips.
        const SmokeRoom& room = smoke.rooms[at(flow.to)];
        Changes& there = changes[at(flow.to)];
        const double rising = std::clamp(
            (kelvin(gas) - kelvin(room.lower)) / smoke.settings.least_contrast, 0.0, 1.0);
        add(there.upper, part(gas, rising));
        add(there.lower, part(gas, 1.0 - rising));
        there.lifted += smoke.settings.jet_entrainment * rising * volume;
        if (interface_elevation(room) < smoke.openings[flow.opening].top) {
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

}  // namespace evac
