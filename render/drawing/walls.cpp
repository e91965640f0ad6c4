#include "render/drawing/walls.hpp"

#include <algorithm>

namespace evac::render {

namespace {

// Units may stand back from the line of an opening (5 cm by the format, a little more where a
// wall is curved): what is this near to the line belongs to the gap.
constexpr double reach = 0.12;  // [m]

struct Cut {
    double from = 0.0;  // along an edge, 0 to 1
    double to = 0.0;
};

std::vector<Cut> cuts_of_edge(const Segment& edge, const std::vector<Segment>& gaps) {
    std::vector<Cut> cuts;
    const double length = edge.length();
    const Vec2 along = (edge.b - edge.a) / length;
    for (const Segment& gap : gaps) {
        const Vec2 a = gap.a - edge.a;
        const Vec2 b = gap.b - edge.a;
        if (std::abs(cross(along, a)) > reach || std::abs(cross(along, b)) > reach) {
            continue;
        }
        const double from = std::clamp(std::min(along.dot(a), along.dot(b)) / length, 0.0, 1.0);
        const double to = std::clamp(std::max(along.dot(a), along.dot(b)) / length, 0.0, 1.0);
        if (to > from) {
            cuts.push_back({from, to});
        }
    }
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.from < b.from; });
    return cuts;
}

void add_ring(std::vector<WallRun>& runs, const Ring& ring, const std::vector<Segment>& gaps) {
    const std::size_t first = runs.size();
    WallRun run;
    const auto finish = [&] {
        if (run.points.size() > 1) {
            runs.push_back(run);
        }
        run.points.clear();
    };
    const auto is_corner = [&](const Vec2& p) {
        return std::find(ring.begin(), ring.end(), p) != ring.end();
    };
    bool cut_anywhere = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Segment edge{ring[i], ring[(i + 1) % ring.size()]};
        if (edge.length() == 0.0) {
            continue;
        }
        const auto point = [&](double t) { return Vec2(edge.a + t * (edge.b - edge.a)); };
        double position = 0.0;
        if (run.points.empty()) {
            run.points.push_back(edge.a);
        }
        for (const Cut& cut : cuts_of_edge(edge, gaps)) {
            cut_anywhere = true;
            if (cut.from > position) {
                run.points.push_back(point(cut.from));
            }
            finish();
            position = std::max(position, cut.to);
            run.points.push_back(point(position));
        }
        if (position < 1.0) {
            run.points.push_back(edge.b);
        } else {
            run.points.clear();
        }
    }
    if (run.points.empty() && !cut_anywhere) {
        return;  // a ring without extent
    }
    if (!cut_anywhere) {
        run.points.pop_back();  // the first corner again
        run.closed = true;
        runs.push_back(run);
        return;
    }
    // The last run goes on where the first began, unless a gap lies at that corner.
    if (run.points.size() > 1 && runs.size() > first &&
        runs[first].points.front() == ring.front()) {
        run.points.insert(run.points.end(), runs[first].points.begin() + 1,
                          runs[first].points.end());
        runs[first].points = run.points;
    } else {
        finish();
    }
    for (std::size_t i = first; i < runs.size(); ++i) {
        runs[i].from_corner = is_corner(runs[i].points.front());
        runs[i].to_corner = is_corner(runs[i].points.back());
    }
}

}  // namespace

std::vector<WallRun> wall_runs(const Plan& plan, int unit, const std::vector<int>& openings) {
    std::vector<Segment> gaps;
    for (const int index : openings) {
        gaps.push_back(plan.openings[static_cast<std::size_t>(index)].clear_line());
    }
    std::vector<WallRun> runs;
    const Polygon& polygon = plan.units[static_cast<std::size_t>(unit)].polygon;
    add_ring(runs, polygon.outer, gaps);
    for (const Ring& hole : polygon.holes) {
        add_ring(runs, hole, gaps);
    }
    return runs;
}

}  // namespace evac::render
