#include "sim/crowd/velocity.hpp"

#include "sim/crowd/kept_walls.hpp"
#include "sim/crowd/precedence.hpp"
#include "sim/crowd/wedged.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace evac {

namespace {

/// Directions tried, from straight on to almost sideways; positive angles are to the side that this
/// person looks at first. The 75 degrees matter: with 60 a crowd in counterflow can lock for good.
struct Candidate {
    double cosine, sine;
};
constexpr std::array<Candidate, 7> candidates{{
    {1.0, 0.0},
    {0.9063077870366499, 0.42261826174069944},   // +25 degrees
    {0.9063077870366499, -0.42261826174069944},  // -25
    {0.6427876096865394, 0.766044443118978},     // +50
    {0.6427876096865394, -0.766044443118978},    // -50
    {0.25881904510252074, 0.9659258262890683},   // +75
    {0.25881904510252074, -0.9659258262890683},  // -75
}};

/// Which side somebody tries first, and keeps to where both are worth the same: 1 for the left, -1
/// for the right. Every other person does, or a mirrored plan would not be walked alike.
double first_side(std::int32_t id) {
    return id % 2 == 0 ? 1.0 : -1.0;
}

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

/// The lesser of `speed` and what the neighbour allows in direction (cx, cy). In single file with
/// equal speeds this is (distance - stop distance) / time gap; it fades to no limit at all at the
/// width of a body aside. Most neighbours do not bind, and for them there is no division.
double limited(double speed, const Limit& limit, double cx, double cy) {
    const double forward = limit.x * cx + limit.y * cy;
    if (forward <= 0.0) {
        return speed;
    }
    const double lateral2 = std::max(0.0, limit.distance2 - forward * forward);
    const double aside = lateral2 * limit.per_width2;
    const double fade = 1.0 - aside;
    if (fade <= 0.0) {
        return speed;
    }
    const double stop = limit.stop_distance * (1.0 - aside * aside);
    const double room =
        forward - stop + limit.anticipation * fade * (limit.vx * cx + limit.vy * cy);
    const double gap = limit.time_gap * fade;
    if (room >= speed * gap) {
        return speed;
    }
    return std::min(speed, std::max(room / gap, limit.least));
}

/// People who come towards a person; beyond the kept ones nothing gets worse.
struct Oncoming {
    struct One {
        double x, y, distance2, vx, vy;
    };
    std::array<One, 12> kept;
    std::size_t count = 0;

    void add(const Limit& limit) {
        if (count < kept.size()) {
            kept[count++] = {limit.x, limit.y, limit.distance2, limit.vx, limit.vy};
        }
    }

    /// How much of the lane in direction (cx, cy) belongs to them, 0 to 1. Those who stand face to
    /// face count as well, or a jam would look like a free lane.
    double share(double cx, double cy, double width) const {
        constexpr double standing = 0.3;  // [m/s]
        double sum = 0.0;
        for (std::size_t k = 0; k < count; ++k) {
            const One& one = kept[k];
            const double forward = one.x * cx + one.y * cy;
            const double lateral2 = one.distance2 - forward * forward;
            if (forward > 0.0 && lateral2 < width * width) {
                const double approach = std::max(0.0, -(one.vx * cx + one.vy * cy));
                sum += (1.0 - lateral2 / (width * width)) * std::min(1.0, approach + standing);
            }
        }
        return std::min(1.0, sum);
    }
};

struct NearWall {
    double nx, ny;  ///< unit vector towards the wall
    double speed;   ///< fastest approach [m/s]
};

/// The walls this person could run into within the wall time.
std::size_t near_walls(const Crowd& crowd, std::size_t i, const Ground& ground, const Doors& doors,
                       const MotionSettings& settings, std::array<NearWall, 24>& walls) {
    std::size_t count = 0;
    for (const KeptWall& wall : kept_walls(crowd, i, ground, doors, settings, crowd.position(i))) {
        const double speed = std::max(0.0, wall.distance - wall.keep) / settings.wall_time;
        if (speed < crowd.speed_limit[i]) {
            walls[count++] = {wall.nx, wall.ny, speed};
        }
    }
    return count;
}

/// Nearer than this two press against one another, squared [m2].
double pressed_together(const MotionSettings& settings, double radii) {
    constexpr double slack = 0.05;  // m
    const double near = settings.crossing_contact * radii + slack;
    return near * near;
}

/// The velocity that somebody takes up in one step towards the wished one; walls are approached no
/// faster than they allow.
void take_up(const Crowd& crowd, std::size_t i, const Vec2& wish, std::span<const NearWall> walls,
             MotionScratch& scratch) {
    double vx = crowd.vx[i] + scratch.ease * (wish.x() - crowd.vx[i]);
    double vy = crowd.vy[i] + scratch.ease * (wish.y() - crowd.vy[i]);
    for (const NearWall& wall : walls) {
        const double excess = vx * wall.nx + vy * wall.ny - wall.speed;
        if (excess > 0.0) {
            vx -= excess * wall.nx;
            vy -= excess * wall.ny;
        }
    }
    scratch.velocity_x[i] = vx;
    scratch.velocity_y[i] = vy;
}

}  // namespace

void choose_velocity(Crowd& crowd, std::size_t i, const Cells& cells, const Ground& ground,
                     const Doors& doors, const MotionSettings& settings, MotionScratch& scratch,
                     std::vector<Limit>& limits) {
    const double x = crowd.x[i];
    const double y = crowd.y[i];
    const double ex = crowd.way_x[i];
    const double ey = crowd.way_y[i];
    const bool walks = crowd.mode[i] == Mode::walking && (ex != 0.0 || ey != 0.0);
    limits.clear();
    MotionScratch::Contact* contacts =
        scratch.contacts.data() + i * static_cast<std::size_t>(MotionScratch::contacts_kept);
    std::int32_t contact_count = 0;
    Oncoming oncoming;
    bool in_conflict = false;
    Vec2 back = Vec2::Zero();  // away from the wedged whom this person keeps from getting on
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
                in_conflict =
                    in_conflict || (r == Relation::crosses && other.mode == Mode::walking);
                r = knot ? Relation::crosses : r;
            }
            if (touchable) {
                // Both of a pair must agree on how near they may come, so this asks for what is
                // symmetric: two streams that cross, or one who stands and one who walks.
                const bool same_stream =
                    (other.unit == crowd.unit[i] && other.target == crowd.target[i]) ||
                    (other.unit == crowd.beyond[i] && other.target == crowd.after[i]) ||
                    (other.beyond == crowd.unit[i] && other.after == crowd.target[i]);
                const bool both_stand = !walks && other.mode != Mode::walking;
                const bool one_stands = !walks != (other.mode != Mode::walking);
                const bool cross =
                    !both_stand &&
                    (one_stands || knot || (!same_stream && cosine < settings.crossing_cosine));
                if (contact_count < MotionScratch::contacts_kept) {
                    contacts[contact_count] = {other.slot,
                                               cross ? settings.crossing_contact * radii : radii};
                }
                ++contact_count;
            }
            if (noticed && r != Relation::nobody) {
                limits.push_back(limit_from(other, dx, dy, distance2,
                                            radii / (2.0 * mean_contact_radius),
                                            crowd.stop_distance[i], r, settings));
                if (r == Relation::crosses) {
                    crowd.turned[i] = 1;
                }
                if (r == Relation::crosses && other.mode == Mode::walking &&
                    goes_first(other.id, crowd.id[i])) {
                    limits.back().least = settings.yielding_speed;
                    if (other.wedged && distance2 < pressed_together(settings, radii)) {
                        back -= Vec2(dx, dy);
                    }
                }
                if (r == Relation::crosses && cosine < oncoming_cosine) {
                    oncoming.add(limits.back());
                }
            }
        }
    }
    scratch.contact_count[i] = contact_count;

    if (!walks) {
        scratch.velocity_x[i] = 0.0;
        scratch.velocity_y[i] = 0.0;
        crowd.held_for[i] = 0.0;
        crowd.stood_for[i] = 0.0;
        return;
    }

    mind_waiting(crowd, i, settings.step);
    std::array<NearWall, 24> walls;
    const std::size_t wall_count = near_walls(crowd, i, ground, doors, settings, walls);
    const double free = crowd.speed_limit[i];
    if (back != Vec2::Zero()) {
        back.normalize();
        take_up(crowd, i, Vec2(settings.step_back * back), {walls.data(), wall_count}, scratch);
        return;
    }
    double best_score = 0.0;
    double best_speed = 0.0;
    double best_x = ex;
    double best_y = ey;
    double aside = 0.0;  // what a step sideways is worth
    const double aside_share = settings.wall_time / settings.aside_time;
    const double side_cost = oncoming.count > 0 ? settings.oncoming_side_cost : 0.0;
    const double left = first_side(crowd.id[i]);
    for (const Candidate& candidate : candidates) {
        const bool straight = candidate.sine == 0.0;
        double progress = candidate.cosine + aside * (1.0 - candidate.cosine);
        if (!straight && free * progress <= best_score) {
            break;  // no later candidate can do better: they turn away even more
        }
        const double sine = left * candidate.sine;
        const double cx = candidate.cosine * ex - sine * ey;
        const double cy = sine * ex + candidate.cosine * ey;
        const double turn = 1.0 - (cx * crowd.look_x[i] + cy * crowd.look_y[i]);
        const double cost = free * (settings.turning_cost * turn + side_cost * std::max(0.0, sine));
        progress *= 1.0 - settings.oncoming_cost * oncoming.share(cx, cy, settings.oncoming_width);
        double speed = free;
        if (!straight) {
            for (std::size_t w = 0; w < wall_count; ++w) {
                const NearWall& wall = walls[w];
                const double approach = wall.nx * cx + wall.ny * cy;
                if (approach > 0.0) {
                    speed = std::min(speed, aside_share * wall.speed / approach);
                }
            }
        }
        std::size_t binding = 0;
        bool beaten = false;
        for (std::size_t k = 0; k < limits.size() && !beaten; ++k) {
            const double before = speed;
            speed = limited(speed, limits[k], cx, cy);
            if (speed < before) {
                binding = k;
                beaten = !straight && speed * progress - cost <= best_score;
            }
        }
        if (binding > 0) {
            // Whoever stops this direction is likely to stop the next: ask that one first.
            std::swap(limits[0], limits[binding]);
        }
        if (beaten) {
            continue;
        }
        speed = std::max(speed, 0.0);
        const double score = speed * progress - cost;
        if (straight) {
            // Round a queue the way gets shorter later on: whoever is held up values a step aside
            // more, and a crowd fills the outside of a bend.
            aside = settings.aside_when_held * (1.0 - speed / free);
        }
        if (straight && speed >= 0.98 * free) {
            best_speed = speed;
            break;  // free ahead: nothing to weigh
        }
        if (straight || score > best_score) {
            best_score = score;
            best_speed = speed;
            best_x = cx;
            best_y = cy;
        }
    }

    mind_progress(crowd, i, doors, best_speed, in_conflict, settings.step);
    take_up(crowd, i, {best_speed * best_x, best_speed * best_y}, {walls.data(), wall_count},
            scratch);
    crowd.look_x[i] = best_x;
    crowd.look_y[i] = best_y;
}

}  // namespace evac
