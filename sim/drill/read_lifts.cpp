#include "sim/drill/read_lifts.hpp"

#include "sim/drill/id_lookup.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace evac {

namespace {

using nlohmann::json;

constexpr const char* lift_category = "elevator";

bool has_a_door(const Plan& plan, int unit) {
    return std::any_of(plan.openings.begin(), plan.openings.end(),
                       [&](const Opening& o) { return o.units[0] == unit || o.units[1] == unit; });
}

/// The car at one level, unless something is wrong with it.
void read_car(const std::string& id, const std::string& pointer, const Plan& plan, Lift& lift,
              Defects& defects) {
    const int unit = IdLookup(plan, defects).unit(id, pointer, lift.id);
    if (unit < 0) {
        return;
    }
    const Unit& car = unit_at(plan, unit);
    if (car.category != lift_category) {
        defects.add(pointer, lift.id, message(MessageId::scenario_lift_unit, id, car.category),
                    message(MessageId::scenario_lift_unit_remedy));
    } else if (!has_a_door(plan, unit)) {
        defects.add(pointer, lift.id, message(MessageId::scenario_lift_door, id),
                    message(MessageId::scenario_lift_door_remedy));
    } else if (std::any_of(lift.units.begin(), lift.units.end(),
                           [&](int other) { return unit_at(plan, other).level == car.level; })) {
        const std::string& level = plan.levels[static_cast<std::size_t>(car.level)].id;
        defects.add(pointer, lift.id, message(MessageId::scenario_lift_level, level),
                    message(MessageId::scenario_lift_level_remedy));
    } else {
        lift.units.push_back(unit);
    }
}

void read_home(const json& entry, const std::string& pointer, const Plan& plan, Lift& lift,
               Defects& defects) {
    const json& stops = entry.at("units");
    const auto id = entry.at("home").get<std::string>();
    if (std::find(stops.begin(), stops.end(), id) == stops.end()) {
        defects.add(pointer, lift.id, message(MessageId::scenario_lift_home, id),
                    message(MessageId::scenario_lift_home_remedy));
        return;
    }
    for (std::size_t i = 0; i < lift.units.size(); ++i) {
        if (unit_at(plan, lift.units[i]).id == id) {
            lift.home = static_cast<int>(i);
        }
    }
}

Lift read_lift(const json& entry, const std::string& pointer, const Plan& plan, Defects& defects) {
    Lift lift;
    lift.id = entry.at("id").get<std::string>();
    const json& units = entry.at("units");
    for (std::size_t i = 0; i < units.size(); ++i) {
        read_car(units[i].get<std::string>(), pointer + "/units/" + std::to_string(i), plan, lift,
                 defects);
    }
    std::sort(lift.units.begin(), lift.units.end(), [&](int a, int b) {
        return unit_at(plan, a).elevation < unit_at(plan, b).elevation;
    });
    lift.capacity = entry.value("capacity", lift.capacity);
    const auto number = [&](const char* key, double& value) { value = entry.value(key, value); };
    number("speed", lift.motion.top_speed);
    number("acceleration", lift.motion.acceleration);
    number("jerk", lift.motion.jerk);
    number("start_delay", lift.motion.start_delay);
    number("opening", lift.motion.opening);
    number("closing", lift.motion.closing);
    number("dwell", lift.motion.dwell);
    if (entry.contains("home")) {
        read_home(entry, pointer + "/home", plan, lift, defects);
    }
    return lift;
}

}  // namespace

std::vector<Lift> read_lifts(const json& lifts, const Plan& plan, Defects& defects) {
    std::vector<Lift> all;
    for (std::size_t i = 0; lifts.is_array() && i < lifts.size(); ++i) {
        const std::string pointer = "/lifts/" + std::to_string(i);
        if (defects.sound(pointer)) {
            all.push_back(read_lift(lifts[i], pointer, plan, defects));
        }
    }
    return all;
}

}  // namespace evac
