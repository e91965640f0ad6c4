#include "sim/crowd/doorway.hpp"

#include <algorithm>

namespace evac {

namespace {

/// Beside a line, this far off, one is clearly in one of its units [m].
constexpr double probe = 0.1;

Vec2 across(const Plan& plan, const Opening& opening) {
    const Vec2 normal = left_of((opening.line.b - opening.line.a).normalized());
    const Polygon& first = plan.units[static_cast<std::size_t>(opening.units[0])].polygon;
    return contains(first, opening.line.middle() + probe * normal) ? Vec2(-normal) : normal;
}

bool is_turn(const Plan& plan, const Opening& opening) {
    if (opening.units[1] == outside) {
        return false;
    }
    const Unit& first = plan.units[static_cast<std::size_t>(opening.units[0])];
    const Unit& second = plan.units[static_cast<std::size_t>(opening.units[1])];
    if (first.level == second.level) {
        return false;
    }
    const Vec2 along = (opening.line.b - opening.line.a).normalized();
    for (const Vec2& side : {left_of(along), Vec2(-left_of(along))}) {
        const Vec2 point = opening.line.middle() + probe * side;
        if (contains(first.polygon, point) && contains(second.polygon, point)) {
            return true;
        }
    }
    return false;
}

bool gives_room(const Plan& plan, const Opening& opening) {
    const auto ground_to_stand_on = [&](int unit) {
        return unit == outside ? opening.exit : walkable(unit_at(plan, unit));
    };
    return opening.one_way == 0 && ground_to_stand_on(opening.units[0]) &&
           ground_to_stand_on(opening.units[1]) && !is_turn(plan, opening);
}

}  // namespace

Doors make_doors(const Plan& plan) {
    Doors doors;
    for (const Opening& opening : plan.openings) {
        doors.open.push_back(opening.lock == Lock::locked ? 0 : 1);
        doors.line.push_back(opening.clear_line());
        doors.units.push_back(opening.units);
        doors.across.push_back(across(plan, opening));
        doors.turn.push_back(is_turn(plan, opening) ? 1 : 0);
        doors.gives_room.push_back(gives_room(plan, opening) ? 1 : 0);
    }
    doors.of_unit = openings_by_unit(plan);
    return doors;
}

namespace {

/// Whether somebody who counts to `unit` stands on the line of one of its openings or beyond it, in
/// the doorway. There one looks into the unit behind: by rounding one is a hair before or behind
/// the line, and which it is must not decide who sees whom.
bool on_line(const Doors& doors, std::size_t o, int unit, const Vec2& p) {
    constexpr double hair = 0.02;  // m
    constexpr double depth = 0.2;  // m; deeper in a doorway nobody stands (doorway_reach)
    const double beyond = beyond_line(doors, o, unit, p);
    return beyond > -hair && beyond < depth && level_with(doors.line[o], p);
}

/// Two people on both sides of a unit so short that it lies between them with both its doors: a
/// neck in a wall, a threshold.
bool in_sight_across(const Doors& doors, int unit_a, const Vec2& a, int unit_b, const Vec2& b) {
    for (const int o : doors.of_unit[static_cast<std::size_t>(unit_a)]) {
        const auto first = static_cast<std::size_t>(o);
        const int between = doors.units[first][doors.units[first][0] == unit_a ? 1 : 0];
        if (!doors.open[first] || doors.turn[first] || between == outside ||
            !(intersects(doors.line[first], {a, b}) || on_line(doors, first, unit_a, a))) {
            continue;
        }
        for (const int p : doors.of_unit[static_cast<std::size_t>(between)]) {
            const auto second = static_cast<std::size_t>(p);
            const std::array<int, 2>& units = doors.units[second];
            if (p != o && doors.open[second] && !doors.turn[second] &&
                (units[0] == unit_b || units[1] == unit_b) &&
                (intersects(doors.line[second], {a, b}) || on_line(doors, second, unit_b, b))) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

bool in_sight(const Doors& doors, int unit_a, const Vec2& a, int unit_b, const Vec2& b) {
    if (unit_a == unit_b) {
        return true;
    }
    for (const int o : doors.of_unit[static_cast<std::size_t>(unit_a)]) {
        const auto opening = static_cast<std::size_t>(o);
        const std::array<int, 2>& units = doors.units[opening];
        if (!doors.open[opening] || (units[0] != unit_b && units[1] != unit_b)) {
            continue;
        }
        const Segment& line = doors.line[opening];
        if (doors.turn[opening]) {
            constexpr double turn_sight = 2.0 * turn_reach;
            if (distance(line, a) < turn_sight && distance(line, b) < turn_sight) {
                return true;
            }
        } else if (intersects(line, {a, b}) || on_line(doors, opening, unit_a, a) ||
                   on_line(doors, opening, unit_b, b)) {
            return true;
        }
    }
    return in_sight_across(doors, unit_a, a, unit_b, b);
}

}  // namespace evac
