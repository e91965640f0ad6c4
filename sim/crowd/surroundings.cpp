#include "sim/crowd/surroundings.hpp"

#include "sim/crowd/precedence.hpp"
#include "sim/crowd/wedged.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Who walks more against one than across comes towards one: ways that differ by over 120 degrees.
/// In a bend those beyond it may go at right angles and a little more.
constexpr double oncoming_cosine = -0.5;

/// People just behind the shoulder are still noticed [m].
constexpr double look_back = 0.1;

Limit limit_from(const Neighbour& other, double dx, double dy, double distance2, double widths,
                 double stop_distance, Relation kind, const MotionSettings& s) {
    const bool crosses = kind != Relation::leads;
    const double width = widths * (crosses ? s.crossing_width : s.body_width);
    const double anticipation = crosses ? 0.0 : s.anticipation;
    return {dx, dy, distance2, 1.0 / (width * width),
            // Smaller bodies keep no smaller distance: it is a matter of steps, not of shoulders.
            std::max(1.0, widths) * (crosses ? s.crossing_stop * s.stop_distance : stop_distance),
            other.vx, other.vy, anticipation,
            (crosses ? s.crossing_time_gap : s.time_gap) + anticipation,
            kind == Relation::crosses ? s.crossing_speed : 0.0};
}

/// Nearer than this two press against one another, squared [m2].
double pressed_together(const MotionSettings& settings, double radii) {
    constexpr double slack = 0.05;  // m
    const double near = settings.crossing_contact * radii + slack;
    return near * near;
}

void note_oncoming(Oncoming& oncoming, const Limit& limit) {
    if (oncoming.count < oncoming.kept.size()) {
        oncoming.kept[oncoming.count++] = {limit.x, limit.y, limit.distance2, limit.vx, limit.vy};
    }
}

/// Both of a pair must agree on how near they may come, so this asks for what is symmetric: two
/// streams that cross, or one who stands and one who walks.
bool turn_shoulders(const Crowd& crowd, std::size_t i, const Neighbour& other, bool walks,
                    bool knot, double cosine, const MotionSettings& settings) {
    const bool other_walks = other.mode == Mode::walking;
    if (walks != other_walks) {
        return true;
    }
    if (!walks) {
        return false;
    }
    const bool same_stream = (other.unit == crowd.unit[i] && other.target == crowd.target[i]) ||
                             (other.unit == crowd.beyond[i] && other.target == crowd.after[i]) ||
                             (other.beyond == crowd.unit[i] && other.after == crowd.target[i]);
    return knot || (!same_stream && cosine < settings.crossing_cosine);
}

}  // namespace

void look_round(Crowd& crowd, std::size_t i, const Cells& cells, const Doors& doors,
                const MotionSettings& settings, MotionScratch& scratch, Surroundings& around) {
    const double x = crowd.x[i];
    const double y = crowd.y[i];
    const double ex = crowd.way_x[i];
    const double ey = crowd.way_y[i];
    const bool walks = crowd.mode[i] == Mode::walking && (ex != 0.0 || ey != 0.0);
    MotionScratch::Contact* contacts =
        scratch.contacts.data() + i * static_cast<std::size_t>(MotionScratch::contacts_kept);
    std::int32_t contact_count = 0;
    around.walks = walks;
    around.limits.clear();
    around.oncoming.count = 0;
    around.in_conflict = false;
    around.back = Vec2::Zero();
    crowd.turned[i] = walks ? 0 : 1;

    for (const std::int32_t cell : cells.cells_around(cells.cell_of[i])) {
        for (const Neighbour& other : cells.people_in(cell)) {
            const double dx = other.x - x;
            const double dy = other.y - y;
            const double distance2 = dx * dx + dy * dy;
            if (distance2 >= notice_distance * notice_distance ||
                other.slot == static_cast<std::int32_t>(i)) {
                continue;
            }
            const double radii = crowd.radius[i] + other.radius;
            const double touch = radii + touch_margin;
            const bool touchable = distance2 < touch * touch;
            const bool noticed = walks && dx * ex + dy * ey > -look_back;
            if (!touchable && !noticed) {
                continue;
            }
            if (other.unit != crowd.unit[i] &&
                !in_sight(doors, crowd.unit[i], {x, y}, other.unit, {other.x, other.y})) {
                continue;
            }
            const double cosine = ex * other.way_x + ey * other.way_y;
            const bool knot = other.wedged || wedged(crowd, i);
            Relation r = Relation::nobody;
            if (walks) {
                const double toward = dx * (ex + other.way_x) + dy * (ey + other.way_y);
                r = relation(crowd, i, other, cosine, toward, settings);
                around.in_conflict =
                    around.in_conflict || (r == Relation::crosses && other.mode == Mode::walking);
                r = knot ? Relation::crosses : r;
            }
            if (touchable) {
                if (contact_count < MotionScratch::contacts_kept) {
                    contacts[contact_count] = {
                        other.slot, turn_shoulders(crowd, i, other, walks, knot, cosine, settings)
                                        ? settings.crossing_contact * radii
                                        : radii};
                }
                ++contact_count;
            }
            if (!noticed || r == Relation::nobody) {
                continue;
            }
            Limit limit = limit_from(other, dx, dy, distance2, radii / (2.0 * mean_contact_radius),
                                     crowd.stop_distance[i], r, settings);
            if (r == Relation::crosses) {
                crowd.turned[i] = 1;
                if (other.mode == Mode::walking && goes_first(other.id, crowd.id[i])) {
                    limit.least = settings.yielding_speed;
                    if (other.wedged && distance2 < pressed_together(settings, radii)) {
                        around.back -= Vec2(dx, dy);
                    }
                }
                if (cosine < oncoming_cosine) {
                    note_oncoming(around.oncoming, limit);
                }
            }
            around.limits.push_back(limit);
        }
    }
    scratch.contact_count[i] = contact_count;
}

}  // namespace evac
