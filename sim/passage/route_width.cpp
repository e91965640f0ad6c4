#include "sim/passage/route_width.hpp"

#include <algorithm>
#include <cassert>
#include <queue>
#include <utility>

namespace evac {

namespace {

constexpr double rounding = 1e-6;  // [m]; ways that differ by less are equally wide

/// The legs of all ways: from the inside of a unit or from a passing to the next passing.
class Legs {
public:
    Legs(const Plan& plan, const ClearWidths& widths)
        : plan_(plan), widths_(widths), by_unit_(openings_by_unit(plan)) {}

    const std::vector<int>& openings_of(int unit) const {
        return by_unit_[static_cast<std::size_t>(unit)];
    }

    const NarrowPlace& from_inside(int unit, int to) const {
        return widths_.units[static_cast<std::size_t>(unit)].from_inside[position(unit, to)];
    }

    const NarrowPlace& between(int unit, int from, int to) const {
        return widths_.units[static_cast<std::size_t>(unit)]
            .between[position(unit, from) * openings_of(unit).size() + position(unit, to)];
    }

    /// The passings one can go on with in `unit`, lower numbers first.
    std::vector<Passing> passings_from(int unit, const std::vector<char>& closed) const {
        std::vector<Passing> found;
        for (const int opening : openings_of(unit)) {
            const Opening& o = plan_.openings[static_cast<std::size_t>(opening)];
            for (const bool from_second : {false, true}) {
                const Passing p = passing(opening, from_second);
                const int to = unit_after(plan_, p);
                const bool against_one_way = o.one_way == (from_second ? 1 : -1);
                if (unit_before(plan_, p) == unit &&
                    closed[static_cast<std::size_t>(opening)] == 0 && !against_one_way &&
                    (to == outside || walkable(plan_.units[static_cast<std::size_t>(to)]))) {
                    found.push_back(p);
                }
            }
        }
        return found;
    }

    double width_of(Passing p) const {
        return plan_.openings[static_cast<std::size_t>(opening_of(p))].clear_width;
    }

    /// The opening itself as a place.
    NarrowPlace place_of(Passing p) const {
        NarrowPlace place;
        const Opening& opening = plan_.openings[static_cast<std::size_t>(opening_of(p))];
        place.width = opening.clear_width;
        place.across = opening.clear_line();
        place.unit = unit_before(plan_, p);
        place.opening = opening_of(p);
        return place;
    }

private:
    std::size_t position(int unit, int opening) const {
        const std::vector<int>& openings = openings_of(unit);
        const auto place = std::find(openings.begin(), openings.end(), opening);
        assert(place != openings.end());
        return static_cast<std::size_t>(place - openings.begin());
    }

    const Plan& plan_;
    const ClearWidths& widths_;
    std::vector<std::vector<int>> by_unit_;
};

/// Per passing: how wide the widest way is from before it to the end, the opening counted in; 0
/// where none leads out. From the end backwards, widest first.
std::vector<double> widths_to_end(const Plan& plan, const Legs& legs,
                                  const std::vector<char>& closed) {
    std::vector<double> width(2 * plan.openings.size(), 0.0);
    std::priority_queue<std::pair<double, Passing>> queue;
    const auto offer = [&](Passing p, double offered) {
        if (offered > width[static_cast<std::size_t>(p)]) {
            width[static_cast<std::size_t>(p)] = offered;
            queue.emplace(offered, p);
        }
    };
    std::vector<std::vector<Passing>> into(plan.units.size());
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        if (!walkable(plan.units[u])) {
            continue;
        }
        for (const Passing p : legs.passings_from(static_cast<int>(u), closed)) {
            if (leads_out(plan, p)) {
                offer(p, legs.width_of(p));
            } else if (unit_after(plan, p) != outside) {
                into[static_cast<std::size_t>(unit_after(plan, p))].push_back(p);
            }
        }
    }
    while (!queue.empty()) {
        const auto [here, next] = queue.top();
        queue.pop();
        if (here < width[static_cast<std::size_t>(next)]) {
            continue;
        }
        const int unit = unit_before(plan, next);
        for (const Passing p : into[static_cast<std::size_t>(unit)]) {
            if (opening_of(p) != opening_of(next)) {
                const double leg = legs.between(unit, opening_of(p), opening_of(next)).width;
                offer(p, std::min({here, leg, legs.width_of(p)}));
            }
        }
    }
    return width;
}

/// The way out of `unit` with the fewest openings of all ways at least `width` wide: breadth first,
/// lower numbers first.
std::vector<Passing> shortest_of_width(const Plan& plan, const Legs& legs,
                                       const std::vector<char>& closed, int unit, double width) {
    const double enough = width - rounding;
    std::vector<Passing> before(2 * plan.openings.size(), -2);  // -2: not met, -1: the first
    std::vector<Passing> met;
    const auto meet = [&](Passing p, Passing from, double leg) {
        if (before[static_cast<std::size_t>(p)] == -2 && std::min(leg, legs.width_of(p)) >= enough) {
            before[static_cast<std::size_t>(p)] = from;
            met.push_back(p);
        }
    };
    for (const Passing p : legs.passings_from(unit, closed)) {
        meet(p, -1, legs.from_inside(unit, opening_of(p)).width);
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
        const Passing p = met[i];
        if (leads_out(plan, p)) {
            std::vector<Passing> way;
            for (Passing q = p; q >= 0; q = before[static_cast<std::size_t>(q)]) {
                way.push_back(q);
            }
            std::reverse(way.begin(), way.end());
            return way;
        }
        const int here = unit_after(plan, p);
        if (here == outside) {
            continue;
        }
        for (const Passing q : legs.passings_from(here, closed)) {
            if (opening_of(q) != opening_of(p)) {
                meet(q, p, legs.between(here, opening_of(p), opening_of(q)).width);
            }
        }
    }
    return {};
}

RouteWidth measure(const Plan& plan, const Legs& legs, int unit,
                   const std::vector<Passing>& passings) {
    RouteWidth route;
    route.passings = passings;
    for (std::size_t i = 0; i < passings.size(); ++i) {
        const Passing p = passings[i];
        const int here = unit_before(plan, p);
        assert(here == (i == 0 ? unit : unit_after(plan, passings[i - 1])));
        route.places.push_back(i == 0 ? legs.from_inside(unit, opening_of(p))
                                      : legs.between(here, opening_of(passings[i - 1]),
                                                     opening_of(p)));
        route.places.push_back(legs.place_of(p));
    }
    if (passings.empty()) {
        route.narrowest.width = 0.0;
        route.narrowest.unit = unit;
        const Vec2 middle = label_point(plan.units[static_cast<std::size_t>(unit)].polygon);
        route.narrowest.across = {middle, middle};
    }
    for (const NarrowPlace& place : route.places) {
        if (place.width < route.narrowest.width - rounding) {
            route.narrowest = place;
        }
    }
    return route;
}

}  // namespace

RouteWidth width_along(const Plan& plan, const ClearWidths& widths, int unit,
                       const std::vector<Passing>& passings) {
    return measure(plan, Legs(plan, widths), unit, passings);
}

std::vector<RouteWidth> widest_ways_out(const Plan& plan, const ClearWidths& widths,
                                        const std::vector<char>& closed) {
    assert(closed.size() == plan.openings.size());
    const Legs legs(plan, widths);
    const std::vector<double> to_end = widths_to_end(plan, legs, closed);
    std::vector<RouteWidth> routes;
    routes.reserve(plan.units.size());
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const auto unit = static_cast<int>(u);
        double widest = 0.0;
        if (walkable(plan.units[u])) {
            for (const Passing p : legs.passings_from(unit, closed)) {
                widest = std::max(widest, std::min(to_end[static_cast<std::size_t>(p)],
                                                   legs.from_inside(unit, opening_of(p)).width));
            }
        }
        routes.push_back(measure(
            plan, legs, unit,
            widest > 0.0 ? shortest_of_width(plan, legs, closed, unit, widest)
                         : std::vector<Passing>{}));
    }
    return routes;
}

}  // namespace evac
