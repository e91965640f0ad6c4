#include "tools/import/exits.hpp"

#include "tools/import/openings.hpp"
#include "tools/import/overlay.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace evac {

namespace {

/// Widths of the doors proposed [m]: a double leaf for a main exit, a wide single leaf on stairs;
/// and the least that is worth a proposal.
constexpr double main_width = 1.8;
constexpr double stair_width = 1.2;
constexpr double least_width = 0.9;

/// Proposals on one level stand at least this far apart [m], so that a long corridor gets an exit
/// per wing and not one per window.
constexpr double spacing = 30.0;

/// An outer edge this many times longer than the room behind it is deep is the long side of a
/// corridor, not its end and not the front of a hall.
constexpr double long_side = 2.5;

std::size_t index(int i) {
    return static_cast<std::size_t>(i);
}

bool level_is_ground(const Plan& plan, int level) {
    constexpr double few_steps = 0.5;  // [m]
    return std::abs(plan.levels[index(level)].elevation) < few_steps &&
           !plan.levels[index(level)].outdoors;
}

bool is_at_ground(const Plan& plan, const Unit& unit) {
    constexpr double few_steps = 0.5;  // [m]
    return level_is_ground(plan, unit.level) && std::abs(unit.elevation) < few_steps;
}

struct OuterEdge {
    Segment line;
    bool symmetric = false;  ///< a front or an end: it turns the same way at both its corners
};

/// Straight stretches of an outline, corners that do not turn taken out.
std::vector<OuterEdge> straight_edges(const Ring& ring) {
    std::vector<Vec2> corners;
    std::vector<bool> convex;
    const std::size_t n = ring.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 in = ring[i] - ring[(i + n - 1) % n];
        const Vec2 out = ring[(i + 1) % n] - ring[i];
        constexpr double straight = 0.05;  // sine of 3 degrees
        const double turn = cross(in, out);
        if (std::abs(turn) > straight * in.norm() * out.norm() || in.dot(out) < 0.0) {
            corners.push_back(ring[i]);
            convex.push_back(turn > 0.0);
        }
    }
    std::vector<OuterEdge> result;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const std::size_t next = (i + 1) % corners.size();
        result.push_back({{corners[i], corners[next]}, convex[i] == convex[next]});
    }
    return result;
}

/// How far one can walk inwards from the middle of an edge before a wall comes [m].
double depth_behind(const Polygon& polygon, const Segment& edge) {
    const Vec2 inward = left_of((edge.b - edge.a).normalized());
    constexpr double step = 0.5;       // [m]
    constexpr double farthest = 50.0;  // [m]
    double depth = step;
    while (depth < farthest && contains(polygon, edge.middle() + depth * inward)) {
        depth += step;
    }
    return depth;
}

class Proposing {
public:
    Proposing(const Drawing& drawing, const Plan& plan) : drawing_(drawing), plan_(plan) {}

    std::vector<Opening> run(const std::vector<Opening>& outward) {
        chosen_ = doors_at_ground(plan_, outward);
        for (std::size_t level = 0; level < plan_.levels.size(); ++level) {
            if (level_is_ground(plan_, static_cast<int>(level))) {
                look_at_level(static_cast<int>(level));
            }
        }
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) {
            constexpr double longer = 0.01;  // [m]: not by rounding
            return a.rank != b.rank ? a.rank < b.rank : a.edge.length() > b.edge.length() + longer;
        });
        for (const Candidate& candidate : candidates_) {
            take_if_far_from_others(candidate);
        }
        return std::move(chosen_);
    }

private:
    struct Candidate {
        int unit;
        Segment edge;  ///< the free stretch of wall
        double width;
        int rank;  ///< lower is likelier an exit
    };

    void look_at_level(int level) {
        std::vector<Polygon> covered;
        for (const Unit& unit : plan_.units) {
            if (unit.level == level) {
                covered.push_back(unit.polygon);
            }
        }
        courtyards_.clear();
        for (const Polygon& block : unite(covered)) {
            for (const Ring& hole : block.holes) {
                courtyards_.push_back({hole, {}});
                orient(courtyards_.back());
            }
        }
        for (std::size_t i = 0; i < plan_.units.size(); ++i) {
            const Unit& unit = plan_.units[i];
            if (unit.level == level && unit.kind == UnitKind::passage &&
                is_at_ground(plan_, unit)) {
                for (const OuterEdge& edge : straight_edges(unit.polygon.outer)) {
                    look_at_edge(static_cast<int>(i), edge);
                }
            }
        }
    }

    static int rank_of(const Unit& unit, const OuterEdge& edge) {
        static constexpr std::array entrances{"lobby", "vestibule", "foyer", "entrance"};
        for (const char* name : entrances) {
            if (unit.category.find(name) != std::string::npos) {
                return 0;
            }
        }
        const double length = edge.line.length();
        if (!edge.symmetric || length > long_side * depth_behind(unit.polygon, edge.line)) {
            return 3;
        }
        return unit.category == "stairs" ? 2 : 1;
    }

    void look_at_edge(int u, const OuterEdge& edge) {
        const Unit& unit = plan_.units[index(u)];
        const bool stair = unit.category == "stairs";
        for (const Segment& free : free_stretches(unit.level, edge.line)) {
            constexpr double jambs = 0.2;  // [m]: wall left on both sides of the door
            const double room = free.length() - jambs;
            const double width = std::min(stair ? stair_width : main_width, room);
            if (width >= least_width) {
                candidates_.push_back({u, free, width, rank_of(unit, edge)});
            }
        }
    }

    /// Parts of an edge behind which there is only open air. The area lies to the left of the edge.
    std::vector<Segment> free_stretches(int level, const Segment& edge) const {
        const double length = edge.length();
        const Vec2 d = (edge.b - edge.a) / length;
        const Vec2 out = -left_of(d);
        constexpr double step = 0.1;  // [m]
        const int steps = static_cast<int>(length / step);
        std::vector<Segment> stretches;
        double from = -1.0;
        for (int i = 0; i <= steps + 1; ++i) {
            const double along = (i + 0.5) * step;
            const bool free = i < steps && is_open_air(level, edge.a + along * d, out);
            if (free && from < 0.0) {
                from = along - 0.5 * step;
            } else if (!free && from >= 0.0) {
                const double to = along - 0.5 * step;
                stretches.push_back({edge.a + from * d, edge.a + to * d});
                from = -1.0;
            }
        }
        return stretches;
    }

    bool is_open_air(int level, const Vec2& wall, const Vec2& out) const {
        // Just behind the wall, and where somebody stands who has come out.
        for (const double reach : {0.15, 0.5, 1.0, 2.0}) {
            const Vec2 p = wall + reach * out;
            for (const Unit& unit : plan_.units) {
                if (unit.level == level && contains(unit.polygon, p)) {
                    return false;
                }
            }
            // A storey's outline follows the outer walls, whose thickness it may include.
            constexpr double outer_wall = 0.9;  // [m]
            if (reach > outer_wall && inside_any(outlines(level), p)) {
                return false;
            }
            if (inside_any(courtyards_, p)) {
                return false;
            }
        }
        return true;
    }

    const std::vector<Polygon>& outlines(int level) const {
        static const std::vector<Polygon> none;
        for (const DrawnLevel& drawn : drawing_.levels) {
            if (drawn.id == plan_.levels[index(level)].id) {
                return drawn.outline;
            }
        }
        return none;
    }

    static bool inside_any(const std::vector<Polygon>& polygons, const Vec2& p) {
        return std::any_of(polygons.begin(), polygons.end(),
                           [&](const Polygon& polygon) { return contains(polygon, p); });
    }

    void take_if_far_from_others(const Candidate& candidate) {
        const Unit& unit = plan_.units[index(candidate.unit)];
        const Vec2 middle = candidate.edge.middle();
        for (const Opening& other : chosen_) {
            if (plan_.units[index(other.units[0])].level == unit.level &&
                (other.line.middle() - middle).norm() < spacing) {
                return;
            }
        }
        const Vec2 half =
            0.5 * candidate.width * (candidate.edge.b - candidate.edge.a).normalized();
        const auto rounded = [](const Vec2& p) {
            return Vec2(std::round(p.x() * 1e3) / 1e3, std::round(p.y() * 1e3) / 1e3);
        };
        Opening exit;
        exit.id = fmt::format("proposed-exit-{}", ++proposed_);
        exit.category = "emergencyexit";
        exit.line = {rounded(middle - half), rounded(middle + half)};
        exit.units = {candidate.unit, outside};
        exit.clear_width = exit.line.length();
        exit.leaf = candidate.width > stair_width ? Leaf::double_leaf : Leaf::single;
        exit.exit = true;
        exit.elevation = unit.elevation;
        exit.source = {drawing_.source.filename().string(), "", 0.3};
        chosen_.push_back(std::move(exit));
    }

    const Drawing& drawing_;
    const Plan& plan_;
    std::vector<Polygon> courtyards_;  ///< closed on all sides, of the level looked at
    std::vector<Candidate> candidates_;
    std::vector<Opening> chosen_;
    int proposed_ = 0;
};

}  // namespace

std::vector<Opening> doors_at_ground(const Plan& plan, const std::vector<Opening>& outward) {
    std::vector<Opening> exits;
    for (const Opening& opening : outward) {
        if (is_at_ground(plan, plan.units[index(opening.units[0])])) {
            exits.push_back(opening);
            exits.back().exit = true;
        }
    }
    return exits;
}

std::vector<Opening> propose_exits(const Drawing& drawing, const Plan& plan,
                                   const std::vector<Opening>& outward) {
    return Proposing(drawing, plan).run(outward);
}

std::vector<int> units_cut_off(const Plan& plan) {
    const auto by_unit = openings_by_unit(plan);
    std::vector<char> reached(plan.units.size(), 0);
    std::vector<int> open;
    for (const Opening& opening : plan.openings) {
        if (opening.exit && opening.lock != Lock::locked && !reached[index(opening.units[0])]) {
            reached[index(opening.units[0])] = 1;
            open.push_back(opening.units[0]);
        }
    }
    while (!open.empty()) {
        const int here = open.back();
        open.pop_back();
        for (const int o : by_unit[index(here)]) {
            const Opening& opening = plan.openings[index(o)];
            const int other = beyond(opening, here);
            if (opening.lock != Lock::locked && other != outside && !reached[index(other)] &&
                walkable(plan.units[index(other)])) {
                reached[index(other)] = 1;
                open.push_back(other);
            }
        }
    }
    std::vector<int> cut_off;
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        if (!reached[i] && walkable(plan.units[i])) {
            cut_off.push_back(static_cast<int>(i));
        }
    }
    return cut_off;
}

}  // namespace evac
