#include "sim/crowd/crowd.hpp"

namespace evac {

namespace {

/// Calls `visit` with every array of the crowd, so that none is forgotten.
template <class Visit>
void for_each_array(Crowd& crowd, Visit visit) {
    visit(crowd.id);
    visit(crowd.x);
    visit(crowd.y);
    visit(crowd.vx);
    visit(crowd.vy);
    visit(crowd.look_x);
    visit(crowd.look_y);
    visit(crowd.radius);
    visit(crowd.free_speed);
    visit(crowd.speed_limit);
    visit(crowd.stop_distance);
    visit(crowd.mode);
    visit(crowd.turned);
    visit(crowd.held_x);
    visit(crowd.held_y);
    visit(crowd.held_for);
    visit(crowd.stood_x);
    visit(crowd.stood_y);
    visit(crowd.stood_for);
    visit(crowd.unit);
    visit(crowd.target);
    visit(crowd.field);
    visit(crowd.beyond);
    visit(crowd.after);
    visit(crowd.ahead);
    visit(crowd.came);
    visit(crowd.pass);
    visit(crowd.remaining);
    visit(crowd.way_x);
    visit(crowd.way_y);
}

}  // namespace

void add_person(Crowd& crowd, std::int32_t id, const Vec2& position, double body_radius,
                double free_speed, int unit) {
    for_each_array(crowd, [](auto& array) { array.emplace_back(); });
    const std::size_t slot = crowd.size() - 1;
    crowd.id[slot] = id;
    crowd.x[slot] = position.x();
    crowd.y[slot] = position.y();
    crowd.look_x[slot] = 1.0;
    crowd.radius[slot] = contact_share * body_radius;
    crowd.free_speed[slot] = free_speed;
    crowd.speed_limit[slot] = free_speed;
    crowd.mode[slot] = Mode::waiting;
    crowd.turned[slot] = 1;
    crowd.unit[slot] = unit;
    for (auto* none :
         {&crowd.target, &crowd.field, &crowd.beyond, &crowd.after, &crowd.came, &crowd.pass}) {
        (*none)[slot] = -1;
    }
}

void remove_people(Crowd& crowd, const std::vector<char>& gone) {
    for_each_array(crowd, [&](auto& array) {
        std::size_t kept = 0;
        for (std::size_t slot = 0; slot < array.size(); ++slot) {
            if (!gone[slot]) {
                array[kept++] = array[slot];
            }
        }
        array.resize(kept);
    });
}

}  // namespace evac
