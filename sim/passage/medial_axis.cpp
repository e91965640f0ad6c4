#include "sim/passage/medial_axis.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>

namespace evac {

namespace {

constexpr double touching = 1e-6;  // [m]; a hundredth of the grid's spacing

Vec2 in_metres(const GridPoint& p, double spacing) {
    return {spacing * p[0], spacing * p[1]};
}

/// Turns and mirrors the grid with whole numbers: a similarity by the factor |(cosine, sine)|.
struct Turn {
    std::int32_t cosine = 1, sine = 0;
    bool mirrored = false;

    GridPoint operator()(const GridPoint& p) const {
        const std::int32_t y = mirrored ? -p[1] : p[1];
        return {cosine * p[0] - sine * y, sine * p[0] + cosine * y};
    }
    Vec2 back(const Vec2& p) const {
        const double c = cosine;
        const double s = sine;
        const Vec2 q = Vec2(c * p.x() + s * p.y(), c * p.y() - s * p.x()) / (c * c + s * s);
        return {q.x(), mirrored ? -q.y() : q.y()};
    }
};

/// The order in which they are tried; the last ones turn by angles that plans hardly have.
constexpr Turn turns[] = {{1, 0, false}, {0, 1, false},  {-1, 0, true}, {0, -1, true}, {2, 1, false},
                          {3, 1, true},  {-2, 3, false}, {1, -4, true}, {4, 3, false}, {-1, 7, true}};

GridSite without_direction(const GridSite& site) {
    return site.b < site.a ? GridSite{site.b, site.a} : site;
}

/// Collects sites under the numbers they have in the axis.
class SiteNumbers {
public:
    explicit SiteNumbers(const std::vector<GridSite>& sites) {
        for (const GridSite& site : sites) {
            add(site);
        }
        for (const GridSite& site : sites) {
            for (const GridPoint& end : {site.a, site.b}) {
                add({end, end});
            }
        }
    }
    const std::vector<GridSite>& all() const { return sites_; }
    int of(const GridSite& site) const { return numbers_.at(without_direction(site)); }

private:
    void add(const GridSite& site) {
        if (numbers_.emplace(without_direction(site), static_cast<int>(sites_.size())).second) {
            sites_.push_back(site);
        }
    }
    std::vector<GridSite> sites_;
    std::map<GridSite, int> numbers_;
};

/// Vertices that several circles gave are made one.
void merge_vertices(MedialAxis& axis) {
    std::vector<int> same(axis.vertices.size());
    std::iota(same.begin(), same.end(), 0);
    const auto root = [&](int v) {
        while (same[static_cast<std::size_t>(v)] != v) {
            v = same[static_cast<std::size_t>(v)];
        }
        return v;
    };
    constexpr double rounding = 1e-9;  // [m]
    for (const AxisEdge& edge : axis.edges) {
        const int from = root(edge.from);
        const int to = root(edge.to);
        if ((axis.vertices[static_cast<std::size_t>(from)].place -
             axis.vertices[static_cast<std::size_t>(to)].place)
                .norm() <= rounding) {
            same[static_cast<std::size_t>(std::max(from, to))] = std::min(from, to);
        }
    }
    std::vector<int> number(axis.vertices.size(), -1);
    std::vector<AxisVertex> kept;
    for (std::size_t v = 0; v < number.size(); ++v) {
        const auto r = static_cast<std::size_t>(root(static_cast<int>(v)));
        if (number[r] < 0) {
            number[r] = static_cast<int>(kept.size());
            kept.push_back(axis.vertices[r]);
        }
        number[v] = number[r];
    }
    axis.vertices = std::move(kept);
    for (AxisEdge& edge : axis.edges) {
        edge.from = number[static_cast<std::size_t>(edge.from)];
        edge.to = number[static_cast<std::size_t>(edge.to)];
    }
    axis.edges.erase(std::remove_if(axis.edges.begin(), axis.edges.end(),
                                    [](const AxisEdge& edge) { return edge.from == edge.to; }),
                     axis.edges.end());
}

/// The normal at the end of a segment runs through that end: to the other side of the wall where
/// two segments in line meet, round the edge of a leaf. It is cut there.
void cut_at_sites(MedialAxis& axis) {
    const std::size_t count = axis.edges.size();
    for (std::size_t e = 0; e < count; ++e) {
        const BisectorArc arc = arc_of(axis, axis.edges[e]);
        const std::optional<Vec2> middle = saddle(arc);
        if (middle && clearance_at(arc, *middle) < touching) {
            AxisEdge rest = axis.edges[e];
            rest.from = axis.edges[e].to = static_cast<int>(axis.vertices.size());
            axis.vertices.push_back({*middle, 0.0});
            axis.edges.push_back(rest);
        }
    }
}

/// How many ends of edges are not equally far from both sites, or have another site nearer.
int count_defects(const MedialAxis& axis) {
    const auto wrong = [](double a, double b) { return std::abs(a - b) > touching * (1.0 + 1e-3 * a); };
    int defects = 0;
    for (const AxisEdge& edge : axis.edges) {
        for (const int v : {edge.from, edge.to}) {
            const AxisVertex& vertex = axis.vertices[static_cast<std::size_t>(v)];
            for (const int s : {edge.first_site, edge.second_site}) {
                const Site& site = axis.sites[static_cast<std::size_t>(s)];
                defects += wrong(distance(site.line(), vertex.place), vertex.clearance) ? 1 : 0;
            }
        }
    }
    for (const AxisVertex& vertex : axis.vertices) {
        const double least = vertex.clearance - touching * (1.0 + 1e-3 * vertex.clearance);
        defects += std::any_of(axis.sites.begin(), axis.sites.end(), [&](const Site& site) {
            return distance(site.line(), vertex.place) < least;
        });
    }
    return defects;
}

MedialAxis draw(const SiteNumbers& numbers, std::size_t given, const Turn& turn, double spacing) {
    std::vector<GridSite> turned;
    std::map<GridSite, int> number_of_turned;
    turned.reserve(given);
    for (std::size_t i = 0; i < numbers.all().size(); ++i) {
        const GridSite& site = numbers.all()[i];
        const GridSite t{turn(site.a), turn(site.b)};
        number_of_turned.emplace(without_direction(t), static_cast<int>(i));
        if (i < given) {
            turned.push_back(t);
        }
    }
    const SweepDiagram diagram = sweep_diagram(turned);
    MedialAxis axis;
    axis.grid_sites = numbers.all();
    for (const GridSite& site : axis.grid_sites) {
        axis.sites.push_back({in_metres(site.a, spacing), in_metres(site.b, spacing)});
    }
    for (const Vec2& vertex : diagram.vertices) {
        axis.vertices.push_back({turn.back(vertex) * spacing, 0.0});
    }
    for (const SweepDiagram::Edge& edge : diagram.edges) {
        if (edge.from < 0 || edge.to < 0) {
            continue;
        }
        const AxisEdge kept{edge.from, edge.to,
                            number_of_turned.at(without_direction(edge.first)),
                            number_of_turned.at(without_direction(edge.second))};
        axis.edges.push_back(kept);
        const Site& site = axis.sites[static_cast<std::size_t>(kept.first_site)];
        for (const int v : {kept.from, kept.to}) {
            AxisVertex& vertex = axis.vertices[static_cast<std::size_t>(v)];
            vertex.clearance = distance(site.line(), vertex.place);
        }
    }
    merge_vertices(axis);
    cut_at_sites(axis);
    axis.defects = count_defects(axis);
    return axis;
}

/// Whether coordinates still fit into 32 bits.
bool fits(const std::vector<GridSite>& sites, const Turn& turn) {
    std::int64_t reach = 0;
    for (const GridSite& site : sites) {
        for (const std::int64_t c : {site.a[0], site.a[1], site.b[0], site.b[1]}) {
            reach = std::max(reach, std::abs(c));
        }
    }
    return reach * (std::abs(turn.cosine) + std::abs(turn.sine)) < (std::int64_t{1} << 31);
}

}  // namespace

MedialAxis medial_axis(const std::vector<GridSite>& sites, double spacing) {
    const SiteNumbers numbers(sites);
    MedialAxis best;
    bool first = true;
    for (const Turn& turn : turns) {
        if (!fits(sites, turn)) {
            continue;
        }
        MedialAxis axis = draw(numbers, sites.size(), turn, spacing);
        if (first || axis.defects < best.defects) {
            best = std::move(axis);
            first = false;
        }
        if (best.defects == 0) {
            break;
        }
    }
    return best;
}

BisectorArc arc_of(const MedialAxis& axis, const AxisEdge& edge) {
    return {axis.sites[static_cast<std::size_t>(edge.first_site)],
            axis.sites[static_cast<std::size_t>(edge.second_site)],
            axis.vertices[static_cast<std::size_t>(edge.from)].place,
            axis.vertices[static_cast<std::size_t>(edge.to)].place};
}

}  // namespace evac
