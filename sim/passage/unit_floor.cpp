#include "sim/passage/unit_floor.hpp"

#include <map>
#include <numeric>
#include <utility>

namespace evac {

namespace {

std::vector<GridSite> sites_of(const std::vector<FloorLine>& lines) {
    std::vector<GridSite> sites;
    sites.reserve(lines.size());
    for (const FloorLine& line : lines) {
        sites.push_back({line.a, line.b});
    }
    return sites;
}

/// Lines are the first sites; a point belongs to what ends there: a wall before anything else.
std::vector<SiteOwner> owners_of(const std::vector<FloorLine>& lines, const MedialAxis& axis) {
    std::vector<SiteOwner> owners;
    owners.reserve(axis.sites.size());
    struct Ends {
        SiteOwner owner;
        bool wall = false;
        bool only_gap = true;
    };
    std::map<GridPoint, Ends> at_point;
    for (const FloorLine& line : lines) {
        const SiteOwner owner{line.gap, line.fixture, line.leaf};
        owners.push_back(owner);
        for (const GridPoint& end : {line.a, line.b}) {
            const auto [place, fresh] = at_point.try_emplace(end, Ends{owner, false, true});
            Ends& ends = place->second;
            ends.wall = ends.wall || (owner.gap < 0 && owner.is_wall());
            ends.only_gap = ends.only_gap && owner.gap >= 0 && owner.gap == ends.owner.gap;
            if (!fresh && ends.owner.is_wall()) {
                ends.owner.fixture = owner.fixture;
                ends.owner.leaf = owner.leaf;
            }
        }
    }
    for (std::size_t i = lines.size(); i < axis.grid_sites.size(); ++i) {
        const Ends& ends = at_point.at(axis.grid_sites[i].a);
        SiteOwner owner = ends.wall ? SiteOwner{} : ends.owner;
        owner.gap = ends.only_gap ? ends.owner.gap : -1;
        owners.push_back(owner);
    }
    return owners;
}

/// Which edges hang together without touching anything: they lie on the same ground.
std::vector<int> patches(const MedialAxis& axis) {
    std::vector<int> parent(axis.edges.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](int i) {
        while (parent[static_cast<std::size_t>(i)] != i) {
            auto& up = parent[static_cast<std::size_t>(i)];
            up = parent[static_cast<std::size_t>(up)];
            i = up;
        }
        return i;
    };
    std::vector<int> first_edge(axis.vertices.size(), -1);
    for (std::size_t e = 0; e < axis.edges.size(); ++e) {
        for (const int vertex : {axis.edges[e].from, axis.edges[e].to}) {
            const auto v = static_cast<std::size_t>(vertex);
            if (axis.vertices[v].clearance < least_clearance) {
                continue;
            }
            if (first_edge[v] < 0) {
                first_edge[v] = static_cast<int>(e);
            }
            parent[static_cast<std::size_t>(root(static_cast<int>(e)))] = root(first_edge[v]);
        }
    }
    std::vector<int> patch(axis.edges.size());
    for (std::size_t e = 0; e < axis.edges.size(); ++e) {
        patch[e] = root(static_cast<int>(e));
    }
    return patch;
}

struct PresentFixture {
    int index;
    Box box;
};

}  // namespace

UnitFloor unit_floor(const Plan& plan, const Obstructions& obstructions, int unit,
                     const std::vector<int>& openings) {
    UnitFloor floor;
    const FloorLines drawn = floor_lines(plan, obstructions, unit, openings);
    floor.origin = drawn.origin;
    floor.spacing = drawn.spacing;
    floor.axis = medial_axis(sites_of(drawn.lines), drawn.spacing);
    floor.owners = owners_of(drawn.lines, floor.axis);

    std::vector<PresentFixture> present;
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        if (plan.fixtures[i].unit == unit && obstructions.fixtures[i] != 0) {
            present.push_back({static_cast<int>(i), bounding_box(plan.fixtures[i].polygon)});
        }
    }
    // Of every patch the place with most room is asked for: far from all lines, rounding cannot
    // move it to the other side of one.
    const std::vector<int> patch = patches(floor.axis);
    const std::size_t count = floor.axis.edges.size();
    struct Room {
        double clearance = -1.0;
        Vec2 place = Vec2::Zero();
    };
    std::vector<Room> widest(count);
    for (std::size_t e = 0; e < count; ++e) {
        const AxisEdge& edge = floor.axis.edges[e];
        const BisectorArc arc = arc_of(floor.axis, edge);
        Room& best = widest[static_cast<std::size_t>(patch[e])];
        for (const double t : {0.5, 0.0, 1.0}) {
            const Vec2 p = point_at(arc, t);
            const double clearance = clearance_at(arc, p);
            if (clearance > best.clearance) {
                best = {clearance, p};
            }
        }
    }
    std::vector<UnitFloor::Ground> ground(count, UnitFloor::Ground::behind_wall);
    std::vector<int> inside(count, -1);
    const Polygon& polygon = plan.units[static_cast<std::size_t>(unit)].polygon;
    for (std::size_t e = 0; e < count; ++e) {
        if (patch[e] != static_cast<int>(e)) {
            continue;
        }
        const Vec2 p = floor.origin + widest[e].place;
        if (!contains(polygon, p)) {
            continue;
        }
        ground[e] = UnitFloor::Ground::free;
        for (const PresentFixture& fixture : present) {
            if (fixture.box.contains(p) &&
                contains(plan.fixtures[static_cast<std::size_t>(fixture.index)].polygon, p)) {
                ground[e] = UnitFloor::Ground::fixture;
                inside[e] = fixture.index;
                break;
            }
        }
    }
    floor.ground.reserve(count);
    floor.inside.reserve(count);
    for (std::size_t e = 0; e < count; ++e) {
        floor.ground.push_back(ground[static_cast<std::size_t>(patch[e])]);
        floor.inside.push_back(inside[static_cast<std::size_t>(patch[e])]);
    }
    return floor;
}

}  // namespace evac
