#include "sim/passage/passage.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace evac {

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

/// Two openings that touch still lie a pace apart [m]; with no distance at all two passings could
/// each be the best continuation of the other.
constexpr double least_length = 0.05;

template <class T>
bool any_or_listed(const std::vector<T>& list, const T& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// One step of a way: from the line of passing `from` to the line of passing `to`, or to the
/// assembly area (`to` = end_of_way).
struct Leg {
    Passing from = 0;
    Passing to = 0;
    double length = 0.0;  ///< [m]
    double time = 0.0;    ///< [s]
};

constexpr Passing end_of_way = -1;

class Legs {
public:
    Legs(const Plan& plan, const WalkLengths& lengths, const RoutePolicy& policy,
         const RouteSpeeds& speeds, const std::vector<char>& closed)
        : plan_(plan),
          lengths_(lengths),
          policy_(policy),
          speeds_(speeds),
          closed_(closed),
          by_unit_(openings_by_unit(plan)) {}

    std::vector<Leg> all() const {
        std::vector<Leg> legs;
        for (Passing p = 0; p < 2 * static_cast<int>(plan_.openings.size()); ++p) {
            if (!usable(p)) {
                continue;
            }
            const bool there = policy_.unit >= 0 ? unit_after(plan_, p) == policy_.unit
                                                 : policy_.assembly_area < 0 && leads_out(plan_, p);
            if (there) {
                legs.push_back({p, end_of_way, 0.0, 0.0});
            } else if (unit_after(plan_, p) != outside && may_cross(p)) {
                add_legs_after(p, legs);
            }
        }
        return legs;
    }

private:
    const Unit& unit_at(int unit) const { return plan_.units[static_cast<std::size_t>(unit)]; }

    const Opening& opening_at(int opening) const {
        return plan_.openings[static_cast<std::size_t>(opening)];
    }

    /// Whether one may pass there at all.
    bool usable(Passing p) const {
        const Opening& opening = opening_at(opening_of(p));
        const int to = unit_after(plan_, p);
        const bool against_one_way = opening.one_way == (p % 2 == 0 ? -1 : 1);
        return closed_[static_cast<std::size_t>(opening_of(p))] == 0 && !against_one_way &&
               (to == outside || walkable(unit_at(to))) && unit_before(plan_, p) != outside &&
               (!leads_out(plan_, p) || any_or_listed(policy_.exits, opening_of(p)));
    }

    /// Whether the way may go on through the unit behind `p`.
    bool may_cross(Passing p) const {
        if (policy_.step_free && unit_at(unit_after(plan_, p)).kind == UnitKind::flight) {
            return false;
        }
        const std::string& stair = unit_at(unit_after(plan_, p)).stair;
        return stair.empty() || any_or_listed(policy_.stairs, stair) ||
               unit_at(unit_before(plan_, p)).stair == stair;  // on the way out of it
    }

    void add_legs_after(Passing p, std::vector<Leg>& legs) const {
        const int unit = unit_after(plan_, p);
        const auto u = static_cast<std::size_t>(unit);
        const std::vector<int>& openings = by_unit_[u];
        const auto position = [&](int opening) {
            return static_cast<std::size_t>(std::find(openings.begin(), openings.end(), opening) -
                                            openings.begin());
        };
        const std::size_t from = position(opening_of(p));
        for (std::size_t to = 0; to < openings.size(); ++to) {
            const int opening = openings[to];
            const Passing q = passing(opening, opening_at(opening).units[1] == unit);
            const double length = lengths_.between_openings[u][from * openings.size() + to];
            if (to != from && length < no_way && usable(q)) {
                const bool in_a_room = unit_at(unit).kind == UnitKind::room;
                add(p, q, length, speed(unit, opening_of(p), opening),
                    in_a_room ? speeds_.crossing_room : 0.0, legs);
            }
        }
        for (const WalkLengths::Ride& ride : lengths_.rides) {
            if (policy_.lifts && ride.from == unit) {
                add_ride(p, ride, legs);
            }
        }
        const int area = policy_.assembly_area;
        if (area >= 0 && plan_.assembly_areas[static_cast<std::size_t>(area)].unit == unit) {
            const double length = lengths_.to_assembly_area[static_cast<std::size_t>(area)][from];
            if (length < no_way) {
                add(p, end_of_way, length, speeds_.level, 0.0, legs);
            }
        }
    }

    /// Out of the car where the ride ends.
    void add_ride(Passing from, const WalkLengths::Ride& ride, std::vector<Leg>& legs) const {
        for (const int opening : by_unit_[static_cast<std::size_t>(ride.to)]) {
            const Passing q = passing(opening, opening_at(opening).units[1] == ride.to);
            if (usable(q)) {
                legs.push_back({from, q, least_length, ride.time});
            }
        }
    }

    static void add(Passing from, Passing to, double length, double speed, double reluctance,
                    std::vector<Leg>& legs) {
        const double walked = std::max(length, least_length);
        legs.push_back({from, to, walked, walked / speed + reluctance});
    }

    double speed(int unit, int from, int to) const {
        if (unit_at(unit).kind != UnitKind::flight) {
            return speeds_.level;
        }
        return rise(unit, from, to) > 0.0 ? speeds_.flight_up : speeds_.flight_down;
    }

    /// How much higher `to` lies than `from` [m]; where the sills do not tell, the units beyond do.
    double rise(int unit, int from, int to) const {
        const double by_sills = opening_at(to).elevation - opening_at(from).elevation;
        const int before = beyond(opening_at(from), unit);
        const int after = beyond(opening_at(to), unit);
        if (by_sills != 0.0 || before == outside || after == outside) {
            return by_sills;
        }
        return unit_at(after).elevation - unit_at(before).elevation;
    }

    const Plan& plan_;
    const WalkLengths& lengths_;
    const RoutePolicy& policy_;
    const RouteSpeeds& speeds_;
    const std::vector<char>& closed_;
    std::vector<std::vector<int>> by_unit_;
};

/// Time from every passing to the end: Dijkstra's algorithm from the end backwards.
std::vector<double> times_to_end(std::size_t passings, const std::vector<Leg>& legs) {
    using Graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                              boost::property<boost::edge_weight_t, double>>;
    const std::size_t end = passings;
    Graph backwards(passings + 1);
    for (const Leg& leg : legs) {
        boost::add_edge(leg.to == end_of_way ? end : static_cast<std::size_t>(leg.to),
                        static_cast<std::size_t>(leg.from), leg.time, backwards);
    }
    std::vector<double> time(passings + 1, no_way);
    boost::dijkstra_shortest_paths(backwards, end,
                                   boost::distance_map(time.data()).distance_inf(no_way));
    time.resize(passings);
    return time;
}

}  // namespace

RouteTable find_routes(const Plan& plan, const WalkLengths& lengths, const RoutePolicy& policy,
                       const RouteSpeeds& speeds, const std::vector<char>& closed) {
    assert(closed.size() == plan.openings.size());
    const std::vector<Leg> legs = Legs(plan, lengths, policy, speeds, closed).all();
    const std::size_t passings = 2 * plan.openings.size();
    RouteTable table;
    table.time = times_to_end(passings, legs);
    table.length.assign(passings, no_way);
    table.next.assign(passings, end_of_way);

    // Which way is taken must not depend on the order in which the search met them.
    const auto rest = [&](const Leg& leg) {
        return leg.to == end_of_way ? 0.0 : table.time[static_cast<std::size_t>(leg.to)];
    };
    std::vector<const Leg*> best(passings, nullptr);
    for (const Leg& leg : legs) {
        const Leg*& chosen = best[static_cast<std::size_t>(leg.from)];
        if (leg.time + rest(leg) < no_way &&
            (chosen == nullptr || leg.time + rest(leg) < chosen->time + rest(*chosen) ||
             (leg.time + rest(leg) == chosen->time + rest(*chosen) && leg.to < chosen->to))) {
            chosen = &leg;
        }
    }
    // Nearer the end first: the length of the rest is known when it is needed.
    std::vector<std::size_t> order(passings);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return table.time[a] < table.time[b]; });
    for (const std::size_t p : order) {
        if (const Leg* leg = best[p]) {
            table.next[p] = leg->to;
            table.length[p] =
                leg->length +
                (leg->to == end_of_way ? 0.0 : table.length[static_cast<std::size_t>(leg->to)]);
        }
    }
    return table;
}

std::vector<int> units_without_way_out(const Plan& plan, const WalkLengths& lengths,
                                       const std::vector<char>& closed) {
    const RouteTable table = find_routes(plan, lengths, RoutePolicy{}, RouteSpeeds{}, closed);
    const std::vector<std::vector<int>> by_unit = openings_by_unit(plan);
    std::vector<int> cut_off;
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const Unit& unit = plan.units[u];
        if (!walkable(unit) || unit.kind == UnitKind::outdoors) {
            continue;
        }
        bool found = false;
        for (std::size_t i = 0; i < by_unit[u].size(); ++i) {
            const int opening = by_unit[u][i];
            const bool from_second =
                plan.openings[static_cast<std::size_t>(opening)].units[1] == static_cast<int>(u);
            found = found ||
                    (table.time[static_cast<std::size_t>(passing(opening, from_second))] < no_way &&
                     lengths.farthest[u][i] < no_way);
        }
        if (!found) {
            cut_off.push_back(static_cast<int>(u));
        }
    }
    return cut_off;
}

}  // namespace evac
