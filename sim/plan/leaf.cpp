#include "sim/plan/leaf.hpp"

namespace evac {

Vec2 direction_across(const Plan& plan, const Opening& opening) {
    const Segment& line = opening.line;
    if (line.length() == 0.0) {
        return Vec2::UnitX();
    }
    const Vec2 normal = left_of((line.b - line.a).normalized());
    const Polygon& first = plan.units[static_cast<std::size_t>(opening.units[0])].polygon;
    // A step to one side and look: further steps help where the unit stands back from the line.
    for (const double step : {0.1, 0.3}) {
        const bool left = contains(first, line.middle() + step * normal);
        const bool right = contains(first, line.middle() - step * normal);
        if (left != right) {
            return left ? Vec2(-normal) : normal;
        }
    }
    return normal.dot(centroid(first) - line.middle()) > 0.0 ? Vec2(-normal) : normal;
}

bool swings(const Opening& opening) {
    return opening.leaf != Leaf::none &&
           (opening.swing == Swing::into_first || opening.swing == Swing::into_second ||
            opening.swing == Swing::both);
}

std::vector<OpenLeaf> open_leaves(const Plan& plan, const Opening& opening) {
    std::vector<OpenLeaf> leaves;
    const Segment gap = opening.clear_line();
    if (!swings(opening) || gap.length() == 0.0) {
        return leaves;
    }
    const Vec2 across = direction_across(plan, opening);
    const auto hang = [&](const Vec2& hinge, const Vec2& closed_end, bool into_second) {
        const Vec2 side = into_second ? across : Vec2(-across);
        leaves.push_back({hinge, hinge + (closed_end - hinge).norm() * side, closed_end,
                          opening.units[into_second ? 1 : 0]});
    };
    for (const bool into_second : {true, false}) {
        if (opening.swing == (into_second ? Swing::into_first : Swing::into_second)) {
            continue;
        }
        if (opening.leaf == Leaf::double_leaf) {
            hang(gap.a, gap.middle(), into_second);
            hang(gap.b, gap.middle(), into_second);
        } else {
            hang(gap.a, gap.b, into_second);
        }
    }
    return leaves;
}

}  // namespace evac
