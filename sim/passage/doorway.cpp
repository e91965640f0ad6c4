#include "sim/passage/doorway.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace evac {

namespace {

constexpr double same_place = 1e-6;  // [m]; farther apart than two copies of one vertex
constexpr double on_gap = 2e-4;      // [m]; two steps of the grid
constexpr double hair = 2e-3;        // [m]; what rounding to the grid may move

/// What surrounds the part of the floor that is nearest to the gaps.
struct Surroundings {
    std::vector<int> gaps;      ///< sites: pieces of the gaps with free floor before them
    std::vector<int> sites;     ///< sites around, jambs among them
    std::vector<int> vertices;  ///< of the closed axis, on the border
};

bool listed(const std::vector<int>& list, int value) {
    return value >= 0 && std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<int> sorted(const std::set<int>& set) {
    return {set.begin(), set.end()};
}

Surroundings surroundings_of(const UnitFloor& floor, const std::vector<int>& openings) {
    std::set<int> gaps;
    std::set<int> sites;
    std::set<int> vertices;
    const auto gap_of = [&](int site) { return floor.owners[static_cast<std::size_t>(site)].gap; };
    for (std::size_t e = 0; e < floor.axis.edges.size(); ++e) {
        if (floor.ground[e] != UnitFloor::Ground::free) {
            continue;
        }
        const AxisEdge& edge = floor.axis.edges[e];
        const bool first = listed(openings, gap_of(edge.first_site));
        const bool second = listed(openings, gap_of(edge.second_site));
        for (const int site : {edge.first_site, edge.second_site}) {
            const bool own = listed(openings, gap_of(site));
            const bool is_point = floor.axis.sites[static_cast<std::size_t>(site)].is_point();
            if (own && !is_point) {
                gaps.insert(site);
            } else if (!own && (first || second)) {
                sites.insert(site);
            }
        }
        if (first || second) {
            vertices.insert(edge.from);
            vertices.insert(edge.to);
        }
    }
    // Where the gap ends and something else begins: the jambs.
    std::map<GridPoint, int> point_sites;
    for (std::size_t i = 0; i < floor.axis.grid_sites.size(); ++i) {
        if (floor.axis.grid_sites[i].is_point()) {
            point_sites.emplace(floor.axis.grid_sites[i].a, static_cast<int>(i));
        }
    }
    for (const int gap : gaps) {
        const GridSite& ends = floor.axis.grid_sites[static_cast<std::size_t>(gap)];
        for (const GridPoint& end : {ends.a, ends.b}) {
            const int site = point_sites.at(end);
            if (!listed(openings, gap_of(site))) {
                sites.insert(site);
            }
        }
    }
    return {sorted(gaps), sorted(sites), sorted(vertices)};
}

class OpenDoorway {
public:
    OpenDoorway(const UnitFloor& floor, const std::vector<int>& openings)
        : floor_(floor), around_(surroundings_of(floor, openings)) {
        result_.openings = openings;
        result_.nodes =
            static_cast<int>(floor.axis.vertices.size()) + static_cast<int>(openings.size());
    }

    Doorway draw() {
        if (around_.gaps.empty()) {
            add_ways_through_fixtures();
            return std::move(result_);
        }
        const MedialAxis axis = opened_axis();
        std::vector<int> nodes(axis.vertices.size());
        for (std::size_t v = 0; v < nodes.size(); ++v) {
            nodes[v] = node_at(axis.vertices[v]);
        }
        for (const AxisEdge& edge : axis.edges) {
            const int first = known_site(axis, edge.first_site);
            const int second = known_site(axis, edge.second_site);
            if (first >= 0 && second >= 0) {
                add_ways_along(arc_of(axis, edge), first, second,
                               nodes[static_cast<std::size_t>(edge.from)],
                               nodes[static_cast<std::size_t>(edge.to)]);
            }
        }
        return std::move(result_);
    }

private:
    /// A node of a way and where on the arc it is.
    struct Stop {
        double t = 0.0;
        int node = 0;
        bool at_gap = false;
    };

    const Site& site(int index) const { return floor_.axis.sites[static_cast<std::size_t>(index)]; }
    const SiteOwner& owner(int index) const {
        return floor_.owners[static_cast<std::size_t>(index)];
    }

    /// Whether a site belongs to the opening itself as far as it does not to the unit's wall.
    bool is_own(int index) const {
        return owner(index).is_wall() || listed(result_.openings, owner(index).leaf);
    }

    int node_of_opening(int opening) const {
        const auto& openings = result_.openings;
        return static_cast<int>(floor_.axis.vertices.size()) +
               static_cast<int>(std::find(openings.begin(), openings.end(), opening) -
                                openings.begin());
    }

    bool is_opening(int node) const {
        const int first = static_cast<int>(floor_.axis.vertices.size());
        return node >= first && node < first + static_cast<int>(result_.openings.size());
    }

    /// The axis of what is around, within a frame too far away to matter here that keeps all its
    /// edges finite.
    MedialAxis opened_axis() {
        std::vector<GridSite> sites;
        std::int32_t reach = 1;
        for (const int index : around_.sites) {
            const GridSite& grid = floor_.axis.grid_sites[static_cast<std::size_t>(index)];
            sites.push_back(grid);
            known_.emplace(grid, index);
            for (const std::int32_t c : {grid.a[0], grid.a[1], grid.b[0], grid.b[1]}) {
                reach = std::max(reach, std::abs(c));
            }
        }
        for (std::size_t i = 0; i < floor_.axis.grid_sites.size(); ++i) {
            const GridSite& grid = floor_.axis.grid_sites[i];
            if (grid.is_point()) {
                known_.emplace(grid, static_cast<int>(i));  // ends of the segments around
            }
        }
        const std::int32_t far = 4 * reach;
        const std::array<GridPoint, 4> frame{GridPoint{-far, -far}, GridPoint{far, -far},
                                             GridPoint{far, far}, GridPoint{-far, far}};
        for (std::size_t i = 0; i < 4; ++i) {
            sites.push_back({frame[i], frame[(i + 1) % 4]});
        }
        return medial_axis(sites, floor_.spacing);
    }

    int known_site(const MedialAxis& axis, int index) const {
        const auto place = known_.find(axis.grid_sites[static_cast<std::size_t>(index)]);
        return place == known_.end() ? -1 : place->second;
    }

    /// The vertex of the closed axis in this place, else a new node. A wall that bends by a hair at
    /// the jamb moves the vertex by a hair when the gap is opened: such neighbours are joined, for
    /// the piece of the axis between them is too short to tell on which side of the border it lies.
    int node_at(const AxisVertex& opened) {
        for (const int gap : around_.gaps) {
            if (opened.clearance >= hair && distance(site(gap).line(), opened.place) <= on_gap) {
                return node_of_opening(owner(gap).gap);
            }
        }
        constexpr double open_floor = 1e-2;  // [m]; no obstacle stands between the two
        std::vector<int> near;
        for (const int v : around_.vertices) {
            const AxisVertex& closed = floor_.axis.vertices[static_cast<std::size_t>(v)];
            const double apart = (closed.place - opened.place).norm();
            if (apart <= same_place) {
                return v;
            }
            if (apart <= hair && std::min(closed.clearance, opened.clearance) >= open_floor &&
                std::abs(closed.clearance - opened.clearance) <= apart + same_place) {
                near.push_back(v);
            }
        }
        const int node = result_.nodes++;
        for (const int v : near) {
            const AxisVertex& closed = floor_.axis.vertices[static_cast<std::size_t>(v)];
            Way way;
            way.from = node;
            way.to = v;
            way.from_place = opened.place;
            way.to_place = closed.place;
            way.at_from = opened.clearance;
            way.at_to = closed.clearance;
            result_.ways.push_back(way);
        }
        return node;
    }

    /// Whether a gap is nearer to `p` than the things around, on the side of the floor.
    bool before_gap(const Vec2& p, double clearance) const {
        double nearest = std::numeric_limits<double>::infinity();
        for (const int gap : around_.gaps) {
            nearest = std::min(nearest, distance(site(gap).line(), p));
        }
        constexpr double rounding = 1e-10;
        const bool on_floor = std::any_of(
            around_.gaps.begin(), around_.gaps.end(), [&](int gap) {
                const Segment line = site(gap).line();
                return distance(line, p) <= nearest + rounding &&
                       cross(line.b - line.a, p - line.a) > 0.0;
            });
        return on_floor && nearest < clearance - rounding;
    }

    void add_ways_along(const BisectorArc& arc, int first, int second, int from, int to) {
        std::vector<Stop> stops{{0.0, from, is_opening(from)}, {1.0, to, is_opening(to)}};
        for (const int v : around_.vertices) {
            const AxisVertex& vertex = floor_.axis.vertices[static_cast<std::size_t>(v)];
            const auto touches = [&](const Site& s) {
                return std::abs(distance(s.line(), vertex.place) - vertex.clearance) <= same_place;
            };
            const double t = parameter_of(arc, vertex.place);
            if (v != from && v != to && t > 0.0 && t < 1.0 && touches(arc.first) &&
                touches(arc.second) && (point_at(arc, t) - vertex.place).norm() <= same_place) {
                stops.push_back({t, v, false});
            }
        }
        for (const int gap : around_.gaps) {
            const int opening = node_of_opening(owner(gap).gap);
            for (const double t : crossings(arc, site(gap).line())) {
                const Vec2 p = point_at(arc, t);
                if (clearance_at(arc, p) < hair) {
                    continue;  // at the jamb: along the wall, not through the gap
                }
                // A vertex may lie on the gap itself.
                if ((p - arc.from).norm() <= on_gap) {
                    stops[0] = {0.0, opening, true};
                } else if ((p - arc.to).norm() <= on_gap) {
                    stops[1] = {1.0, opening, true};
                } else {
                    stops.push_back({t, opening, true});
                }
            }
        }
        std::stable_sort(stops.begin(), stops.end(),
                         [](const Stop& a, const Stop& b) { return a.t < b.t; });
        for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
            add_way_between(part_of(arc, stops[i].t, stops[i + 1].t), first, second, stops[i],
                            stops[i + 1]);
        }
    }

    void add_way_between(const BisectorArc& part, int first, int second, const Stop& from,
                         const Stop& to) {
        const Vec2 middle = point_at(part, 0.5);
        if (from.node == to.node || !before_gap(middle, clearance_at(part, middle))) {
            return;
        }
        Way way = way_along(part, from.node, to.node, first, second);
        // From jamb to jamb, or to a leaf that hangs there, the width is the opening's own; a fixture
        // in the gap narrows the gap itself.
        if (from.at_gap || to.at_gap) {
            const bool own = is_own(first) && is_own(second);
            const Vec2& gap = from.at_gap ? part.from : part.to;
            if (own && (way.saddle_place - gap).norm() < hair) {
                way.saddle = std::numeric_limits<double>::infinity();
            }
            way.always_counts = !own;
        }
        result_.ways.push_back(way);
    }

    /// Nothing free before the gap: the ways into it lead through what stands there, so that it can
    /// be named.
    void add_ways_through_fixtures() {
        for (std::size_t e = 0; e < floor_.axis.edges.size(); ++e) {
            const AxisEdge& edge = floor_.axis.edges[e];
            for (const int index : {edge.first_site, edge.second_site}) {
                const int gap = owner(index).gap;
                if (floor_.ground[e] != UnitFloor::Ground::fixture ||
                    !listed(result_.openings, gap)) {
                    continue;
                }
                for (const int v : {edge.from, edge.to}) {
                    const AxisVertex& vertex = floor_.axis.vertices[static_cast<std::size_t>(v)];
                    Way way;
                    way.from = node_of_opening(gap);
                    way.to = v;
                    way.from_place = way.to_place = way.saddle_place = vertex.place;
                    way.saddle = -std::max(vertex.clearance, least_clearance);
                    way.first_site = edge.first_site;
                    way.second_site = edge.second_site;
                    way.fixture = floor_.inside[e];
                    result_.ways.push_back(way);
                }
            }
        }
    }

    const UnitFloor& floor_;
    Surroundings around_;
    std::map<GridSite, int> known_;  ///< sites of the closed axis
    Doorway result_;
};

}  // namespace

Doorway doorway(const UnitFloor& floor, const std::vector<int>& openings) {
    return OpenDoorway(floor, openings).draw();
}

std::vector<std::pair<int, int>> facing_openings(const UnitFloor& floor) {
    std::set<std::pair<int, int>> pairs;
    for (std::size_t e = 0; e < floor.axis.edges.size(); ++e) {
        const AxisEdge& edge = floor.axis.edges[e];
        const int a = floor.owners[static_cast<std::size_t>(edge.first_site)].gap;
        const int b = floor.owners[static_cast<std::size_t>(edge.second_site)].gap;
        if (floor.ground[e] == UnitFloor::Ground::free && a >= 0 && b >= 0 && a != b) {
            pairs.insert(std::minmax(a, b));
        }
    }
    return {pairs.begin(), pairs.end()};
}

}  // namespace evac
