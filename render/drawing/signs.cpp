#include "render/drawing/signs.hpp"

#include "render/drawing/axis.hpp"
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
                               const Box& plan_room, const std::vector<Box>& taken, double swing) {
    const Vec2 along = left_of(out);
    // Signs may stand in the margin beside the plan.
    const Vec2 margin(theme::margin - 16.0, 0.0);
    const Box room{plan_room.low - margin, plan_room.high + margin};
    const auto half_towards = [&](const Vec2& d) {
        return 0.5 * (std::abs(d.x()) * size.x() + std::abs(d.y()) * size.y());
    };
    for (const double distance : {12.0, 36.0, 60.0}) {
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

Drawing exit_signs(const Plan& plan, const LevelParts& parts, const View& view, const Box& room,
                   Language language, const MeasureText& measure, std::vector<Box>& taken,
                   std::vector<ExitNumber>* numbers) {
    Drawing drawing;
    const std::string words = say(language, MessageId::picture_exit);
    const double letters = 0.62 * sign_height;
    const Vec2 size(measure(words, {letters, theme::paper, true, {}}) + 22.0, sign_height);
    for (const int index : parts.openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        if (!opening.exit || !room.contains(view.to_page(opening.line.middle()))) {
            continue;
        }
        const Vec2 at = opening.line.middle();
        const Vec2 way = direction_out(plan, opening);
        const Vec2 out = view.direction(way);
        const Vec2 door = view.to_page(at);
        const double swing = outward_swing(plan, opening, way, view.scale);
        if (numbers != nullptr) {
            // Beside the sign, or below it where that is too wide.
            const Vec2 room_for[] = {Vec2(exit_number_width, 0.0), Vec2(0.0, sign_height + 6.0)};
            bool placed = false;
            for (const Vec2& more : room_for) {
                const Vec2 both = size + more;
                const auto offset = free_place(door, out, both, room, taken, swing);
                if (!offset) {
                    continue;
                }
                // Marks have y upwards, the page downwards.
                const Vec2 sign = *offset + Vec2(-0.5 * more.x(), 0.5 * more.y());
                const Vec2 number = more.x() > 0.0 ? Vec2(*offset + Vec2(0.5 * size.x(), 0.0))
                                                   : Vec2(*offset - Vec2(0.0, 0.5 * size.y()));
                drawing.add(exit_sign(at, sign, size, words, -out));
                take(taken, door, *offset, both);
                numbers->push_back({index, door + Vec2(number.x(), -number.y())});
                placed = true;
                break;
            }
            if (placed) {
                continue;
            }
        }
        if (const auto offset = free_place(door, out, size, room, taken, swing)) {
            drawing.add(exit_sign(at, *offset, size, words, -out));
            take(taken, door, *offset, size);
        } else {
            drawing.add(arrow_head(at + 18.0 / view.scale * way, out, 14.0, theme::safety_green));
        }
    }
    return drawing;
}

Drawing closure_signs(const Plan& plan, const LevelParts& parts, const View& view,
                      Language language, const MeasureText& measure, std::vector<Box>& taken) {
    Drawing drawing;
    const TextStyle style{18.0, theme::shut_red, true, theme::paper};
    const Vec2 reach(disc_radius + rim, disc_radius + rim);
    for (const Closure& closure : parts.closures) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(closure.opening)];
        const Vec2 at = opening.line.middle();
        const Vec2 place = view.to_page(at);
        drawing.add(closure.locked ? padlock(at) : no_entry(at));
        taken.push_back({place - reach, place + reach});
        std::string when;
        if (std::isfinite(closure.until)) {
            when = say(language, MessageId::picture_shut_between, clock_text(closure.since),
                       clock_text(closure.until));
        } else if (closure.since > 0.0) {
            when = say(language, MessageId::picture_shut_from, clock_text(closure.since));
        }
        if (!when.empty()) {
            // Inside the building, where the sign of an exit does not stand.
            const Vec2 in = -view.direction(direction_out(plan, opening));
            const double width = measure(when, style);
            const Vec2 offset =
                (disc_radius + 8.0) * in + Vec2(0.5 * width * in.x(), 0.5 * style.size * in.y());
            drawing.add(Mark{at, {Text{offset, when, style, Align::centre, false}}});
            const Vec2 middle = place + Vec2(offset.x(), -offset.y());
            const Vec2 half(0.5 * width + rim, 0.5 * style.size + rim);
            taken.push_back({middle - half, middle + half});
        }
    }
    return drawing;
}

Drawing exit_discs(const Plan& plan, const std::vector<int>& exits,
                   const std::vector<std::string>& numbers, const std::vector<Colour>& colours,
                   const View& view, const Box& room, std::vector<Box>& taken) {
    Drawing drawing;
    const Vec2 size(2.0 * disc_radius, 2.0 * disc_radius);
    for (std::size_t i = 0; i < exits.size(); ++i) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(exits[i])];
        const Vec2 at = opening.line.middle();
        const Vec2 way = direction_out(plan, opening);
        const Vec2 out = view.direction(way);
        const Vec2 door = view.to_page(at);
        const Vec2 offset =
            free_place(door, out, size, room, taken, outward_swing(plan, opening, way, view.scale))
                .value_or((disc_radius + 14.0) * out);
        drawing.add(numbered_disc(at, offset, numbers[i], colours[i]));
        take(taken, door, offset, size);
    }
    return drawing;
}

}  // namespace evac::render
