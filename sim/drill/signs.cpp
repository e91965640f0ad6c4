#include "sim/drill/phases.hpp"
#include "sim/drill/turns.hpp"

#include <algorithm>
#include <limits>

namespace evac {

namespace {

/// Of those who come into the visibility area of a sign that points where they do not go anyway, so
/// many notice it (Xie, Filippidis, Galea, Blackshields, Lawrence 2012: 38 %).
constexpr double notice_probability = 0.38;
/// A sign hangs at most this far outside the unit it is read from [m].
constexpr double hangs_within = 0.5;

/// Whether nothing but air is between the eye and the sign.
bool in_line_of_sight(const Drill& drill, int unit, const Vec2& eye, const Vec2& sign) {
    const UnitGround& ground = drill.ground.units[static_cast<std::size_t>(unit)];
    // A sign hangs on a wall: the last bit of the line does not count.
    constexpr double off_the_wall = 0.2;  // m
    const Vec2 line = sign - eye;
    const double length = line.norm();
    if (length <= off_the_wall) {
        return true;
    }
    const Segment sight{eye, eye + (1.0 - off_the_wall / length) * line};
    return std::none_of(ground.walls.begin(), ground.walls.end(), [&](const Wall& wall) {
        return wall.opening < 0 && intersects(wall.line, sight);
    });
}

bool can_read(const Drill& drill, std::size_t slot, const Amenity& amenity) {
    const Unit& unit = unit_at(drill.plan(), drill.crowd.unit[slot]);
    const Vec2 eye = drill.crowd.position(slot);
    const Vec2 to_eye = eye - amenity.position;
    const ExitSign& sign = *amenity.sign;
    const double range = std::min(sign.range, seen_through_smoke(drill, drill.crowd.unit[slot]));
    return sign.lit && unit.level == amenity.level && to_eye.norm() <= range &&
           (sign.facing == Vec2::Zero() || sign.facing.dot(to_eye) > 0.0) &&
           (contains(unit.polygon, amenity.position) ||
            edge_distance(unit.polygon, amenity.position) <= hangs_within) &&
           in_line_of_sight(drill, drill.crowd.unit[slot], eye, amenity.position);
}

/// Where one stands under a sign, which hangs on a wall or a little outside the unit: the first
/// free floor on the line along which it is read.
Vec2 under_sign(const Drill& drill, int unit, const Vec2& eye, const Vec2& sign) {
    constexpr double off_walls = 0.2;  // m
    constexpr double step = 0.1;       // m
    const Vec2 line = eye - sign;
    const double length = line.norm();
    for (double off = 0.0; off < length; off += step) {
        const Vec2 place = sign + off / length * line;
        if (on_floor(drill.ground, drill.plan(), drill.fixture_present, unit, place) &&
            clearance_at(drill.ground, unit, place) >= off_walls) {
            return place;
        }
    }
    return eye;
}

/// The passing out of the unit by which one is soonest in the open from here, -1 if none leads out.
Passing soonest_way_out(const Drill& drill, int unit, const Vec2& here, const RouteTable& table) {
    Passing soonest = -1;
    double least = std::numeric_limits<double>::infinity();
    for (const int o : drill.doors.of_unit[static_cast<std::size_t>(unit)]) {
        const Passing through =
            passing(o, drill.doors.units[static_cast<std::size_t>(o)][1] == unit);
        const int field = find_field(drill.ground, unit, {Target::Kind::opening, o});
        const double way = heading_at(drill.ground, drill.plan(), unit, field, here).distance;
        const double time =
            way / drill.routes.speeds.level + table.time[static_cast<std::size_t>(through)];
        if (time < least) {
            soonest = through;
            least = time;
        }
    }
    return soonest;
}

/// The exit that a sign leads to: its own opening if that is one, else the nearest behind it; of a
/// sign that names no opening, the nearest from where it hangs.
int exit_by_sign(Drill& drill, std::size_t slot, const Amenity& amenity) {
    const Plan& plan = drill.plan();
    const int named = amenity.sign->opening;
    if (named >= 0 && plan.openings[static_cast<std::size_t>(named)].exit) {
        return named;
    }
    const int anybody = policy_number(drill.routes, RoutePolicy{});
    const RouteTable& table = route_table(drill.routes, plan, anybody, 0);
    const int unit = drill.crowd.unit[slot];
    const auto& here = drill.doors.of_unit[static_cast<std::size_t>(unit)];
    Passing p = -1;
    if (named < 0) {
        const Vec2 below = under_sign(drill, unit, drill.crowd.position(slot), amenity.position);
        p = soonest_way_out(drill, unit, below, table);
    } else if (std::find(here.begin(), here.end(), named) != here.end()) {
        p = passing(named, drill.doors.units[static_cast<std::size_t>(named)][1] == unit);
    }
    while (p >= 0 && !leads_out(plan, p)) {
        p = table.next[static_cast<std::size_t>(p)];
    }
    return p < 0 ? -1 : opening_of(p);
}

/// Adds an exit to those the person knows, and takes the best way anew.
void learn_exit(Drill& drill, std::size_t slot, int exit) {
    Mind& mind = drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])];
    RoutePolicy more = drill.routes.policies[static_cast<std::size_t>(mind.policies.front())];
    if (more.exits.empty() ||
        std::find(more.exits.begin(), more.exits.end(), exit) != more.exits.end()) {
        return;
    }
    more.exits.push_back(exit);
    std::sort(more.exits.begin(), more.exits.end());
    mind.policies.front() = policy_number(drill.routes, more);
    choose_target(drill, slot);
}

bool knows_only_the_way_in(const Drill& drill, int person) {
    return profile_of(drill, person).knows == Familiarity::way_in;
}

void look_for_signs(Drill& drill, std::size_t slot) {
    const int person = drill.crowd.id[slot];
    Mind& mind = drill.minds[static_cast<std::size_t>(person)];
    const std::vector<Amenity>& amenities = drill.plan().amenities;
    for (std::size_t a = 0; a < amenities.size(); ++a) {
        const int index = static_cast<int>(a);
        if (!amenities[a].sign ||
            std::find(mind.signs_met.begin(), mind.signs_met.end(), index) !=
                mind.signs_met.end() ||
            !can_read(drill, slot, amenities[a])) {
            continue;
        }
        mind.signs_met.push_back(index);
        const Draw draw{drill.scenario.seed, Purpose::behaviour, static_cast<std::uint32_t>(person),
                        static_cast<std::uint32_t>(a)};
        if (draw.uniform(notice_sign_draw) < notice_probability) {
            if (const int exit = exit_by_sign(drill, slot, amenities[a]); exit >= 0) {
                learn_exit(drill, slot, exit);
            }
        }
    }
}

}  // namespace

void notice_signs(Drill& drill) {
    if (!glance_due(drill)) {
        return;
    }
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        const int person = drill.crowd.id[slot];
        if (drill.crowd.mode[slot] == Mode::walking && glances_now(drill, person) &&
            knows_only_the_way_in(drill, person) && !has_visits(drill, person)) {
            look_for_signs(drill, slot);
        }
    }
}

}  // namespace evac
