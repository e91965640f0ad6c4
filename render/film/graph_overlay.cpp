#include "render/film/graph_overlay.hpp"

#include "render/drawing/severity.hpp"
#include "render/drawing/theme.hpp"
#include "render/film/setting.hpp"
#include "sim/findings/site.hpp"
#include "sim/passage/minimum_cut.hpp"
#include "sim/text/problem.hpp"

#include <fmt/format.h>

#include <Eigen/Eigenvalues>

#include <algorithm>

namespace evac::render {

namespace {

constexpr double room_for_widths = 12.0;  // [px/m]

/// Thick enough to see, in proportion to the width [px].
double thickness(double clear_width) {
    return std::clamp(1.5 + 1.5 * clear_width, 2.0, 8.0);
}

/// Where the edge to an opening leaves the unit's knot: in a corridor, which is much longer than
/// wide, the knot is drawn out to a line along its middle, and doors join it where they are.
class Knot {
public:
    explicit Knot(const Unit& unit) : unit_(unit), middle_(label_point(unit.polygon)) {
        const Ring& ring = unit.polygon.outer;
        Eigen::Matrix2d spread = Eigen::Matrix2d::Zero();
        for (const Vec2& p : ring) {
            spread += (p - middle_) * (p - middle_).transpose();
        }
        const Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d> axes(spread);
        constexpr double long_enough = 16.0;  // four times as long as wide, squared
        drawn_out_ = axes.eigenvalues()(1) > long_enough * axes.eigenvalues()(0);
        along_ = axes.eigenvectors().col(1);
    }

    const Vec2& middle() const { return middle_; }
    Vec2 end_for(const Vec2& opening) const {
        const Vec2 foot = middle_ + (opening - middle_).dot(along_) * along_;
        return drawn_out_ && contains(unit_.polygon, foot) ? foot : middle_;
    }

private:
    const Unit& unit_;
    Vec2 middle_;
    Vec2 along_ = Vec2::UnitX();
    bool drawn_out_ = false;
};

}  // namespace

Drawing graph_overlay(const Plan& plan, const LevelParts& parts, const std::vector<char>* cut,
                      const BuildingState& state, double pixels_per_metre) {
    Drawing edges;
    Drawing knots;
    for (const int u : parts.units) {
        const Unit& unit = unit_at(plan, u);
        if (!walkable(unit) || unit.kind == UnitKind::outdoors) {
            continue;
        }
        const Knot knot(unit);
        for (const int o : parts.openings_of_unit[static_cast<std::size_t>(u)]) {
            const auto index = static_cast<std::size_t>(o);
            if (state.doors[index] != BuildingState::Door::open) {
                continue;
            }
            const Opening& opening = plan.openings[index];
            const bool limits = cut != nullptr && (*cut)[index] != 0;
            const Vec2 end = knot.end_for(opening.line.middle());
            edges.add(Line{{knot.middle(), end, opening.line.middle()},
                           Pen{limits ? pointer_colour : graph_colour,
                               0.0,
                               thickness(opening.clear_width),
                               {},
                               true},
                           false});
        }
        knots.add(Mark{knot.middle(),
                       {Area{{circle(Vec2::Zero(), 6.0)},
                             theme::paper,
                             {},
                             Pen{graph_colour, 0.0, 3.0, {}, false}}}});
    }
    for (const int o : parts.openings) {
        const auto index = static_cast<std::size_t>(o);
        const Opening& opening = plan.openings[index];
        const bool limits = cut != nullptr && (*cut)[index] != 0;
        if (limits) {
            knots.add(Line{
                {opening.line.a, opening.line.b}, Pen{pointer_colour, 0.2, 8.0, {}, true}, false});
        }
        if (limits || pixels_per_metre > room_for_widths) {
            const TextStyle style{18.0, limits ? pointer_colour : graph_colour, true, theme::paper};
            knots.add(Mark{opening.line.middle(),
                           {Text{Vec2(0.0, 14.0), fmt::format("{:.2f}", opening.clear_width), style,
                                 Align::centre, false}}});
        }
    }
    edges.add(std::move(knots));
    return edges;
}

std::shared_ptr<const std::vector<char>> limiting_openings(const Scenario& scenario) {
    try {
        const Site site(scenario);
        const FlowNetwork network = build_flow_network(site.flow_site(site.inspection.closed));
        auto cut = std::make_shared<std::vector<char>>(site.plan().openings.size(), 0);
        for (const int arc : minimum_cut(network).arcs) {
            const int opening = network.arcs[static_cast<std::size_t>(arc)].opening;
            if (opening >= 0) {
                (*cut)[static_cast<std::size_t>(opening)] = 1;
            }
        }
        return cut;
    } catch (const InputError&) {
        return nullptr;  // told where the drill is run
    }
}

std::shared_ptr<const std::vector<char>> limiting_openings(const std::filesystem::path& drill_file,
                                                           const Plan& shown) {
    try {
        const Scenario scenario = read_scenario(drill_file);
        return same_building(scenario.plan, shown) ? limiting_openings(scenario) : nullptr;
    } catch (const InputError&) {
        return nullptr;
    }
}

}  // namespace evac::render
