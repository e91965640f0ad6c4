#include "sim/findings/rules/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace evac {

namespace {

struct StoreyExit {
    int opening = 0;
    int group = -1;  ///< staircase, or -1: an exit by itself
};

std::vector<StoreyExit> exits_of(const Measuring& measuring, int level) {
    std::vector<StoreyExit> exits;
    const Plan& plan = measuring.plan();
    for (Passing p = 0; p < 2 * static_cast<int>(plan.openings.size()); ++p) {
        const int from = unit_before(plan, p);
        if (from == outside || !measuring.indoors(from) || measuring.unit(from).level != level ||
            measuring.layout.storey_exit[static_cast<std::size_t>(p)] == 0) {
            continue;
        }
        const int to = unit_after(plan, p);
        const bool out = measuring.layout.leads_out[static_cast<std::size_t>(p)] != 0;
        exits.push_back({opening_of(p), out ? -1 : measuring.staircase_of(to)});
    }
    return exits;
}

/// Width of the narrowest flight of a staircase on the way from `storey` to the ground [m]; 0
/// where something on it is closed.
double flight_width(const Measuring& measuring, const Staircase& stair, int storey) {
    double width = std::numeric_limits<double>::infinity();
    for (const int flight : stair.flights) {
        const int at = measuring.storey_of_level(measuring.unit(flight).level);
        const bool on_the_way = storey > 0 ? at >= 1 && at < storey : at < 0 && at >= storey;
        if (!on_the_way) {
            continue;
        }
        double here = narrowest_of(measuring.inspection.bare, flight).width;
        for (const int o : measuring.layout.by_unit[static_cast<std::size_t>(flight)]) {
            const auto i = static_cast<std::size_t>(o);
            const bool closed =
                i < measuring.inspection.closed.size() && measuring.inspection.closed[i] != 0;
            here = std::min(here, closed ? 0.0 : measuring.opening(o).clear_width);
        }
        width = std::min(width, here);
    }
    return std::isfinite(width) ? width : 0.0;
}

struct Storey {
    int level = 0;
    int number = 0;
    int people = 0;
    double area = 0.0;
    std::vector<StoreyExit> exits;
    double stair_width = 0.0;  ///< [m]
    std::vector<std::string> stairs;
};

std::vector<Storey> storeys_of(const Measuring& measuring) {
    std::vector<Storey> storeys;
    for (int l = 0; l < static_cast<int>(measuring.plan().levels.size()); ++l) {
        const int number = measuring.storey_of_level(l);
        if (number == 0) {
            continue;
        }
        Storey storey{l, number, 0, 0.0, exits_of(measuring, l), 0.0, {}};
        bool stairs_only = true;  // half a storey that stairs cross is none
        for (int u = 0; u < static_cast<int>(measuring.plan().units.size()); ++u) {
            if (measuring.unit(u).level == l && measuring.indoors(u)) {
                storey.people += measuring.people_in(u);
                storey.area += area(measuring.unit(u).polygon);
                stairs_only = stairs_only && measuring.staircase_of(u) >= 0;
            }
        }
        if (stairs_only) {
            continue;
        }
        std::vector<int> used;
        for (const StoreyExit& exit : storey.exits) {
            if (exit.group < 0 || std::find(used.begin(), used.end(), exit.group) != used.end()) {
                continue;
            }
            used.push_back(exit.group);
            const Staircase& stair =
                measuring.layout.staircases[static_cast<std::size_t>(exit.group)];
            const double width = flight_width(measuring, stair, number);
            storey.stair_width += width;
            if (width > 0.0) {
                storey.stairs.push_back(stair.name);
            }
        }
        storeys.push_back(storey);
    }
    return storeys;
}

Measurement& add(Measuring& measuring, const std::string& quantity, const Storey& storey,
                 double value, const std::string& in) {
    Measurement m;
    m.quantity = quantity;
    m.element = measuring.plan().levels[static_cast<std::size_t>(storey.level)].id;
    m.level = storey.level;
    m.value = value;
    m.unit = in;
    m.people = storey.people;
    m.facts.numbers = {{"storey", storey.number},
                       {"people", storey.people},
                       {"area", storey.area}};
    measuring.out.push_back(std::move(m));
    return measuring.out.back();
}

double count_exits(const Storey& storey) {
    std::vector<int> stairs;
    double count = 0.0;
    for (const StoreyExit& exit : storey.exits) {
        if (exit.group < 0) {
            count += 1.0;
        } else if (std::find(stairs.begin(), stairs.end(), exit.group) == stairs.end()) {
            stairs.push_back(exit.group);
            count += 1.0;
        }
    }
    return count;
}

double farthest_apart(const Measuring& measuring, const std::vector<StoreyExit>& exits) {
    double best = -1.0;
    for (std::size_t i = 0; i < exits.size(); ++i) {
        for (std::size_t j = i + 1; j < exits.size(); ++j) {
            if (exits[i].group >= 0 && exits[i].group == exits[j].group) {
                continue;
            }
            const Segment s = measuring.opening(exits[i].opening).clear_line();
            const Segment t = measuring.opening(exits[j].opening).clear_line();
            best = std::max(best, std::min({distance(s, t.a), distance(s, t.b), distance(t, s.a),
                                            distance(t, s.b)}));
        }
    }
    return best;
}

}  // namespace

void measure_storeys(Measuring& measuring) {
    const std::vector<Storey> storeys = storeys_of(measuring);
    double total = 0.0;
    int all = 0;
    const Storey* fullest = nullptr;
    const Storey* ground = nullptr;
    double upper_people = 0.0;
    double largest_upper = 0.0;
    for (const Storey& s : storeys) {
        all += s.people;
        fullest = fullest == nullptr || s.people > fullest->people ? &s : fullest;
        ground = s.number == 1 ? &s : ground;
        upper_people += s.number >= 2 ? s.people : 0.0;
        largest_upper = std::max(largest_upper, s.area);
    }
    for (const Storey& s : storeys) {
        std::vector<std::string> ids;
        for (const StoreyExit& exit : s.exits) {
            ids.push_back(measuring.opening(exit.opening).id);
        }
        Measurement& exits = add(measuring, "storey_exits", s, count_exits(s), "exits");
        exits.facts.numbers["upper_people"] = upper_people;
        exits.facts.numbers["largest_area"] = largest_upper;
        exits.also = ids;
        if (const double apart = farthest_apart(measuring, s.exits); apart >= 0.0) {
            add(measuring, "exit_separation", s, apart, "m").also = ids;
        }
        if (s.number == 1 || s.people == 0) {
            continue;
        }
        // A stair serves its own storey and, where it is narrower than farther up, those above.
        for (const Storey& t : storeys) {
            const bool beyond = s.number > 0 ? t.number > s.number : t.number < s.number;
            if (&t != &s && !(beyond && s.stair_width < t.stair_width - 0.001)) {
                continue;
            }
            Measurement& m = add(measuring, "stair_width_total", s, s.stair_width, "m");
            m.people = t.people;
            m.facts.numbers["storey"] = t.number;
            m.facts.numbers["people"] = t.people;
            m.also = s.stairs;
        }
    }
    if (ground != nullptr && fullest != nullptr) {
        std::vector<std::string> ids;
        double count = 0.0;
        for (const StoreyExit& exit : ground->exits) {
            total += measuring.opening(exit.opening).clear_width;
            ids.push_back(measuring.opening(exit.opening).id);
            count += 1.0;
        }
        Measurement& width = add(measuring, "exit_width_total", *ground, total, "m");
        width.people = fullest->people;
        width.facts.numbers["storey"] = fullest->number;
        width.facts.numbers["people"] = fullest->people;
        width.also = ids;
        Measurement& exits = add(measuring, "building_exits", *ground, count, "exits");
        exits.people = all;
        exits.facts.numbers["people"] = all;
        exits.also = ids;
    }
}

}  // namespace evac
