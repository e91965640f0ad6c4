#include "sim/crowd/hydraulic.hpp"

#include "sim/crowd/precedence.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double a = 0.266;                  ///< [m2 per person]
constexpr double free_below = 0.54;          ///< [1/m2]
constexpr double jammed_from = 3.8;          ///< the relation ends here [1/m2]
constexpr double level_factor = 1.40;        ///< k [m/s]
constexpr double flight_factor = 51.8 / 60;  ///< k over the root of tread by riser [m/s]
constexpr double boundary_layer = 0.15;      ///< on each side of doors and stairs [m]
constexpr double pi = 3.141592653589793;

/// Notes who could be touched, and returns the people per m2 of the floor within the notice
/// distance, the person included. Walls are not taken off that floor: along them the density comes
/// out too low.
double look_around(const Crowd& crowd, std::size_t i, const Cells& cells, const Doors& doors,
                   MotionScratch& scratch) {
    MotionScratch::Contact* contacts =
        scratch.contacts.data() + i * static_cast<std::size_t>(MotionScratch::contacts_kept);
    int contact_count = 0;
    int people = 1;
    const Vec2 here = crowd.position(i);
    for (const std::int32_t around : cells.cells_around(cells.cell_of[i])) {
        for (const Neighbour& other : cells.people_in(around)) {
            const double dx = other.x - here.x();
            const double dy = other.y - here.y();
            const double distance2 = dx * dx + dy * dy;
            if (other.id == crowd.id[i] || distance2 >= notice_distance * notice_distance ||
                !in_sight(doors, crowd.unit[i], here, other.unit, {other.x, other.y})) {
                continue;
            }
            ++people;
            const double radii = crowd.radius[i] + other.radius;
            if (distance2 < (radii + touch_margin) * (radii + touch_margin)) {
                if (contact_count < MotionScratch::contacts_kept) {
                    contacts[contact_count] = {other.slot, radii};
                }
                ++contact_count;
            }
        }
    }
    scratch.contact_count[i] = contact_count;
    return people / (pi * notice_distance * notice_distance);
}

void walk(Crowd& crowd, std::size_t i, double density, MotionScratch& scratch) {
    const double speed = crowd.mode[i] == Mode::walking
                             ? crowd.speed_limit[i] * hydraulic_speed_share(density)
                             : 0.0;
    scratch.velocity_x[i] = speed * crowd.way_x[i];
    scratch.velocity_y[i] = speed * crowd.way_y[i];
    crowd.turned[i] = crowd.mode[i] == Mode::walking ? 0 : 1;  // who walks gives way to nobody
    if (speed > 0.0 && (crowd.way_x[i] != 0.0 || crowd.way_y[i] != 0.0)) {
        crowd.look_x[i] = crowd.way_x[i];
        crowd.look_y[i] = crowd.way_y[i];
    }
}

}  // namespace

double hydraulic_speed_share(double density) {
    const double between = std::clamp(density, free_below, jammed_from - 0.3);
    return (1.0 - a * between) / (1.0 - a * free_below);
}

double hydraulic_capacity(const Plan& plan, const Opening& opening) {
    double k = level_factor;
    for (const int unit : opening.units) {
        if (unit != outside && unit_at(plan, unit).kind == UnitKind::flight) {
            const Steps steps = unit_at(plan, unit).steps.value_or(Steps{});
            k = std::min(k, flight_factor * std::sqrt(steps.tread / steps.riser));
        }
    }
    return k / (4.0 * a) * std::max(0.1, opening.clear_width - 2.0 * boundary_layer);
}

void move_as_hand_calculations(Crowd& crowd, const Cells& cells, const Ground& ground,
                               const Doors& doors, const MotionSettings& settings,
                               MotionScratch& scratch, Team& team) {
    make_room(scratch, crowd.size());
    constexpr int block = 64;
    team.for_blocks(static_cast<int>(crowd.size()), block, [&](int begin, int end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            walk(crowd, i, look_around(crowd, i, cells, doors, scratch), scratch);
            if (crowd.mode[i] == Mode::walking) {
                mind_waiting(crowd, i, settings.step);
            } else {
                crowd.stood_for[i] = 0.0;
            }
        }
    });
    carry_out(crowd, ground, doors, settings, scratch, team);
}

}  // namespace evac
