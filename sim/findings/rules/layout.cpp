#include "sim/findings/rules/layout.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>
#include <utility>

namespace evac {

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

const Opening& opening_at(const Plan& plan, int opening) {
    return plan.openings[static_cast<std::size_t>(opening)];
}

template <class T>
T at(const std::vector<T>& values, int index) {
    return values[static_cast<std::size_t>(index)];
}

bool closed(const Inspection& inspection, int opening) {
    const auto o = static_cast<std::size_t>(opening);
    return opening_at(inspection.plan, opening).lock == Lock::locked ||
           (o < inspection.closed.size() && inspection.closed[o] != 0);
}

void find_staircases(const Plan& plan, Layout& layout) {
    layout.staircase.assign(plan.units.size(), -1);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const Unit& unit = plan.units[u];
        if (layout.indoor[u] == 0 || (unit.stair.empty() && unit.kind != UnitKind::flight)) {
            continue;
        }
        const std::string& name = unit.stair.empty() ? unit.id : unit.stair;
        auto found = std::find_if(layout.staircases.begin(), layout.staircases.end(),
                                  [&](const Staircase& s) { return s.name == name; });
        if (found == layout.staircases.end()) {
            found = layout.staircases.insert(found, {name, {}, {}});
        }
        layout.staircase[u] = static_cast<int>(found - layout.staircases.begin());
        if (unit.kind == UnitKind::flight) {
            found->flights.push_back(static_cast<int>(u));
        }
    }
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        const auto [a, b] = plan.openings[o].units;
        const int of_a = at(layout.staircase, a);
        const int of_b = b == outside ? -1 : at(layout.staircase, b);
        if (of_a != of_b && (of_a < 0 || of_b < 0)) {
            Staircase& s = layout.staircases[static_cast<std::size_t>(std::max(of_a, of_b))];
            s.entries.push_back(static_cast<int>(o));
        }
    }
}

void number_storeys(const Plan& plan, Layout& layout) {
    layout.storey.assign(plan.levels.size(), 0);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        if (layout.indoor[u] == 0) {
            continue;
        }
        const int level = plan.units[u].level;
        const int ordinal = plan.levels[static_cast<std::size_t>(level)].ordinal;
        const int storey = ordinal >= 0 ? ordinal + 1 : ordinal;
        layout.storey[static_cast<std::size_t>(level)] = storey;
        layout.storeys = std::max(layout.storeys, storey);
        layout.storeys_below = std::max(layout.storeys_below, -storey);
    }
}

bool usable(const Inspection& inspection, Passing p) {
    const Opening& opening = opening_at(inspection.plan, opening_of(p));
    return !closed(inspection, opening_of(p)) && unit_before(inspection.plan, p) != outside &&
           opening.one_way != (p % 2 == 0 ? -1 : 1);
}

void find_exits(const Inspection& inspection, Layout& layout) {
    const Plan& plan = inspection.plan;
    layout.leads_out.assign(2 * plan.openings.size(), 0);
    layout.storey_exit = layout.leads_out;
    for (Passing p = 0; p < 2 * static_cast<int>(plan.openings.size()); ++p) {
        if (!usable(inspection, p)) {
            continue;
        }
        const auto i = static_cast<std::size_t>(p);
        const int from = unit_before(plan, p);
        const int to = unit_after(plan, p);
        layout.leads_out[i] = leads_out(plan, p) ? 1 : 0;
        const int storey = at(layout.storey, unit_at(plan, from).level);
        // A head whose landing lies on the level below (a stair without a floor landing) counts
        // from the unit one comes from.
        const bool enters_stair = to != outside && at(layout.staircase, to) >= 0 &&
                                  at(layout.staircase, from) < 0 && storey != 1 && storey != 0;
        layout.storey_exit[i] = layout.leads_out[i] != 0 || enters_stair ? 1 : 0;
    }
}

/// Whether ways to an exit of the storey may lead through this unit.
bool crossable(const Plan& plan, const Layout& layout, int unit, bool through_rooms) {
    if (unit == outside || at(layout.indoor, unit) == 0) {
        return false;
    }
    const Unit& u = unit_at(plan, unit);
    if (at(layout.staircase, unit) >= 0) {
        return at(layout.storey, u.level) == 1;  // a landing at the foot, on the way to the door
    }
    return through_rooms || u.kind != UnitKind::room;
}

std::vector<double> distances(const Inspection& inspection, const Layout& layout,
                              bool through_rooms) {
    const Plan& plan = inspection.plan;
    std::vector<double> best(2 * plan.openings.size(), no_way);
    using Entry = std::pair<double, Passing>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (Passing p = 0; p < static_cast<int>(best.size()); ++p) {
        if (at(layout.storey_exit, p) != 0) {
            best[static_cast<std::size_t>(p)] = 0.0;
            queue.emplace(0.0, p);
        }
    }
    while (!queue.empty()) {
        const auto [distance, p] = queue.top();
        queue.pop();
        if (distance > at(best, p)) {
            continue;
        }
        // Who comes into the unit before `p` by another opening can go on through `p`.
        const int unit = unit_before(plan, p);
        if (!crossable(plan, layout, unit, through_rooms)) {
            continue;
        }
        for (const int o : layout.by_unit[static_cast<std::size_t>(unit)]) {
            const Passing q = passing(o, opening_at(plan, o).units[0] == unit);
            if (o == opening_of(p) || unit_after(plan, q) != unit || !usable(inspection, q)) {
                continue;
            }
            const double d =
                distance + walk_between(inspection, layout, unit, o, opening_of(p));
            if (d < at(best, q)) {
                best[static_cast<std::size_t>(q)] = d;
                queue.emplace(d, q);
            }
        }
    }
    return best;
}

/// Exits of the storey that can be reached behind the passing without `not_through`.
std::set<int> exits_behind(const Inspection& inspection, const Layout& layout, Passing start,
                           int not_through) {
    const Plan& plan = inspection.plan;
    std::set<int> exits;
    if (!usable(inspection, start)) {
        return exits;
    }
    std::set<int> seen;
    std::vector<Passing> open{start};
    while (!open.empty()) {
        const Passing p = open.back();
        open.pop_back();
        if (at(layout.storey_exit, p) != 0) {
            exits.insert(opening_of(p));
            continue;
        }
        const int unit = unit_after(plan, p);
        if (unit == not_through || !crossable(plan, layout, unit, false) ||
            !seen.insert(unit).second) {
            continue;
        }
        for (const int o : layout.by_unit[static_cast<std::size_t>(unit)]) {
            const Passing q = passing(o, opening_at(plan, o).units[1] == unit);
            if (o != opening_of(p) && usable(inspection, q)) {
                open.push_back(q);
            }
        }
    }
    return exits;
}

}  // namespace

std::string_view word_for(Position position) {
    switch (position) {
        case Position::between:
            return "between";
        case Position::dead_end:
            return "dead_end";
        case Position::corridor_end:
            return "corridor_end";
    }
    return "between";
}

Layout lay_out(const Inspection& inspection) {
    const Plan& plan = inspection.plan;
    Layout layout;
    layout.by_unit = openings_by_unit(plan);
    for (const Unit& unit : plan.units) {
        layout.indoor.push_back(walkable(unit) && unit.kind != UnitKind::outdoors ? 1 : 0);
    }
    number_storeys(plan, layout);
    find_staircases(plan, layout);
    find_exits(inspection, layout);
    layout.to_exit = distances(inspection, layout, false);
    const std::vector<double> through_rooms = distances(inspection, layout, true);
    for (std::size_t p = 0; p < layout.to_exit.size(); ++p) {
        if (layout.to_exit[p] == no_way) {
            layout.to_exit[p] = through_rooms[p];
        }
    }
    return layout;
}

double walk_between(const Inspection& inspection, const Layout& layout, int unit, int from,
                    int to) {
    const auto u = static_cast<std::size_t>(unit);
    const std::vector<int>& openings = layout.by_unit[u];
    const auto row = static_cast<std::size_t>(
        std::find(openings.begin(), openings.end(), from) - openings.begin());
    const auto column = static_cast<std::size_t>(
        std::find(openings.begin(), openings.end(), to) - openings.begin());
    const std::vector<double>& matrix = inspection.lengths.between_openings[u];
    const std::size_t index = row * openings.size() + column;
    return index < matrix.size() ? matrix[index] : no_way;
}

std::vector<int> ways_out_of(const Inspection& inspection, const Layout& layout, int unit) {
    std::vector<int> ways;
    for (const int o : layout.by_unit[static_cast<std::size_t>(unit)]) {
        const Passing p = passing(o, opening_at(inspection.plan, o).units[1] == unit);
        if (!exits_behind(inspection, layout, p, unit).empty()) {
            ways.push_back(o);
        }
    }
    return ways;
}

Position position_on(const Inspection& inspection, const Layout& layout, int unit, int opening,
                     double* depth) {
    const Plan& plan = inspection.plan;
    const std::vector<int> ways = ways_out_of(inspection, layout, unit);
    const auto walk = [&](int a, int b) {
        return walk_between(inspection, layout, unit, a, b);
    };
    // A door on the way between two exits is hardly farther from both together than they are from
    // each other. It may stand across the corridor or in front of an opening: that is no dead end.
    const Box box = bounding_box(unit_at(plan, unit).polygon);
    double least = no_way;
    bool between = false;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        for (std::size_t j = i + 1; j < ways.size(); ++j) {
            const auto exits = [&](int o) {
                return exits_behind(inspection, layout,
                                    passing(o, opening_at(plan, o).units[1] == unit), unit);
            };
            std::set<int> both = exits(ways[i]);
            both.merge(exits(ways[j]));
            if (both.size() < 2) {
                continue;
            }
            const double off = 0.5 * (walk(opening, ways[i]) + walk(opening, ways[j]) -
                                      walk(ways[i], ways[j]));
            const double wide = std::min(box.size().x(), box.size().y());
            const double in_front = 0.5 * std::max(opening_at(plan, ways[i]).line.length(),
                                                   opening_at(plan, ways[j]).line.length());
            between = between || opening == ways[i] || opening == ways[j] ||
                      off <= std::min(wide, 4.0) + in_front;
            least = std::min(least, std::max(off, 0.0));
        }
    }
    if (least == no_way) {
        for (const int way : ways) {
            least = std::min(least, walk(opening, way));
        }
    }
    if (depth != nullptr) {
        *depth = least;
    }
    if (between) {
        return Position::between;
    }
    // At the end nothing lies beyond: no other door is reached past this one.
    constexpr double slack = 1.0;  // [m]
    for (const int other : layout.by_unit[static_cast<std::size_t>(unit)]) {
        const Opening& o = opening_at(plan, other);
        const int room = beyond(o, unit);
        const bool same_room = room == beyond(opening_at(plan, opening), unit);
        if (other == opening || same_room || room == outside ||
            std::find(ways.begin(), ways.end(), other) != ways.end()) {
            continue;
        }
        for (const int way : ways) {
            const double apart = walk(opening, other);
            if (apart > 2.0 * slack &&
                walk(way, other) > walk(way, opening) + apart - slack) {
                return Position::dead_end;
            }
        }
    }
    return Position::corridor_end;
}

NarrowPlace narrowest_of(const ClearWidths& widths, int unit) {
    NarrowPlace narrowest;
    const auto u = static_cast<std::size_t>(unit);
    if (u < widths.units.size()) {
        for (const NarrowPlace& place : widths.units[u].between) {
            // Where only an opening's own width limits, the unit itself does not.
            if (place.opening < 0 && place.width < narrowest.width) {
                narrowest = place;
            }
        }
    }
    return narrowest;
}

}  // namespace evac
