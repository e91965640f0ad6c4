#include "tests/scenes/buildings.hpp"

#include "tests/scenes/blocks.hpp"

namespace evac::scenes {

namespace {

constexpr double storey = 3.2;  // [m]

Unit& unit_at(Plan& plan, int index) {
    return plan.units[static_cast<std::size_t>(index)];
}

void set_elevation(Plan& plan, int opening, double elevation) {
    plan.openings[static_cast<std::size_t>(opening)].elevation = elevation;
}

int add_flight(Plan& plan, const std::string& id, const Vec2& low, const Vec2& high,
               double elevation) {
    const int flight = add_unit(plan, id, "stairs", rectangle(low, high));
    unit_at(plan, flight).kind = UnitKind::flight;
    unit_at(plan, flight).steps = Steps{};
    unit_at(plan, flight).stair = "east";
    unit_at(plan, flight).elevation = elevation;
    return flight;
}

/// "hall_0" with its exit on the lower level, "hall_1" right above it.
void add_halls(Plan& plan) {
    const Polygon floor = rectangle({-2.0, -4.0}, {5.0, 0.0});
    const int upper_level = add_level(plan, "L1", storey);
    const int lower = add_unit(plan, "hall_0", "lobby", floor, 0);
    add_unit(plan, "hall_1", "lobby", floor, upper_level);
    add_exit(plan, "exit", {-2.0, -3.0}, {-2.0, -1.8}, lower);
}

}  // namespace

Plan one_room(double width, double depth, double exit_width) {
    Plan plan = empty_plan("one_room");
    const int room = add_unit(plan, "room", "room", rectangle({0, 0}, {width, depth}));
    add_exit(plan, "exit", {width, 0.5 * (depth - exit_width)}, {width, 0.5 * (depth + exit_width)},
             room);
    return plan;
}

Plan two_rooms(double door_width) {
    Plan plan = empty_plan("two_rooms");
    const int inner = add_unit(plan, "inner", "room", rectangle({0, 0}, {5, 4}));
    const int outer = add_unit(plan, "outer", "room", rectangle({5, 0}, {9, 4}));
    add_opening(plan, "door", {5, 2 - 0.5 * door_width}, {5, 2 + 0.5 * door_width}, inner, outer);
    add_exit(plan, "exit", {9, 1.4}, {9, 2.6}, outer);
    return plan;
}

Plan narrow_passage(double width, double depth) {
    Plan plan = empty_plan("narrow_passage");
    const double low = 2 - 0.5 * width;
    const double high = 2 + 0.5 * width;
    const double far = 5 + depth;
    const int inner = add_unit(plan, "inner", "room", rectangle({0, 0}, {5, 4}));
    const int neck = add_unit(plan, "neck", "walkway", rectangle({5, low}, {far, high}));
    const int outer = add_unit(plan, "outer", "room", rectangle({far, 0}, {far + 4, 4}));
    add_opening(plan, "neck_in", {5, low}, {5, high}, inner, neck);
    add_opening(plan, "neck_out", {far, low}, {far, high}, neck, outer);
    add_exit(plan, "exit", {far + 4, 1.4}, {far + 4, 2.6}, outer);
    return plan;
}

Plan corridor(double length, double width) {
    Plan plan = empty_plan("corridor");
    const int unit = add_unit(plan, "corridor", "walkway", rectangle({0, 0}, {length, width}));
    add_exit(plan, "west", {0, 0}, {0, width}, unit);
    add_exit(plan, "east", {length, 0}, {length, width}, unit);
    return plan;
}

Plan l_corridor(double arm, double width) {
    Plan plan = empty_plan("l_corridor");
    const Polygon shape{{{0, 0}, {arm, 0}, {arm, width}, {width, width}, {width, arm}, {0, arm}},
                        {}};
    const int unit = add_unit(plan, "corridor", "walkway", shape);
    add_exit(plan, "start", {0, arm}, {width, arm}, unit);
    add_exit(plan, "end", {arm, 0}, {arm, width}, unit);
    return plan;
}

Plan ring() {
    Plan plan = empty_plan("ring");
    Polygon shape = rectangle({0, 0}, {12, 12});
    shape.holes.push_back(rectangle({2, 2}, {10, 10}).outer);
    const int unit = add_unit(plan, "ring", "walkway", shape);
    add_exit(plan, "exit", {12, 5.5}, {12, 6.5}, unit);
    return plan;
}

Plan dog_leg() {
    Plan plan = empty_plan("dog_leg");
    add_halls(plan);
    const int lower = find_unit(plan, "hall_0");
    const int upper = find_unit(plan, "hall_1");
    const int flight_a = add_flight(plan, "flight_a", {0.0, 0.0}, {1.5, 3.0}, 0.0);
    const int landing = add_unit(plan, "landing", "walkway", rectangle({0.0, 3.0}, {3.1, 4.5}));
    unit_at(plan, landing).stair = "east";
    unit_at(plan, landing).elevation = 0.5 * storey;
    const int flight_b = add_flight(plan, "flight_b", {1.6, 0.0}, {3.1, 3.0}, 0.5 * storey);

    add_opening(plan, "foot", {0.0, 0.0}, {1.5, 0.0}, lower, flight_a);
    const int turn_a = add_opening(plan, "turn_a", {0.0, 3.0}, {1.5, 3.0}, flight_a, landing);
    const int turn_b = add_opening(plan, "turn_b", {1.6, 3.0}, {3.1, 3.0}, landing, flight_b);
    const int head = add_opening(plan, "head", {1.6, 0.0}, {3.1, 0.0}, flight_b, upper);
    set_elevation(plan, turn_a, 0.5 * storey);
    set_elevation(plan, turn_b, 0.5 * storey);
    set_elevation(plan, head, storey);
    return plan;
}

Plan stacked_flights() {
    Plan plan = empty_plan("stacked_flights");
    add_halls(plan);
    const int lower = find_unit(plan, "hall_0");
    const int upper = find_unit(plan, "hall_1");
    const int flight_a = add_flight(plan, "flight_a", {0.0, 0.0}, {1.5, 3.0}, 0.0);
    const int flight_b = add_flight(plan, "flight_b", {0.0, 0.0}, {1.5, 3.0}, 0.5 * storey);
    unit_at(plan, flight_b).level = 1;

    add_opening(plan, "foot", {0.0, 0.0}, {1.5, 0.0}, lower, flight_a);
    const int turn = add_opening(plan, "turn", {0.0, 3.0}, {1.5, 3.0}, flight_a, flight_b);
    const int head = add_opening(plan, "head", {0.0, 0.0}, {1.5, 0.0}, flight_b, upper);
    set_elevation(plan, turn, 0.5 * storey);
    set_elevation(plan, head, storey);
    return plan;
}

}  // namespace evac::scenes
