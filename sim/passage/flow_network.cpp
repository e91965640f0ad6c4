#include "sim/passage/flow_network.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace evac {

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

/// What an opening of the simulation lets through beyond its steady flow: 1.5 persons saved up, and
/// the next one already 0.9 m before the line (sim/drill/openings.cpp).
constexpr double saved_up = 1.5;
constexpr double next_in_line = 0.9;  // m

/// Things that take less than this from a width do not count [m].
constexpr double noticeable = 0.02;

using TimeGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS,
                                        boost::no_property,
                                        boost::property<boost::edge_weight_t, double>>;

std::vector<double> shortest_times(const TimeGraph& graph, std::size_t from) {
    std::vector<double> time(boost::num_vertices(graph), no_way);
    boost::dijkstra_shortest_paths(graph, from,
                                   boost::distance_map(time.data()).distance_inf(no_way));
    return time;
}

/// Least times at every passing: from the start, and from there to behind an exit.
struct PassingTimes {
    std::vector<double> earliest;
    std::vector<double> to_end;
};

PassingTimes passing_times(const FlowSite& site, const std::vector<double>& started) {
    const std::size_t passings = started.size();
    TimeGraph forwards(passings + 1);
    TimeGraph backwards(passings + 1);
    std::vector<char> usable(passings);
    for (std::size_t p = 0; p < passings; ++p) {
        usable[p] = passable(site.plan, site.closed, static_cast<Passing>(p)) ? 1 : 0;
        if (!usable[p]) {
            continue;
        }
        if (started[p] < no_way) {
            boost::add_edge(passings, p, started[p], forwards);
        }
        if (leads_out(site.plan, static_cast<Passing>(p))) {
            boost::add_edge(passings, p, 0.0, backwards);
        }
    }
    for (const LeastWalk& walk : site.walks) {
        const auto from = static_cast<std::size_t>(walk.from);
        const auto to = static_cast<std::size_t>(walk.to);
        // The escape ends behind an exit: no way goes on from there.
        if (usable[from] && usable[to] && !leads_out(site.plan, walk.from)) {
            boost::add_edge(from, to, walk.time, forwards);
            boost::add_edge(to, from, walk.time, backwards);
        }
    }
    PassingTimes times{shortest_times(forwards, passings), shortest_times(backwards, passings)};
    times.earliest.resize(passings);
    times.to_end.resize(passings);
    return times;
}

/// When the first of those who start in the unit before a passing can be at its line, and when the
/// first of them can be next in line. That may be somebody else: who walks slowly is let through
/// long before the line.
struct FirstStarts {
    std::vector<double> at_line;
    std::vector<double> next_in_line;
};

FirstStarts first_starts(const FlowSite& site) {
    const std::vector<double> never(2 * site.plan.openings.size(), no_way);
    FirstStarts first{never, never};
    for (const Departure& person : site.departures.people) {
        if (person.zone < 0) {
            continue;
        }
        const Zone& zone = site.zones.zones[static_cast<std::size_t>(person.zone)];
        for (std::size_t i = 0; i < zone.openings.size(); ++i) {
            const int o = zone.openings[i];
            const bool second =
                site.plan.openings[static_cast<std::size_t>(o)].units[1] == zone.unit;
            const auto p = static_cast<std::size_t>(passing(o, second));
            const double at = person.at_opening[i];
            first.at_line[p] = std::min(first.at_line[p], at);
            first.next_in_line[p] =
                std::min(first.next_in_line[p],
                         std::max(person.start, at - next_in_line / person.speed));
        }
    }
    return first;
}

/// A zone cut by narrow places: which vertex each of its openings, and its roomiest place, is in.
struct Parts {
    std::vector<int> of_opening;  ///< in the zone's order
    int inside = -1;  ///< -1: there are equally roomy places in several parts
};

class Builder {
public:
    explicit Builder(const FlowSite& site)
        : site_(site),
          by_unit_(openings_by_unit(site.plan)),
          first_(first_starts(site)),
          times_(passing_times(site, first_.at_line)) {}

    FlowNetwork build() {
        for (std::size_t z = 0; z < site_.zones.count(); ++z) {
            add_zone(z);
        }
        add_openings();
        network_.vertices = vertices_;
        for (FlowArc& arc : network_.arcs) {
            arc.to = arc.to == to_out ? network_.out() : arc.to;
        }
        add_people();
        return std::move(network_);
    }

private:
    static constexpr int to_out = -1;

    Passing out_of(const Zone& zone, int opening) const {
        return passing(opening,
                       site_.plan.openings[static_cast<std::size_t>(opening)].units[1] ==
                           zone.unit);
    }

    double earliest(Passing p) const { return times_.earliest[static_cast<std::size_t>(p)]; }
    double to_end(Passing p) const { return times_.to_end[static_cast<std::size_t>(p)]; }

    /// How long before anybody can be at its line a passing may let the first one through [s]: those
    /// who start there as told, and those who come from elsewhere no slower than the fastest.
    double lead(Passing p) const {
        const auto i = static_cast<std::size_t>(p);
        const Unit& before =
            site_.plan.units[static_cast<std::size_t>(unit_before(site_.plan, p))];
        const double speed = before.kind == UnitKind::flight ? site_.departures.flight_speed
                                                             : site_.departures.speed;
        return std::max(next_in_line / speed, times_.earliest[i] - first_.next_in_line[i]);
    }

    void add_zone(std::size_t index) {
        const Zone& zone = site_.zones.zones[index];
        parts_.emplace_back();
        Parts& parts = parts_.back();
        const std::size_t ports = zone.openings.size() + 1;  // the last is the inside
        std::vector<int> part(ports, 0);
        int count = 1;
        if (site_.standing != nullptr && site_.bare != nullptr && !zone.openings.empty()) {
            count = cut_zone(zone, part);
        }
        for (std::size_t i = 0; i + 1 < ports; ++i) {
            parts.of_opening.push_back(vertices_ + part[i]);
        }
        parts.inside = part.back() < 0 ? -1 : vertices_ + part.back();
        vertices_ += count;
    }

    const NarrowPlace& way(const ClearWidths& widths, const Zone& zone, std::size_t a,
                           std::size_t b) const {
        const auto u = static_cast<std::size_t>(zone.unit);
        const std::vector<int>& all = by_unit_[u];
        const auto place = [&](std::size_t port) {
            return static_cast<std::size_t>(
                std::find(all.begin(), all.end(), zone.openings[port]) - all.begin());
        };
        const std::size_t inside = zone.openings.size();
        if (a == inside || b == inside) {
            return widths.units[u].from_inside[place(a == inside ? b : a)];
        }
        return widths.units[u].between[place(a) * all.size() + place(b)];
    }

    /// Joins openings between which nothing stands, and lays pipes of the width that is left between
    /// the parts: the widest ones, as a tree (Kruskal). Returns how many parts there are.
    ///
    /// The inside joins nothing: a corridor with a box in the middle has a roomiest place on either
    /// side of it, both of which are the inside of clear_width.hpp. Then it is in no part (-1).
    int cut_zone(const Zone& zone, std::vector<int>& part) {
        struct Link {
            std::size_t a, b;
            const NarrowPlace* narrow;
            bool free;
        };
        std::vector<Link> links;
        for (std::size_t a = 0; a < part.size(); ++a) {
            for (std::size_t b = a + 1; b < part.size(); ++b) {
                const NarrowPlace& standing = way(*site_.standing, zone, a, b);
                const double bare = way(*site_.bare, zone, a, b).width;
                links.push_back({a, b, &standing, standing.width > bare - noticeable});
            }
        }
        std::stable_sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
            return x.free != y.free ? x.free : x.narrow->width > y.narrow->width;
        });
        std::vector<std::size_t> root(part.size());
        std::iota(root.begin(), root.end(), std::size_t{0});
        const auto find = [&](std::size_t v) {
            while (root[v] != v) {
                v = root[v];
            }
            return v;
        };
        const std::size_t inside = part.size() - 1;
        std::vector<Link> pipes;
        std::vector<std::size_t> beside;  // openings that nothing parts from the inside
        for (const Link& link : links) {
            if (!link.free) {
                pipes.push_back(link);
            } else if (link.b == inside) {
                beside.push_back(link.a);
            } else {
                const std::size_t a = find(link.a);
                const std::size_t b = find(link.b);
                root[std::max(a, b)] = std::min(a, b);
            }
        }
        bool spread = false;
        for (const std::size_t opening : beside) {
            spread = spread || find(opening) != find(beside.front());
        }
        if (!beside.empty()) {
            root[inside] = find(beside.front());
        }
        if (spread) {
            std::erase_if(pipes, [&](const Link& pipe) { return pipe.b == inside; });
        }
        // Number the parts, then the tree of pipes between them.
        std::vector<int> number(part.size(), -1);
        int count = 0;
        for (std::size_t v = 0; v < part.size(); ++v) {
            int& n = number[find(v)];
            n = n < 0 ? count++ : n;
            part[v] = n;
        }
        std::vector<int> joined(static_cast<std::size_t>(count));
        std::iota(joined.begin(), joined.end(), 0);
        for (const Link& pipe : pipes) {
            const int a = joined[static_cast<std::size_t>(part[pipe.a])];
            const int b = joined[static_cast<std::size_t>(part[pipe.b])];
            if (a == b || pipe.narrow->width <= 0.0) {
                continue;
            }
            std::replace(joined.begin(), joined.end(), b, a);
            add_pipe(zone, part, part[pipe.a], part[pipe.b], *pipe.narrow);
        }
        part[inside] = spread ? -1 : part[inside];
        return count;
    }

    void add_pipe(const Zone& zone, const std::vector<int>& part, int a, int b,
                  const NarrowPlace& narrow) {
        const auto arc = [&](int from, int to) {
            FlowArc one{vertices_ + from, vertices_ + to, -1, narrow,
                        design_flow * narrow.width};
            // When somebody can be there is told by the openings of the zone on either side and the
            // straight way between.
            one.earliest = one.to_end = no_way;
            const UnitKind kind = site_.plan.units[static_cast<std::size_t>(zone.unit)].kind;
            const double speed = kind == UnitKind::flight ? site_.departures.flight_speed
                                                          : site_.departures.speed;
            for (std::size_t i = 0; i < zone.openings.size(); ++i) {
                const Passing p = out_of(zone, zone.openings[i]);
                const Segment line =
                    site_.plan.openings[static_cast<std::size_t>(zone.openings[i])].clear_line();
                const double walk = least_length(narrow.across, line, 0.0) / speed;
                if (part[i] == to) {
                    one.to_end = std::min(one.to_end, walk + to_end(p));
                }
                if (part[i] == from) {
                    one.earliest = std::min(one.earliest, earliest(p ^ 1) + walk);
                }
            }
            for (const Departure& person : site_.departures.people) {
                if (person.unit == zone.unit && person.zone >= 0) {
                    one.earliest = std::min(one.earliest, person.start);
                }
            }
            if (one.to_end == no_way) {  // the inside, or a part whose ways all lead back
                one.to_end = 0.0;
            }
            if (one.earliest == no_way) {
                one.earliest = 0.0;
            }
            network_.arcs.push_back(one);
        };
        arc(a, b);
        arc(b, a);
    }

    int vertex(int zone, int opening) const {
        const std::vector<int>& openings =
            site_.zones.zones[static_cast<std::size_t>(zone)].openings;
        const auto at = std::lower_bound(openings.begin(), openings.end(), opening);
        return parts_[static_cast<std::size_t>(zone)]
            .of_opening[static_cast<std::size_t>(at - openings.begin())];
    }

    void add_openings() {
        for (Passing p = 0; p < static_cast<int>(2 * site_.plan.openings.size()); ++p) {
            if (!passable(site_.plan, site_.closed, p) || earliest(p) == no_way ||
                to_end(p) == no_way) {
                continue;
            }
            const int o = opening_of(p);
            FlowArc arc;
            arc.from = vertex(zone_before(site_.plan, site_.zones, p), o);
            arc.to = leads_out(site_.plan, p)
                         ? to_out
                         : vertex(zone_after(site_.plan, site_.zones, p), o);
            arc.opening = o;
            arc.capacity = design_flow * site_.plan.openings[static_cast<std::size_t>(o)].clear_width;
            arc.burst = saved_up + arc.capacity * lead(p);
            arc.earliest = earliest(p);
            arc.to_end = to_end(p);
            network_.arcs.push_back(arc);
        }
    }

    void add_people() {
        network_.people.assign(static_cast<std::size_t>(vertices_), 0);
        for (const Departure& person : site_.departures.people) {
            double walk = no_way;
            int vertex_of_person = -1;
            if (person.zone >= 0) {
                const Zone& zone = site_.zones.zones[static_cast<std::size_t>(person.zone)];
                const Parts& parts = parts_[static_cast<std::size_t>(person.zone)];
                double nearest = no_way;
                for (std::size_t i = 0; i < zone.openings.size(); ++i) {
                    const double at = person.at_opening[i];
                    walk = std::min(walk, at + to_end(out_of(zone, zone.openings[i])));
                    if (at < nearest) {
                        nearest = at;
                        vertex_of_person = parts.of_opening[i];
                    }
                }
                const Unit& unit = site_.plan.units[static_cast<std::size_t>(zone.unit)];
                if (unit.kind == UnitKind::room && parts.inside >= 0) {
                    vertex_of_person = parts.inside;
                }
            }
            if (walk == no_way) {
                network_.cut_off_in.push_back(person.unit);
                continue;
            }
            network_.slowest_walk = std::max(network_.slowest_walk, walk);
            ++network_.people[static_cast<std::size_t>(vertex_of_person)];
            ++network_.total;
        }
        std::sort(network_.cut_off_in.begin(), network_.cut_off_in.end());
        network_.cut_off = static_cast<int>(network_.cut_off_in.size());
    }

    const FlowSite& site_;
    std::vector<std::vector<int>> by_unit_;
    FirstStarts first_;
    PassingTimes times_;
    FlowNetwork network_;
    std::vector<Parts> parts_;
    int vertices_ = 0;
};

}  // namespace

FlowNetwork build_flow_network(const FlowSite& site) {
    return Builder(site).build();
}

std::vector<int> newly_cut_off(const std::vector<int>& found, const std::vector<int>& blocked) {
    std::vector<int> newly;
    std::set_difference(blocked.begin(), blocked.end(), found.begin(), found.end(),
                        std::back_inserter(newly));
    return newly;
}

}  // namespace evac
