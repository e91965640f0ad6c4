#include "sim/passage/clear_width.hpp"

#include "sim/passage/doorway.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>

namespace evac {

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();
constexpr Reach no_reach{-no_limit, -1};

/// All widest ways of one unit.
class UnitMeasure {
public:
    UnitMeasure(const Plan& plan, const Obstructions& obstructions, int unit)
        : plan_(plan),
          unit_(unit),
          openings_(openings_by_unit(plan)[static_cast<std::size_t>(unit)]),
          floor_(unit_floor(plan, obstructions, unit, openings_)),
          axis_ways_(static_cast<int>(floor_.axis.vertices.size())) {
        add_axis();
        join_corners();
        ways_ = axis_ways_;
        std::vector<int> roots;
        for (std::size_t i = 0; i < openings_.size(); ++i) {
            roots.push_back(ways_.nodes());
            add_doorway(ways_, doorway(floor_, {openings_[i]}), static_cast<int>(i));
        }
        limits_ = ways_.ways();
        for (const int root : roots) {
            reach_.push_back(ways_.from(root));
        }
    }

    UnitWidths measure() {
        const std::size_t count = openings_.size();
        std::vector<Reach> best(count * count, no_reach);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = i + 1; j < count; ++j) {
                best[i * count + j] =
                    met(reach_[i], reach_[j], ways_, {static_cast<int>(i), static_cast<int>(j)});
            }
        }
        improve_between_facing(best);

        UnitWidths widths;
        widths.between.resize(count * count);
        for (std::size_t i = 0; i < count; ++i) {
            NarrowPlace& itself = widths.between[i * count + i];
            itself.unit = unit_;
            const Vec2 middle = opening_at(openings_[i]).line.middle();
            itself.across = {middle, middle};
            for (std::size_t j = i + 1; j < count; ++j) {
                const bool first_narrower = opening_at(openings_[i]).clear_width <=
                                            opening_at(openings_[j]).clear_width;
                const NarrowPlace place =
                    place_of(best[i * count + j], openings_[first_narrower ? i : j]);
                widths.between[i * count + j] = place;
                widths.between[j * count + i] = place;
            }
        }
        const std::vector<int> starts = roomiest();
        for (std::size_t i = 0; i < count; ++i) {
            widths.from_inside.push_back(place_of(from_any(starts, reach_[i]), openings_[i]));
        }
        return widths;
    }

private:
    const Opening& opening_at(int opening) const {
        return plan_.openings[static_cast<std::size_t>(opening)];
    }
    const Site& site(int index) const { return floor_.axis.sites[static_cast<std::size_t>(index)]; }
    const AxisVertex& vertex(int index) const {
        return floor_.axis.vertices[static_cast<std::size_t>(index)];
    }
    int vertices() const { return static_cast<int>(floor_.axis.vertices.size()); }

    void add_axis() {
        for (std::size_t e = 0; e < floor_.axis.edges.size(); ++e) {
            const AxisEdge& edge = floor_.axis.edges[e];
            if (floor_.ground[e] == UnitFloor::Ground::behind_wall) {
                continue;
            }
            Way way = way_along(arc_of(floor_.axis, edge), edge.from, edge.to, edge.first_site,
                                edge.second_site);
            way.fixture = floor_.inside[e];
            // Two leaves of one door stand as far apart as the door is wide.
            const int leaf = floor_.owners[static_cast<std::size_t>(edge.first_site)].leaf;
            way.never_counts =
                leaf >= 0 &&
                floor_.owners[static_cast<std::size_t>(edge.second_site)].leaf == leaf;
            if (way.fixture >= 0) {
                // A way through a fixture has no width, but shows what closes it: the one through
                // the thinnest part is looked for.
                way.saddle = -std::max({way.at_from, way.at_to, least_clearance});
                way.saddle_place = 0.5 * (way.from_place + way.to_place);
            }
            axis_ways_.add(way);
        }
    }

    /// Where lines meet, the ground on all sides touches; no disc gets through.
    void join_corners() {
        std::map<std::pair<std::int64_t, std::int64_t>, int> corners;
        for (int v = 0; v < vertices(); ++v) {
            const Vec2& place = vertex(v).place;
            if (vertex(v).clearance > 1e-7) {
                continue;
            }
            const auto [corner, fresh] =
                corners.try_emplace({std::llround(place.x() / floor_.spacing),
                                     std::llround(place.y() / floor_.spacing)},
                                    v);
            if (!fresh) {
                Way way;
                way.from = corner->second;
                way.to = v;
                way.from_place = way.to_place = place;
                axis_ways_.add(way);
            }
        }
    }

    /// Adds a doorway with nodes of its own to the ways of the closed axis. The first of its nodes
    /// are its openings.
    void add_doorway(WidestWays& ways, const Doorway& door, int number) const {
        const int shift = ways.nodes() - vertices();
        const auto node = [&](int n) { return n < vertices() ? n : n + shift; };
        ways.grow(door.nodes - vertices(), number);
        for (Way way : door.ways) {
            way.from = node(way.from);
            way.to = node(way.to);
            ways.add(way);
        }
    }

    /// The widest way from one start to another over any node that is in none of the doorways but
    /// these.
    static Reach met(const std::vector<Reach>& a, const std::vector<Reach>& b,
                     const WidestWays& ways, std::array<int, 2> doors) {
        constexpr double rounding = 1e-6;  // [m]
        Reach best = no_reach;
        double best_end = -no_limit;
        for (std::size_t v = 0; v < a.size(); ++v) {
            const int door = ways.door_of(static_cast<int>(v));
            if (door >= 0 && door != doors[0] && door != doors[1]) {
                continue;
            }
            const auto [least, most] = std::minmax(a[v].clearance, b[v].clearance);
            // Of nodes as good as each other the one that one end reaches without any limit: from
            // there the limit is a place of its own, not where a way off the straight one turns.
            if (least > best.clearance + rounding ||
                (least >= best.clearance - rounding && most > best_end)) {
                const double width = std::max(least, best.clearance);
                best = narrower(a[v], b[v]);
                best.clearance = width;
                best_end = most;
            }
        }
        return best;
    }

    /// Openings whose gaps face each other: both are open at once.
    void improve_between_facing(std::vector<Reach>& best) {
        const auto position = [&](int opening) {
            return static_cast<std::size_t>(
                std::find(openings_.begin(), openings_.end(), opening) - openings_.begin());
        };
        for (const auto& [first, second] : facing_openings(floor_)) {
            const std::size_t i = std::min(position(first), position(second));
            const std::size_t j = std::max(position(first), position(second));
            WidestWays both = axis_ways_;
            add_doorway(both, doorway(floor_, {openings_[i], openings_[j]}), 0);
            Reach reach =
                met(both.from(vertices()), both.from(vertices() + 1), both, {0, 0});
            if (reach.limit >= static_cast<int>(axis_ways_.ways().size())) {
                limits_.push_back(both.ways()[static_cast<std::size_t>(reach.limit)]);
                reach.limit = static_cast<int>(limits_.size()) - 1;
            }
            Reach& known = best[i * openings_.size() + j];
            if (reach.clearance > known.clearance) {
                known = reach;
            }
        }
    }

    /// The vertices of the free floor with most room.
    std::vector<int> roomiest() const {
        std::vector<char> free(floor_.axis.vertices.size(), 0);
        double most = 0.0;
        for (std::size_t e = 0; e < floor_.axis.edges.size(); ++e) {
            if (floor_.ground[e] == UnitFloor::Ground::free) {
                for (const int v : {floor_.axis.edges[e].from, floor_.axis.edges[e].to}) {
                    free[static_cast<std::size_t>(v)] = 1;
                    most = std::max(most, vertex(v).clearance);
                }
            }
        }
        std::vector<int> found;
        constexpr double as_good = 5e-4;  // [m]
        for (int v = 0; v < vertices(); ++v) {
            if (free[static_cast<std::size_t>(v)] != 0 && vertex(v).clearance >= most - as_good) {
                found.push_back(v);
            }
        }
        return found;
    }

    /// The widest way from an opening to one of these vertices, whose own room counts.
    Reach from_any(const std::vector<int>& starts, const std::vector<Reach>& reach) {
        Reach best = no_reach;
        for (const int v : starts) {
            Reach here = reach[static_cast<std::size_t>(v)];
            if (vertex(v).clearance < here.clearance) {
                Way standing;
                standing.from_place = standing.to_place = vertex(v).place;
                standing.at_from = standing.at_to = vertex(v).clearance;
                here = {vertex(v).clearance, static_cast<int>(limits_.size())};
                limits_.push_back(standing);
            }
            if (here.clearance > best.clearance) {
                best = here;
            }
        }
        return best;
    }

    /// The longest line between two of the things that a disc touches: where the disc is caught
    /// they are opposite.
    void draw_across(const Way& way, NarrowPlace& place) const {
        constexpr double touch = 1e-4;  // [m]; parallel walls that rounding has made oblique
        const Vec2 middle = way.narrowest_place();
        const auto opposite = [&](int a, int b) {
            const Segment across{closest_point(site(a).line(), middle),
                                 closest_point(site(b).line(), middle)};
            if (across.length() > place.across.length()) {
                place.across = across;
                name(a, place.fixture_a, place.leaf_a);
                name(b, place.fixture_b, place.leaf_b);
            }
        };
        if (way.first_site >= 0 && way.second_site >= 0) {
            opposite(way.first_site, way.second_site);
        }
        if (place.across.length() >= 2.0 * (way.least() - touch)) {
            return;
        }
        std::vector<int> touched;
        for (int s = 0; s < static_cast<int>(floor_.axis.sites.size()); ++s) {
            if (distance(site(s).line(), middle) <= way.least() + touch) {
                touched.push_back(s);
            }
        }
        for (std::size_t a = 0; a < touched.size(); ++a) {
            for (std::size_t b = a + 1; b < touched.size(); ++b) {
                opposite(touched[a], touched[b]);
            }
        }
    }

    void name(int index, int& fixture, int& leaf) const {
        const SiteOwner& owner = floor_.owners[static_cast<std::size_t>(index)];
        fixture = owner.fixture;
        leaf = owner.leaf;
    }

    /// What limits a way; `opening` where nothing on it is narrower than the openings themselves.
    NarrowPlace place_of(const Reach& reach, int opening) const {
        NarrowPlace place;
        place.unit = unit_;
        if (reach.clearance == no_limit) {
            place.across = opening_at(opening).clear_line();
            place.width = place.across.length();
            place.opening = opening;
            return place;
        }
        if (reach.limit < 0) {
            place.width = 0.0;
            const Vec2 middle = opening_at(opening).line.middle();
            place.across = {middle, middle};
            return place;
        }
        const Way& way = limits_[static_cast<std::size_t>(reach.limit)];
        place.across = {way.narrowest_place(), way.narrowest_place()};
        if (reach.clearance < least_clearance) {
            place.width = 0.0;
            place.fixture_a = way.fixture;
            for (const int s : {way.first_site, way.second_site}) {
                if (s >= 0 && place.fixture_a < 0 && place.leaf_a < 0) {
                    name(s, place.fixture_a, place.leaf_a);
                }
            }
        } else {
            place.width = 2.0 * reach.clearance;
            draw_across(way, place);
        }
        place.across.a += floor_.origin;
        place.across.b += floor_.origin;
        return place;
    }

    const Plan& plan_;
    int unit_ = 0;
    std::vector<int> openings_;
    UnitFloor floor_;
    WidestWays axis_ways_;                   ///< with all gaps closed
    WidestWays ways_{0};                     ///< the same with every opening's doorway
    std::vector<Way> limits_;                ///< ways_ and what else may limit a way
    std::vector<std::vector<Reach>> reach_;  ///< per opening: the widest ways from it
};

}  // namespace

ClearWidths measure_clear_widths(const Plan& plan, const Obstructions& obstructions) {
    ClearWidths widths;
    widths.units.reserve(plan.units.size());
    for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
        widths.units.push_back(measure_clear_widths(plan, obstructions, static_cast<int>(unit)));
    }
    return widths;
}

UnitWidths measure_clear_widths(const Plan& plan, const Obstructions& obstructions, int unit) {
    assert(obstructions.fixtures.size() == plan.fixtures.size());
    if (!walkable(plan.units[static_cast<std::size_t>(unit)])) {
        return {};
    }
    return UnitMeasure(plan, obstructions, unit).measure();
}

}  // namespace evac
