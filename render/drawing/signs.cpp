#include "render/drawing/signs.hpp"

#include "render/drawing/doors.hpp"
#include "render/drawing/labels.hpp"
#include "render/drawing/marks.hpp"
#include "render/drawing/theme.hpp"
#include "sim/text/message.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace evac::render {

namespace {

constexpr double rim = 4.0;  // kept free around a sign [px]

/// Pixels from the door (beyond `swing` pixels of leaf) to the middle of a thing of this size that
/// stands outside of it, clear of `taken` and within the page; y upwards.
std::optional<Vec2> free_place(const Vec2& door, const Vec2& out, const Vec2& size,
                               const PlanPage& page, const std::vector<Box>& taken, double swing) {
    const Vec2 along = left_of(out);
    // Signs may stand in the margin beside the plan.
    const Vec2 margin(theme::margin - 16.0, 0.0);
    const Box room{page.plan_box.low - margin, page.plan_box.high + margin};
    const auto half_towards = [&](const Vec2& d) {
        return 0.5 * (std::abs(d.x()) * size.x() + std::abs(d.y()) * size.y());
    };
    for (const double distance : {16.0, 40.0, 64.0}) {
        for (const double aside : {0.0, -0.6, 0.6, -1.1, 1.1}) {
            const Vec2 offset = (swing + distance + half_towards(out)) * out +
                                2.0 * aside * half_towards(along) * along;
            const Vec2 centre = door + Vec2(offset.x(), -offset.y());
            const Vec2 reach = 0.5 * size + Vec2(rim, rim);
            const Box box{centre - reach, centre + reach};
            if (room.contains(box.low) && room.contains(box.high) &&
                std::none_of(taken.begin(), taken.end(),
                             [&](const Box& other) { return overlap(box, other); })) {
                return offset;
            }
        }
    }
    return std::nullopt;
}

/// How far the leaves of an exit swing outwards [px].
double outward_swing(const Plan& plan, const Opening& opening, const Vec2& out, double scale) {
    double reach = 0.0;
    for (const Vec2& corner : swept(plan, opening)) {
        reach = std::max(reach, scale * out.dot(corner - opening.line.middle()));
    }
    return reach;
}

void take(std::vector<Box>& taken, const Vec2& door, const Vec2& offset, const Vec2& size) {
    const Vec2 centre = door + Vec2(offset.x(), -offset.y());
    const Vec2 reach = 0.5 * size + Vec2(rim, rim);
    taken.push_back({centre - reach, centre + reach});
}

}  // namespace

Drawing exit_signs(const Plan& plan, const LevelParts& parts, const PlanPage& page,
                   Language language, const MeasureText& measure, std::vector<Box>& taken) {
    Drawing drawing;
    const std::string words = say(language, MessageId::picture_exit);
    const double letters = 0.62 * sign_height;
    const Vec2 size(measure(words, {letters, theme::paper, true, {}}) + 22.0, sign_height);
    for (const int index : parts.openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        if (!opening.exit) {
            continue;
        }
        const Vec2 at = opening.line.middle();
        const Vec2 out = direction_out(plan, opening);
        const Vec2 door = page.view.to_page(at);
        if (const auto offset = free_place(door, out, size, page, taken,
                                           outward_swing(plan, opening, out, page.view.scale))) {
            drawing.add(exit_sign(at, *offset, size, words, -out));
            take(taken, door, *offset, size);
        } else {
            drawing.add(
                arrow_head(at + 18.0 / page.view.scale * out, out, 14.0, theme::safety_green));
        }
    }
    return drawing;
}

Drawing padlocks(const Plan& plan, const LevelParts& parts, const View& view,
                 std::vector<Box>& taken) {
    Drawing drawing;
    const Vec2 reach(disc_radius + rim, disc_radius + rim);
    for (const int index : parts.openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        if (opening.lock == Lock::locked) {
            drawing.add(padlock(opening.line.middle()));
            const Vec2 middle = view.to_page(opening.line.middle());
            taken.push_back({middle - reach, middle + reach});
        }
    }
    return drawing;
}

Drawing exit_discs(const Plan& plan, const std::vector<int>& exits,
                   const std::vector<std::string>& numbers, const std::vector<Colour>& colours,
                   const PlanPage& page, std::vector<Box>& taken) {
    Drawing drawing;
    const Vec2 size(2.0 * disc_radius, 2.0 * disc_radius);
    for (std::size_t i = 0; i < exits.size(); ++i) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(exits[i])];
        const Vec2 at = opening.line.middle();
        const Vec2 out = direction_out(plan, opening);
        const Vec2 door = page.view.to_page(at);
        const Vec2 offset = free_place(door, out, size, page, taken,
                                       outward_swing(plan, opening, out, page.view.scale))
                                .value_or((disc_radius + 14.0) * out);
        drawing.add(numbered_disc(at, offset, numbers[i], colours[i]));
        take(taken, door, offset, size);
    }
    return drawing;
}

}  // namespace evac::render
