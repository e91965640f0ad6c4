#include "render/drawing/marks.hpp"

#include "render/drawing/theme.hpp"

namespace evac::render {

Mark exit_sign(const Vec2& at, const Vec2& centre, const Vec2& size, const std::string& words,
               const Vec2& towards) {
    Mark mark{at, {}};
    if (!towards.isZero()) {
        // From the middle of the sign to beyond its rim on the side of the door.
        const double reach =
            0.5 * (std::abs(towards.x()) * size.x() + std::abs(towards.y()) * size.y());
        const Vec2 side = left_of(towards);
        const Vec2 tip = centre + (reach + 9.0) * towards;
        const Vec2 foot = centre + (reach - 2.0) * towards;
        mark.parts.push_back(
            Area{{{tip, foot + 9.0 * side, foot - 9.0 * side}}, theme::safety_green, {}, {}});
    }
    mark.parts.push_back(Area{{rounded_rectangle(centre, size, 5.0)}, theme::safety_green, {}, {}});
    mark.parts.push_back(
        Text{centre, words, {0.62 * size.y(), theme::paper, true, {}}, Align::centre, false});
    return mark;
}

Mark padlock(const Vec2& at) {
    const Vec2 middle = Vec2::Zero();
    Mark mark{at, {}};
    mark.parts.push_back(Area{{circle(middle, disc_radius)},
                              theme::paper,
                              {},
                              Pen{theme::shut_red, 0.0, 2.5, {}, false}});
    // The shackle: two posts and a half circle.
    std::vector<Vec2> shackle{Vec2(-5.0, 0.0), Vec2(-5.0, 4.0)};
    const Vec2 top(0.0, 4.0);
    for (const Vec2& p : quarter_arc(top, Vec2(-5.0, 4.0), Vec2(0.0, 9.0))) {
        shackle.push_back(p);
    }
    for (const Vec2& p : quarter_arc(top, Vec2(0.0, 9.0), Vec2(5.0, 4.0))) {
        shackle.push_back(p);
    }
    shackle.emplace_back(5.0, 0.0);
    mark.parts.push_back(Line{shackle, Pen{theme::shut_red, 0.0, 3.0, {}, true}, false});
    mark.parts.push_back(
        Area{{rounded_rectangle(Vec2(0.0, -4.0), Vec2(17.0, 12.0), 2.0)}, theme::shut_red, {}, {}});
    return mark;
}

Mark no_entry(const Vec2& at) {
    const Pen stroke{theme::shut_red, 0.0, 4.5, {}, true};
    const double arm = 0.45 * disc_radius;
    return Mark{at,
                {Area{{circle(Vec2::Zero(), disc_radius)},
                      theme::paper,
                      {},
                      Pen{theme::shut_red, 0.0, 2.5, {}, false}},
                 Line{{Vec2(-arm, -arm), Vec2(arm, arm)}, stroke, false},
                 Line{{Vec2(-arm, arm), Vec2(arm, -arm)}, stroke, false}}};
}

Mark arrow_head(const Vec2& at, const Vec2& direction, double length, const Colour& colour) {
    const Vec2 foot = -length * direction;
    const Vec2 side = 0.42 * length * left_of(direction);
    return Mark{at, {Area{{{Vec2(Vec2::Zero()), foot + side, foot - side}}, colour, {}, {}}}};
}

Mark numbered_disc(const Vec2& at, const Vec2& offset, const std::string& number,
                   const Colour& colour) {
    Mark mark{at, {}};
    mark.parts.push_back(
        Area{{circle(offset, disc_radius)}, colour, {}, Pen{theme::paper, 0.0, 2.5, {}, false}});
    const Colour words = lightness(colour) > 62.0 ? theme::ink : theme::paper;
    mark.parts.push_back(
        Text{offset, number, {1.15 * disc_radius, words, true, {}}, Align::centre, false});
    return mark;
}

}  // namespace evac::render
