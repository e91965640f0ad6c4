#include "sim/crowd/contact.hpp"

#include "sim/crowd/kept_walls.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

void push_apart(const Crowd& crowd, std::size_t i, const MotionSettings& settings,
                MotionScratch& scratch) {
    const double x = scratch.from_x[i];
    const double y = scratch.from_y[i];
    double push_x = 0.0;
    double push_y = 0.0;
    for (const MotionScratch::Contact& contact : contacts_of(scratch, i)) {
        const auto j = static_cast<std::size_t>(contact.slot);
        const double dx = x - scratch.from_x[j];
        const double dy = y - scratch.from_y[j];
        const double distance2 = dx * dx + dy * dy;
        const double touch = contact.distance;
        if (distance2 >= touch * touch) {
            continue;
        }
        if (distance2 == 0.0) {
            // Two at the very same place: apart along x, by id so that both agree.
            push_x += 0.5 * touch * (crowd.id[i] < crowd.id[j] ? -1.0 : 1.0);
            continue;
        }
        const double distance = std::sqrt(distance2);
        const double share = 0.5 * (touch - distance) / distance;
        push_x += share * dx;
        push_y += share * dy;
    }
    const double length2 = push_x * push_x + push_y * push_y;
    if (length2 > settings.contact_limit * settings.contact_limit) {
        const double shorten = settings.contact_limit / std::sqrt(length2);
        push_x *= shorten;
        push_y *= shorten;
    }
    scratch.to_x[i] = x + push_x;
    scratch.to_y[i] = y + push_y;
}

Vec2 keep_off_walls(const Crowd& crowd, std::size_t i, const Ground& ground, const Doors& doors,
                    const MotionSettings& settings, const Vec2& from, const Vec2& to) {
    const KeptWalls walls = kept_walls(crowd, i, ground, doors, settings, from);
    Vec2 p = to;
    constexpr int rounds = 2;  // the second for corners, where one wall pushes into the other
    for (int round = 0; round < rounds; ++round) {
        for (const KeptWall& wall : walls) {
            if (wall.line == nullptr) {
                const Vec2 out(wall.nx, wall.ny);
                p -= std::max(0.0, (p - from).dot(out) - wall.distance) * out;
                continue;
            }
            const double turned = std::min(wall.keep, settings.turned_shoulder * crowd.radius[i]);
            const double keep =
                std::clamp(wall.distance + settings.square_up * settings.step, turned, wall.keep);
            const Vec2 nearest = closest_point(*wall.line, p);
            const Vec2 away = p - nearest;
            const double gap = away.norm();
            if (gap < keep && gap > 0.0) {
                p = nearest + (keep / gap) * away;
            }
        }
    }
    const auto crosses_a_wall = [&] {
        return std::any_of(walls.begin(), walls.end(), [&](const KeptWall& wall) {
            return wall.line != nullptr && intersects(*wall.line, {from, p});
        });
    };
    if (crosses_a_wall()) {
        return from;
    }
    // The door just passed has no thickness yet, but one does not fall back through it: whoever is
    // on its line, or a hair behind, only goes on or along it. Where it gives room one may be
    // pushed back into it, and then is in the unit before again. Who is across the last opening of
    // all only walks on, whatever becomes of it.
    if (crowd.came[i] >= 0 && crowd.came[i] != crowd.target[i] &&
        closed_to(crowd, i, doors, crowd.came[i])) {
        const auto door = static_cast<std::size_t>(crowd.came[i]);
        const Vec2 out = way_out(doors, door, crowd.unit[i]);
        const double reach = crowd.turned[i] != 0 && doors.open[door] && doors.gives_room[door]
                                 ? doorway_reach(crowd, i, settings)
                                 : 0.0;
        const double most = std::max(reach, beyond_line(doors, door, crowd.unit[i], from));
        const double beyond = beyond_line(doors, door, crowd.unit[i], p);
        if (beyond > most) {
            p -= (beyond - most) * out;
            return crosses_a_wall() ? from : p;
        }
    }
    return p;
}

}  // namespace evac
