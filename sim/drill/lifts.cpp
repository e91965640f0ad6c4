#include "sim/drill/lifts.hpp"

#include "sim/drill/lift_travel.hpp"
#include "sim/drill/phases.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

/// Who waits this near the landing door has called the lift [m].
constexpr double call_reach = 2.5;
/// Walks on into the car for so long [s].
constexpr double settle_time = 1.0;

const Lift& lift_at(const Drill& drill, std::size_t lift) {
    return drill.scenario.lifts[lift];
}

double height(const Plan& plan, const Lift& lift, int place) {
    return unit_at(plan, lift.units[static_cast<std::size_t>(place)]).elevation;
}

/// Doors closed, travel, doors opened again [s].
double ride_time(const Plan& plan, const Lift& lift, int from, int to) {
    const double way = std::abs(height(plan, lift, to) - height(plan, lift, from));
    return lift_trip_time(lift.motion, way);
}

/// The place of the lift whose car this unit is, or -1.
int place_of(const Lift& lift, int unit) {
    const auto found = std::find(lift.units.begin(), lift.units.end(), unit);
    return found == lift.units.end() ? -1 : static_cast<int>(found - lift.units.begin());
}

/// The person's place in the car, or -1.
int seat_of(const LiftCar& car, int person) {
    const auto found = std::find(car.riders.begin(), car.riders.end(), person);
    return found == car.riders.end() ? -1 : static_cast<int>(found - car.riders.begin());
}

/// People who wait at the landing doors, per place of the lift.
std::vector<int> calls(const Drill& drill, const Lift& lift) {
    std::vector<int> waiting(lift.units.size(), 0);
    const Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        const int place = crowd.beyond[slot] == outside ? -1 : place_of(lift, crowd.beyond[slot]);
        if (crowd.mode[slot] == Mode::walking && place >= 0 && crowd.remaining[slot] < call_reach &&
            place_of(lift, crowd.unit[slot]) < 0) {
            ++waiting[static_cast<std::size_t>(place)];
        }
    }
    return waiting;
}

bool is_down(const Drill& drill, int person) {
    const std::int32_t slot = drill.slot_of[static_cast<std::size_t>(person)];
    return drill.crowd.mode[static_cast<std::size_t>(slot)] == Mode::down;
}

/// Whoever was brought down in the car, while it moved or stood, lies there, takes up room and is
/// carried along.
void keep_the_fallen(const Drill& drill, const Lift& lift, LiftCar& car) {
    const int unit = lift.units[static_cast<std::size_t>(car.place)];
    const Crowd& crowd = drill.crowd;
    for (std::size_t slot = 0; slot < crowd.size(); ++slot) {
        if (crowd.unit[slot] == unit && crowd.mode[slot] == Mode::down &&
            seat_of(car, crowd.id[slot]) < 0) {
            car.riders.push_back(crowd.id[slot]);
            car.exits.push_back(-1);
        }
    }
}

/// Where the riders want to get out: that of the one who came first, -1 if nobody does.
int wanted(const Drill& drill, const Lift& lift, const LiftCar& car) {
    for (std::size_t i = 0; i < car.riders.size(); ++i) {
        if (!is_down(drill, car.riders[i])) {
            return place_of(lift, unit_before(drill.plan(), car.exits[i]));
        }
    }
    return -1;
}

/// Whether somebody who does not ride is in the car: on the way out, or kept in by a locked door.
bool somebody_is_getting_out(const Drill& drill, const Lift& lift, const LiftCar& car) {
    const int unit = lift.units[static_cast<std::size_t>(car.place)];
    for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
        if (drill.crowd.unit[slot] == unit && drill.crowd.mode[slot] != Mode::down &&
            seat_of(car, drill.crowd.id[slot]) < 0) {
            return true;
        }
    }
    return false;
}

/// Lets everybody out who is bound for the place where the car stands.
void let_out(Drill& drill, const Lift& lift, LiftCar& car) {
    const int unit = lift.units[static_cast<std::size_t>(car.place)];
    for (std::size_t i = 0; i < car.riders.size();) {
        const Passing by = car.exits[i];
        const std::int32_t slot = drill.slot_of[static_cast<std::size_t>(car.riders[i])];
        const int person = car.riders[i];
        if (is_down(drill, person) || unit_before(drill.plan(), by) != unit) {
            ++i;
            continue;
        }
        car.riders.erase(car.riders.begin() + static_cast<std::ptrdiff_t>(i));
        car.exits.erase(car.exits.begin() + static_cast<std::ptrdiff_t>(i));
        const Mind& mind = drill.minds[static_cast<std::size_t>(person)];
        head_for(drill, static_cast<std::size_t>(slot), by,
                 route_table(drill.routes, drill.plan(), mind.following, mind.known));
    }
}

/// The riders are carried along: the car is drawn once per level, at the same place of each.
void carry(Drill& drill, const Lift& lift, const LiftCar& car) {
    const int unit = lift.units[static_cast<std::size_t>(car.place)];
    const Vec2 there = centroid(unit_at(drill.plan(), unit).polygon);
    for (const int rider : car.riders) {
        const std::int32_t at = drill.slot_of[static_cast<std::size_t>(rider)];
        const auto slot = static_cast<std::size_t>(at);
        const Vec2 here = centroid(unit_at(drill.plan(), drill.crowd.unit[slot]).polygon);
        drill.crowd.x[slot] += there.x() - here.x();
        drill.crowd.y[slot] += there.y() - here.y();
        drill.crowd.unit[slot] = unit;
        drill.crowd.came[slot] = -1;
    }
}

void leave_for(Drill& drill, const Lift& lift, LiftCar& car, int place) {
    car.until = drill.time() + ride_time(drill.plan(), lift, car.place, place);
    car.place = place;
    car.state = LiftCar::State::moving;
}

/// Doors open: people get in and out. When they have stood open long enough, and nobody is on the
/// way out any more, the car goes where its riders want to go, or, when it is empty, to the highest
/// level where somebody waits.
void stand_open(Drill& drill, const Lift& lift, LiftCar& car) {
    if (drill.time() < car.until || somebody_is_getting_out(drill, lift, car)) {
        return;
    }
    const std::vector<int> waiting = calls(drill, lift);
    if (const int bound = wanted(drill, lift, car); bound >= 0) {
        leave_for(drill, lift, car, bound);
        return;
    }
    for (std::size_t place = waiting.size(); place-- > 0;) {
        if (waiting[place] > 0 && static_cast<int>(place) != car.place) {
            leave_for(drill, lift, car, static_cast<int>(place));
            return;
        }
    }
}

/// How many of those who walk to the same door are nearer to it.
int nearer_to_the_door(const Drill& drill, std::size_t slot) {
    const Crowd& crowd = drill.crowd;
    int count = 0;
    for (std::size_t other = 0; other < crowd.size(); ++other) {
        const bool same_door = other != slot && crowd.mode[other] == Mode::walking &&
                               crowd.unit[other] == crowd.unit[slot] &&
                               crowd.target[other] == crowd.target[slot];
        const bool nearer = crowd.remaining[other] < crowd.remaining[slot] ||
                            (crowd.remaining[other] == crowd.remaining[slot] && other < slot);
        count += same_door && nearer ? 1 : 0;
    }
    return count;
}

}  // namespace

std::vector<WalkLengths::Ride> rides_of(const Scenario& scenario) {
    std::vector<WalkLengths::Ride> rides;
    for (const Lift& lift : scenario.lifts) {
        const int count = static_cast<int>(lift.units.size());
        for (int from = 0; from < count; ++from) {
            for (int to = 0; to < count; ++to) {
                if (from != to) {
                    const double ride = ride_time(scenario.plan, lift, from, to);
                    const double wait = 0.5 * (2.0 * ride + lift.motion.dwell);
                    rides.push_back({lift.units[static_cast<std::size_t>(from)],
                                     lift.units[static_cast<std::size_t>(to)],
                                     wait + lift.motion.dwell + ride});
                }
            }
        }
    }
    return rides;
}

std::vector<LiftCar> lifts_at_start(const Scenario& scenario) {
    std::vector<LiftCar> cars;
    for (const Lift& lift : scenario.lifts) {
        LiftCar car;
        car.place = lift.home;
        cars.push_back(std::move(car));
    }
    return cars;
}

void run_lifts(Drill& drill) {
    for (std::size_t l = 0; l < drill.lifts.size(); ++l) {
        LiftCar& car = drill.lifts[l];
        const Lift& lift = lift_at(drill, l);
        if (car.state == LiftCar::State::moving) {
            if (drill.time() < car.until) {
                continue;
            }
            car.state = LiftCar::State::standing;
            car.until = drill.time() + lift.motion.dwell;
            carry(drill, lift, car);
        }
        keep_the_fallen(drill, lift, car);
        let_out(drill, lift, car);
        stand_open(drill, lift, car);
    }
}

bool lift_takes(const Drill& drill, std::size_t slot) {
    const int beyond = drill.crowd.beyond[slot];
    for (std::size_t l = 0; beyond != outside && l < drill.lifts.size(); ++l) {
        const Lift& lift = lift_at(drill, l);
        const LiftCar& car = drill.lifts[l];
        const int place = place_of(lift, beyond);
        if (place >= 0 && place_of(lift, drill.crowd.unit[slot]) < 0) {
            return car.state == LiftCar::State::standing && car.place == place &&
                   static_cast<int>(car.riders.size()) + nearer_to_the_door(drill, slot) <
                       lift.capacity;
        }
    }
    return true;
}

void board_lift(Drill& drill, std::size_t slot, Passing exit_by) {
    const int unit = drill.crowd.unit[slot];
    for (std::size_t l = 0; l < drill.lifts.size(); ++l) {
        const Lift& lift = lift_at(drill, l);
        if (place_of(lift, unit) >= 0) {
            LiftCar& car = drill.lifts[l];
            car.riders.push_back(drill.crowd.id[slot]);
            car.exits.push_back(exit_by);
            car.until = std::max(car.until, drill.time() + lift.motion.dwell);
        }
    }
    stand(drill, slot);
    // On into the car, to make room for the next.
    const Vec2 inward = centroid(unit_at(drill.plan(), unit).polygon) - drill.crowd.position(slot);
    if (inward.norm() > 0.0) {
        drill.crowd.look_x[slot] = inward.x() / inward.norm();
        drill.crowd.look_y[slot] = inward.y() / inward.norm();
    }
    drill.crowd.mode[slot] = Mode::walking;
    drill.minds[static_cast<std::size_t>(drill.crowd.id[slot])].settle_until =
        drill.time() + settle_time;
}

bool rides(const Drill& drill, std::size_t slot) {
    return std::any_of(drill.lifts.begin(), drill.lifts.end(),
                       [&](const LiftCar& car) { return seat_of(car, drill.crowd.id[slot]) >= 0; });
}

}  // namespace evac
