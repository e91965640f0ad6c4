#include "sim/study/sweep.hpp"

#include "sim/findings/naming.hpp"

#include <algorithm>
#include <map>

namespace evac {

namespace {

struct Judgement {
    ClearingBound bound;
    int cut_off = 0;
    std::vector<int> cut_off_in;  ///< units, once per person, ascending
};

/// Fewer people may hang on one door (GB 55037-2022, 7.4.1: a single exit serves 50 at most).
constexpr int few_people = 50;

/// Whether those whom the loss cuts off are all in one unit beside the opening, and few.
bool cuts_own_room_only(const Plan& plan, const Loss& loss, const Judgement& found,
                        const Judgement& blocked) {
    if (loss.opening < 0 || loss.cut_off <= 0 || loss.cut_off > few_people) {
        return false;
    }
    const std::vector<int> newly = newly_cut_off(found.cut_off_in, blocked.cut_off_in);
    const auto& units = plan.openings[static_cast<std::size_t>(loss.opening)].units;
    return !newly.empty() && newly.front() == newly.back() &&
           std::find(units.begin(), units.end(), newly.front()) != units.end();
}

Judgement judge(const Site& site, const std::vector<char>& closed) {
    const FlowNetwork network = build_flow_network(site.flow_site(closed));
    return {clearing_bound(network), network.cut_off, network.cut_off_in};
}

/// What the sweep takes away in turn, with nothing known of it yet.
std::vector<Loss> elements(const Site& site) {
    const Plan& plan = site.plan();
    std::vector<Loss> losses;
    const FlowNetwork network = build_flow_network(site.flow_site(site.inspection.closed));
    std::vector<char> of_use(plan.openings.size(), 0);
    for (const FlowArc& arc : network.arcs) {
        if (arc.opening >= 0) {
            of_use[static_cast<std::size_t>(arc.opening)] = 1;
        }
    }
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const Opening& opening = plan.openings[o];
        if (!of_use[o]) {
            continue;
        }
        // Openings within one staircase are lost with it; they are not doors of their own.
        const std::string& first =
            plan.units[static_cast<std::size_t>(opening.units[0])].stair;
        if (!first.empty() && opening.units[1] != outside &&
            plan.units[static_cast<std::size_t>(opening.units[1])].stair == first) {
            continue;
        }
        Loss loss;
        const bool bare = opening.leaf == Leaf::none && opening.swing == Swing::none;
        loss.kind = opening.exit ? Loss::Kind::exit : bare ? Loss::Kind::gap : Loss::Kind::door;
        loss.element = opening.id;
        loss.opening = static_cast<int>(o);
        loss.level = plan.units[static_cast<std::size_t>(opening.units[0])].level;
        loss.place = opening.line.middle();
        losses.push_back(std::move(loss));
    }
    std::map<std::string, int> lowest;  // staircase -> its lowest flight
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const Unit& unit = plan.units[u];
        if (unit.stair.empty() || unit.kind != UnitKind::flight) {
            continue;
        }
        const auto [at, added] = lowest.emplace(unit.stair, static_cast<int>(u));
        if (!added &&
            unit.elevation < plan.units[static_cast<std::size_t>(at->second)].elevation) {
            at->second = static_cast<int>(u);
        }
    }
    for (const auto& [stair, flight] : lowest) {
        Loss loss;
        loss.kind = Loss::Kind::stair;
        loss.element = stair;
        loss.level = plan.units[static_cast<std::size_t>(flight)].level;
        loss.place = label_point(plan.units[static_cast<std::size_t>(flight)].polygon);
        losses.push_back(std::move(loss));
    }
    return losses;
}

}  // namespace

std::vector<int> openings_lost(const Plan& plan, const Loss& loss) {
    if (loss.opening >= 0) {
        return {loss.opening};
    }
    // A staircase is lost where its flights are: landings may be lobbies that people cross.
    std::vector<int> openings;
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const auto of_flight = [&](int unit) {
            return unit != outside &&
                   plan.units[static_cast<std::size_t>(unit)].stair == loss.element &&
                   plan.units[static_cast<std::size_t>(unit)].kind == UnitKind::flight;
        };
        if (of_flight(plan.openings[o].units[0]) || of_flight(plan.openings[o].units[1])) {
            openings.push_back(static_cast<int>(o));
        }
    }
    return openings;
}

std::string called(const Plan& plan, const Loss& loss, Language language) {
    return loss.opening < 0
               ? say(language, MessageId::loss_of_stair, loss.element)
               : called(plan.openings[static_cast<std::size_t>(loss.opening)], language);
}

void rank_losses(std::vector<Loss>& losses) {
    std::stable_sort(losses.begin(), losses.end(), [](const Loss& a, const Loss& b) {
        if (a.own_room != b.own_room) {
            return b.own_room;
        }
        const int cut_a = std::max(a.cut_off, a.left_inside);
        const int cut_b = std::max(b.cut_off, b.left_inside);
        if (cut_a != cut_b) {
            return cut_a > cut_b;
        }
        return a.seconds_lost() > b.seconds_lost();
    });
}

Sweep sweep_by_graph(const Site& site) {
    Sweep sweep;
    const Judgement found = judge(site, site.inspection.closed);
    sweep.bound = found.bound;
    sweep.cut_off = found.cut_off;
    sweep.losses = elements(site);
    for (Loss& loss : sweep.losses) {
        std::vector<char> closed = site.inspection.closed;
        for (const int o : openings_lost(site.plan(), loss)) {
            closed[static_cast<std::size_t>(o)] = 1;
        }
        const Judgement blocked = judge(site, closed);
        loss.cut_off = blocked.cut_off - found.cut_off;
        loss.own_room = cuts_own_room_only(site.plan(), loss, found, blocked);
        loss.bound = blocked.bound.time;
        loss.bound_change = blocked.bound.time - found.bound.time;
    }
    rank_losses(sweep.losses);
    return sweep;
}

}  // namespace evac
