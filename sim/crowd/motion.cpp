#include "sim/crowd/motion.hpp"

#include "sim/crowd/contact.hpp"
#include "sim/crowd/velocity.hpp"
#include "sim/numeric/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// People per block of work: enough to be worth handing to a thread, few enough to share out a
/// small crowd.
constexpr int block = 32;
/// Sweeps of pushing apart; a second one halves the overlap that is left. While some are still deep
/// in one another, in the knot of a crush, they get more, and those they touch make room.
constexpr int sweeps = 2;
constexpr int most_sweeps = 16;
constexpr double too_deep = 0.15;    ///< share of the distance they should keep
constexpr double makes_room = 0.05;  ///< the same

/// How far a velocity may carry: no faster than the person can walk.
void take_up_velocity(Crowd& crowd, std::size_t i, const MotionScratch& scratch, double step) {
    double vx = (scratch.to_x[i] - crowd.x[i]) / step;
    double vy = (scratch.to_y[i] - crowd.y[i]) / step;
    const double speed2 = vx * vx + vy * vy;
    const double most = crowd.speed_limit[i];
    if (speed2 > most * most) {
        const double shorten = most / std::sqrt(speed2);
        vx *= shorten;
        vy *= shorten;
    }
    crowd.vx[i] = vx;
    crowd.vy[i] = vy;
    crowd.x[i] = scratch.to_x[i];
    crowd.y[i] = scratch.to_y[i];
}

/// The worst overlap among the pairs of this person, as a share of the distance they should keep.
double overlap_of(std::size_t i, const MotionScratch& scratch) {
    double worst = 0.0;
    for (const MotionScratch::Contact& contact : contacts_of(scratch, i)) {
        const auto j = static_cast<std::size_t>(contact.slot);
        const double dx = scratch.to_x[i] - scratch.to_x[j];
        const double dy = scratch.to_y[i] - scratch.to_y[j];
        const double touch = contact.distance;
        const double distance2 = dx * dx + dy * dy;
        if (distance2 < touch * touch) {
            worst = std::max(worst, 1.0 - std::sqrt(distance2) / touch);
        }
    }
    return worst;
}

/// Whether this person is too deep in somebody, or overlaps somebody who is.
bool in_a_knot(std::size_t i, const MotionScratch& scratch) {
    const auto deep = [&](std::size_t slot) { return scratch.overlap[slot] > too_deep; };
    const auto contacts = contacts_of(scratch, i);
    return deep(i) || (scratch.overlap[i] > makes_room &&
                       std::any_of(contacts.begin(), contacts.end(), [&](const auto& contact) {
                           return deep(static_cast<std::size_t>(contact.slot));
                       }));
}

}  // namespace

void make_room(MotionScratch& scratch, std::size_t n) {
    scratch.contacts.resize(n * static_cast<std::size_t>(MotionScratch::contacts_kept));
    scratch.contact_count.resize(n);
    for (auto* array : {&scratch.velocity_x, &scratch.velocity_y, &scratch.from_x, &scratch.from_y,
                        &scratch.to_x, &scratch.to_y, &scratch.overlap}) {
        array->resize(n);
    }
}

void move_people(Crowd& crowd, const Cells& cells, const Ground& ground, const Doors& doors,
                 const MotionSettings& settings, MotionScratch& scratch, Team& team) {
    const int n = static_cast<int>(crowd.size());
    make_room(scratch, crowd.size());
    scratch.ease = 1.0 - exact_exp(-settings.step / settings.relaxation);

    // In cell order, so that a block looks at the same neighbourhood.
    team.for_blocks(n, block, [&](int begin, int end) {
        Surroundings around;
        around.limits.reserve(64);
        for (int k = begin; k < end; ++k) {
            const auto i = static_cast<std::size_t>(cells.people[static_cast<std::size_t>(k)].slot);
            choose_velocity(crowd, i, cells, ground, doors, settings, scratch, around);
        }
    });
    carry_out(crowd, ground, doors, settings, scratch, team);
}

void carry_out(Crowd& crowd, const Ground& ground, const Doors& doors,
               const MotionSettings& settings, MotionScratch& scratch, Team& team) {
    const int n = static_cast<int>(crowd.size());
    team.for_blocks(n, block, [&](int begin, int end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            const Vec2 from = crowd.position(i);
            const Vec2 to =
                from + settings.step * Vec2(scratch.velocity_x[i], scratch.velocity_y[i]);
            const Vec2 free = keep_off_walls(crowd, i, ground, doors, settings, from, to);
            scratch.to_x[i] = free.x();
            scratch.to_y[i] = free.y();
        }
    });
    for (const std::int32_t count : scratch.contact_count) {
        scratch.contacts_dropped += std::max(0, count - MotionScratch::contacts_kept);
    }

    const auto look_for_overlaps = [&] {
        team.for_blocks(n, block, [&](int begin, int end) {
            for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
                scratch.overlap[i] = overlap_of(i, scratch);
            }
        });
        return n > 0 ? *std::max_element(scratch.overlap.begin(), scratch.overlap.end()) : 0.0;
    };
    double deepest = 0.0;
    for (int sweep = 0; sweep < sweeps || (sweep < most_sweeps && deepest > too_deep); ++sweep) {
        std::swap(scratch.from_x, scratch.to_x);
        std::swap(scratch.from_y, scratch.to_y);
        team.for_blocks(n, block, [&](int begin, int end) {
            for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
                if (sweep >= sweeps && !in_a_knot(i, scratch)) {
                    scratch.to_x[i] = scratch.from_x[i];
                    scratch.to_y[i] = scratch.from_y[i];
                    continue;
                }
                push_apart(crowd, i, settings, scratch);
                const Vec2 from{scratch.from_x[i], scratch.from_y[i]};
                const Vec2 to{scratch.to_x[i], scratch.to_y[i]};
                if (from != to) {
                    const Vec2 free = keep_off_walls(crowd, i, ground, doors, settings, from, to);
                    scratch.to_x[i] = free.x();
                    scratch.to_y[i] = free.y();
                }
            }
        });
        if (sweep + 1 >= sweeps) {
            deepest = look_for_overlaps();
        }
    }
    scratch.deepest_overlap = std::max(scratch.deepest_overlap, deepest);
    for (std::size_t i = 0; i < crowd.size(); ++i) {
        take_up_velocity(crowd, i, scratch, settings.step);
    }
}

}  // namespace evac
