#include "render/drawing/doors.hpp"

#include "render/drawing/marks.hpp"
#include "render/drawing/theme.hpp"
#include "sim/plan/leaf.hpp"

namespace evac::render {

namespace {

const Pen leaf_pen{theme::wall, 0.04, 1.8, {}, false};
const Pen sweep_pen{theme::faint_ink, 0.015, 1.2, {}, false};

void add_leaf(Drawing& drawing, const OpenLeaf& leaf) {
    drawing.add(Line{quarter_arc(leaf.hinge, leaf.open_end, leaf.closed_end), sweep_pen, false});
    drawing.add(Line{{leaf.hinge, leaf.open_end}, leaf_pen, false});
}

/// The leaves of a sliding door stand beside the gap, on the side that `normal` shows.
void add_sliding(Drawing& drawing, const Segment& gap, const Vec2& normal, bool two) {
    const Vec2 along = gap.b - gap.a;
    const Vec2 aside = 0.1 * normal;
    const double share = two ? 0.45 : 0.9;
    drawing.add(Line{{gap.a + aside, gap.a + aside - share * along}, leaf_pen, false});
    if (two) {
        drawing.add(Line{{gap.b + aside, gap.b + aside + share * along}, leaf_pen, false});
    }
    drawing.add(Line{{gap.a, gap.b}, Pen{theme::faint_ink, 0.015, 1.2, {6.0, 4.0}, false}, false});
}

void add_revolving(Drawing& drawing, const Segment& gap) {
    const double radius = 0.5 * gap.length();
    drawing.add(Area{{circle(gap.middle(), radius)}, {}, {}, leaf_pen});
    const Vec2 a = radius * (gap.b - gap.a).normalized();
    constexpr double diagonal = 0.70710678;
    for (const Vec2& arm : {Vec2(diagonal * (a + left_of(a))), Vec2(diagonal * (a - left_of(a)))}) {
        drawing.add(Line{{gap.middle() - arm, gap.middle() + arm}, leaf_pen, false});
    }
}

}  // namespace

Vec2 direction_out(const Plan& plan, const Opening& opening) {
    const Vec2 across = direction_across(plan, opening);
    const bool first_is_outdoors =
        plan.units[static_cast<std::size_t>(opening.units[0])].kind == UnitKind::outdoors;
    return first_is_outdoors && opening.units[1] != outside ? Vec2(-across) : across;
}

Drawing door(const Plan& plan, const Opening& opening, bool shut) {
    Drawing drawing;
    const Segment gap = opening.clear_line();
    if (gap.length() == 0.0) {
        return drawing;
    }
    const Vec2 across = direction_across(plan, opening);
    const bool two = opening.leaf == Leaf::double_leaf;
    const bool leaves = opening.leaf != Leaf::none;
    switch (opening.swing) {
        case Swing::into_first:
        case Swing::into_second:
        case Swing::both:
            for (const OpenLeaf& leaf : open_leaves(plan, opening)) {
                add_leaf(drawing, leaf);
            }
            break;
        case Swing::sliding:
            add_sliding(drawing, gap, across, two);
            break;
        case Swing::revolving:
            add_revolving(drawing, gap);
            break;
        case Swing::none:
            if (leaves) {  // a door, but nobody knows which way it turns
                drawing.add(Line{{gap.a, gap.b}, leaf_pen, false});
            }
            break;
    }
    if (opening.one_way != 0) {
        const Vec2 way = opening.one_way > 0 ? across : Vec2(-across);
        const Vec2 tip = gap.middle() + 0.5 * way;
        drawing.add(
            Line{{gap.middle() - 0.5 * way, tip}, Pen{theme::ink, 0.0, 2.0, {}, false}, false});
        drawing.add(arrow_head(tip, way, 12.0, theme::ink));
    }
    drawing.add(door_bar(opening, shut));
    return drawing;
}

Drawing door_bar(const Opening& opening, bool shut) {
    Drawing drawing;
    const Segment gap = opening.clear_line();
    if (shut) {
        drawing.add(Line{{gap.a, gap.b}, Pen{theme::shut_red, 0.18, 5.0, {}, false}, false});
    } else if (opening.exit) {
        drawing.add(Line{{gap.a, gap.b}, Pen{theme::safety_green, 0.14, 4.0, {}, false}, false});
    }
    return drawing;
}

std::vector<Vec2> swept(const Plan& plan, const Opening& opening) {
    if (!swings(opening)) {
        return {};
    }
    const Segment gap = opening.clear_line();
    const Vec2 across = direction_across(plan, opening);
    const double leaf = gap.length() * (opening.leaf == Leaf::double_leaf ? 0.5 : 1.0);
    const double before = opening.swing == Swing::into_second ? 0.0 : leaf;
    const double beyond = opening.swing == Swing::into_first ? 0.0 : leaf;
    return {gap.a - before * across, gap.b - before * across, gap.b + beyond * across,
            gap.a + beyond * across};
}

}  // namespace evac::render
