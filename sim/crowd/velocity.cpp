#include "sim/crowd/velocity.hpp"

#include "sim/crowd/kept_walls.hpp"
#include "sim/crowd/precedence.hpp"
#include "sim/crowd/wedged.hpp"

#include <algorithm>
#include <array>
#include <span>

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

/// How much of the lane in direction (cx, cy) belongs to those who come towards one, 0 to 1. Those
/// who stand face to face count as well, or a jam would look like a free lane.
double share_of(const Oncoming& oncoming, double cx, double cy, double width) {
    constexpr double standing = 0.3;  // [m/s]
    double sum = 0.0;
    for (std::size_t k = 0; k < oncoming.count; ++k) {
        const Oncoming::One& one = oncoming.kept[k];
        const double forward = one.x * cx + one.y * cy;
        const double lateral2 = one.distance2 - forward * forward;
        if (forward > 0.0 && lateral2 < width * width) {
            const double approach = std::max(0.0, -(one.vx * cx + one.vy * cy));
            sum += (1.0 - lateral2 / (width * width)) * std::min(1.0, approach + standing);
        }
    }
    return std::min(1.0, sum);
}

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

/// What somebody would like best: a direction, and how fast it can be walked.
struct Wish {
    double x, y;
    double speed;  ///< [m/s]
};

/// The direction among the candidates that gets this person on best, against those who limit it and
/// those who come towards one. Puts first in `limits` who stopped the last direction.
Wish best_wish(const Crowd& crowd, std::size_t i, std::span<const NearWall> walls,
               const MotionSettings& settings, std::vector<Limit>& limits,
               const Oncoming& oncoming) {
    const double ex = crowd.way_x[i];
    const double ey = crowd.way_y[i];
    const double free = crowd.speed_limit[i];
    double best_score = 0.0;
    Wish best{ex, ey, 0.0};
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
        progress *=
            1.0 - settings.oncoming_cost * share_of(oncoming, cx, cy, settings.oncoming_width);
        double speed = free;
        if (!straight) {
            for (const NearWall& wall : walls) {
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
            best.speed = speed;
            break;  // free ahead: nothing to weigh
        }
        if (straight || score > best_score) {
            best_score = score;
            best = {cx, cy, speed};
        }
    }
    return best;
}

}  // namespace

void choose_velocity(Crowd& crowd, std::size_t i, const Cells& cells, const Ground& ground,
                     const Doors& doors, const MotionSettings& settings, MotionScratch& scratch,
                     Surroundings& around) {
    look_round(crowd, i, cells, doors, settings, scratch, around);
    if (!around.walks) {
        scratch.velocity_x[i] = 0.0;
        scratch.velocity_y[i] = 0.0;
        crowd.held_for[i] = 0.0;
        crowd.stood_for[i] = 0.0;
        return;
    }

    mind_waiting(crowd, i, settings.step);
    std::array<NearWall, 24> near;
    const std::span<const NearWall> walls(near.data(),
                                          near_walls(crowd, i, ground, doors, settings, near));
    if (around.back != Vec2::Zero()) {
        take_up(crowd, i, settings.step_back * around.back.normalized(), walls, scratch);
        return;
    }
    const Wish best = best_wish(crowd, i, walls, settings, around.limits, around.oncoming);
    mind_progress(crowd, i, doors, best.speed, around.in_conflict, settings.step);
    take_up(crowd, i, {best.speed * best.x, best.speed * best.y}, walls, scratch);
    crowd.look_x[i] = best.x;
    crowd.look_y[i] = best.y;
}

}  // namespace evac
