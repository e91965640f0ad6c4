#include "tools/import/tidy.hpp"

#include "sim/plan/check.hpp"
#include "tools/import/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace evac {

namespace {

/// What is left of a unit below this is no room but a drawing error [m2].
constexpr double sliver = 0.2;

/// Shares corners between the units of one level. Looks corners up in squares of twice the
/// snapping distance, in a sorted map so that the result never depends on addresses.
class Corners {
public:
    /// The shared corner at `p`, a new one when none is near.
    Vec2 shared(const Vec2& p) {
        const auto [column, row] = square(p);
        for (int i = column - 1; i <= column + 1; ++i) {
            for (int j = row - 1; j <= row + 1; ++j) {
                const auto found = squares_.find({i, j});
                if (found == squares_.end()) {
                    continue;
                }
                for (const Vec2& corner : found->second) {
                    if ((corner - p).norm() <= snap_distance) {
                        return corner;
                    }
                }
            }
        }
        const Vec2 rounded(std::round(p.x() * 1e3) / 1e3, std::round(p.y() * 1e3) / 1e3);
        squares_[square(rounded)].push_back(rounded);
        return rounded;
    }

    /// Shared corners that lie on the edge (a, b), between its ends, in order.
    std::vector<Vec2> on_edge(const Vec2& a, const Vec2& b) const {
        const Segment edge{a, b};
        const double length = edge.length();
        std::vector<std::pair<double, Vec2>> found;
        const auto [c0, r0] = square(a.cwiseMin(b) - Vec2(snap_distance, snap_distance));
        const auto [c1, r1] = square(a.cwiseMax(b) + Vec2(snap_distance, snap_distance));
        for (int column = c0; column <= c1; ++column) {
            auto at = squares_.lower_bound({column, r0});
            for (; at != squares_.end() && at->first <= std::pair(column, r1); ++at) {
                for (const Vec2& p : at->second) {
                    const double along = (p - a).dot(b - a) / length;
                    if (along > snap_distance && along < length - snap_distance &&
                        distance(edge, p) <= snap_distance) {
                        found.emplace_back(along, p);
                    }
                }
            }
        }
        std::sort(found.begin(), found.end(),
                  [](const auto& p, const auto& q) { return p.first < q.first; });
        std::vector<Vec2> points;
        for (const auto& [along, p] : found) {
            points.push_back(p);
        }
        return points;
    }

private:
    static std::pair<int, int> square(const Vec2& p) {
        return {static_cast<int>(std::floor(p.x() / (2.0 * snap_distance))),
                static_cast<int>(std::floor(p.y() / (2.0 * snap_distance)))};
    }

    std::map<std::pair<int, int>, std::vector<Vec2>> squares_;
};

/// Without repeated corners and without spikes that run out and back.
Ring cleaned(const Ring& ring) {
    Ring result = ring;
    bool changed = true;
    while (changed && result.size() >= 3) {
        changed = false;
        for (std::size_t i = 0; i < result.size() && result.size() >= 3; ++i) {
            const std::size_t n = result.size();
            const Vec2& before = result[(i + n - 1) % n];
            const Vec2& here = result[i];
            const Vec2& after = result[(i + 1) % n];
            const bool spike = before == after;
            if (here == after || spike) {
                result.erase(result.begin() + static_cast<Ring::difference_type>(i));
                changed = true;
                --i;
            }
        }
    }
    return result.size() >= 3 ? result : Ring{};
}

Ring with_shared_corners(const Ring& ring, Corners& corners) {
    Ring moved;
    for (const Vec2& p : ring) {
        moved.push_back(corners.shared(p));
    }
    return moved;
}

Ring with_corners_of_neighbours(const Ring& ring, const Corners& corners) {
    Ring full;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2& a = ring[i];
        const Vec2& b = ring[(i + 1) % ring.size()];
        full.push_back(a);
        if (a != b) {
            const auto between = corners.on_edge(a, b);
            full.insert(full.end(), between.begin(), between.end());
        }
    }
    return cleaned(full);
}

using Units = std::vector<DrawnUnit*>;

void for_each_ring(const Units& units, const auto& change) {
    for (DrawnUnit* unit : units) {
        unit->polygon.outer = change(unit->polygon.outer);
        for (Ring& hole : unit->polygon.holes) {
            hole = change(hole);
        }
        std::erase_if(unit->polygon.holes, [](const Ring& hole) { return hole.empty(); });
        if (!unit->polygon.outer.empty()) {
            orient(unit->polygon);
        }
    }
}

/// Neighbours get the same corners and, where their edges run together, the same edges.
void snap(const Units& units) {
    Corners corners;
    for_each_ring(units, [&](const Ring& ring) { return with_shared_corners(ring, corners); });
    for_each_ring(units,
                  [&](const Ring& ring) { return with_corners_of_neighbours(ring, corners); });
}

std::string name_of(const DrawnUnit& unit) {
    const std::string name = unit.name.in(Language::en);
    return name.empty() ? unit.category : name;
}

class Tidying {
public:
    Tidying(Drawing& drawing, ImportReport& report) : drawing_(drawing), report_(report) {}

    void run() {
        untangle_units();
        for (std::size_t level = 0; level < drawing_.levels.size(); ++level) {
            fit_level(static_cast<int>(level));
        }
        drop_slivers();
    }

private:
    void tell(const char* kind, const DrawnUnit& unit, const Vec2& where, Message text,
              Message suggestion) {
        report_.problems.push_back({kind, drawing_.levels[static_cast<std::size_t>(unit.level)].id,
                                    where, unit.id, std::move(text), std::move(suggestion)});
    }

    void untangle_units() {
        for (DrawnUnit& unit : drawing_.units) {
            if (is_simple(unit.polygon)) {
                continue;
            }
            const double before = area(unit.polygon);
            const std::vector<Polygon> pieces = untangle(unit.polygon);
            tell("outline_repaired", unit, unit.polygon.outer.front(),
                 message(MessageId::import_outline_repaired, name_of(unit),
                         fmt::format("{:.2f}", before),
                         fmt::format("{:.2f}", pieces.empty() ? 0.0 : area(pieces.front()))),
                 message(MessageId::import_outline_repaired_remedy));
            unit.polygon = pieces.empty() ? Polygon{} : pieces.front();
        }
        std::erase_if(drawing_.units,
                      [](const DrawnUnit& unit) { return unit.polygon.outer.empty(); });
    }

    Units units_of(int level) {
        Units units;
        for (DrawnUnit& unit : drawing_.units) {
            if (unit.level == level && !unit.polygon.outer.empty()) {
                units.push_back(&unit);
            }
        }
        return units;
    }

    void fit_level(int level) {
        constexpr int rounds = 4;  // cutting makes new corners, sharing them may move an edge
        for (int round = 0; round < rounds; ++round) {
            snap(units_of(level));
            if (!cut_overlaps(level)) {
                return;
            }
        }
    }

    /// Cuts what two units share out of the larger one. Whether anything was cut.
    bool cut_overlaps(int level) {
        bool cut = false;
        std::vector<DrawnUnit> pieces;
        const Units units = units_of(level);
        for (std::size_t i = 0; i < units.size(); ++i) {
            for (std::size_t j = i + 1; j < units.size(); ++j) {
                const double shared = overlap_area(units[i]->polygon, units[j]->polygon);
                if (shared <= 0.2 * overlap_tolerance) {  // the checker's limit is never near
                    continue;
                }
                const bool first_is_larger = area(units[i]->polygon) >= area(units[j]->polygon);
                DrawnUnit& larger = first_is_larger ? *units[i] : *units[j];
                const DrawnUnit& smaller = first_is_larger ? *units[j] : *units[i];
                cut_out(larger, smaller, shared, pieces);
                cut = true;
            }
        }
        drawing_.units.insert(drawing_.units.end(), pieces.begin(), pieces.end());
        return cut;
    }

    void cut_out(DrawnUnit& larger, const DrawnUnit& smaller, double shared,
                 std::vector<DrawnUnit>& pieces) {
        const auto common = intersection(larger.polygon, smaller.polygon);
        const std::vector<Polygon> left = difference(larger.polygon, smaller.polygon);
        constexpr double visible = 0.01;  // [m2]: less is rounding and nobody's concern
        if (shared > visible) {
            tell("overlap_cut", larger, label_point(common.front()),
                 message(MessageId::import_overlap_cut, name_of(larger), name_of(smaller),
                         fmt::format("{:.2f}", shared)),
                 message(MessageId::import_overlap_cut_remedy));
        }
        larger.polygon = left.empty() ? Polygon{} : left.front();
        for (std::size_t k = 1; k < left.size(); ++k) {
            if (area(left[k]) < sliver) {
                continue;
            }
            DrawnUnit piece = larger;
            piece.id += fmt::format("/piece-{}", ++pieces_made_);
            piece.polygon = left[k];
            tell("unit_split", piece, label_point(piece.polygon),
                 message(MessageId::import_unit_split, name_of(larger), name_of(smaller)),
                 message(MessageId::import_unit_split_remedy));
            pieces.push_back(std::move(piece));
        }
    }

    void drop_slivers() {
        for (const DrawnUnit& unit : drawing_.units) {
            if (is_sliver(unit)) {
                const Vec2 where =
                    unit.polygon.outer.empty() ? Vec2(Vec2::Zero()) : unit.polygon.outer.front();
                tell("unit_dropped", unit, where,
                     message(MessageId::import_unit_dropped, name_of(unit)),
                     message(MessageId::import_unit_dropped_remedy));
            }
        }
        std::erase_if(drawing_.units, is_sliver);
    }

    static bool is_sliver(const DrawnUnit& unit) {
        return unit.polygon.outer.empty() || area(unit.polygon) < sliver ||
               !is_simple(unit.polygon);
    }

    Drawing& drawing_;
    ImportReport& report_;
    int pieces_made_ = 0;
};

}  // namespace

void tidy(Drawing& drawing, ImportReport& report) {
    Tidying(drawing, report).run();
}

}  // namespace evac
