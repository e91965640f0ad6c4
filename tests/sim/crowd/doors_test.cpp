#include "sim/crowd/doors.hpp"

#include "tests/scenes/blocks.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

/// Two rooms on both sides of a wall along x = 0 with a door from y = -0.5 to 0.5.
Doors one_door() {
    Plan plan = scenes::empty_plan("door");
    const int west = scenes::add_unit(plan, "west", "room", scenes::rectangle({-6, -3}, {0, 3}));
    const int east = scenes::add_unit(plan, "east", "room", scenes::rectangle({0, -3}, {6, 3}));
    scenes::add_opening(plan, "door", {0, -0.5}, {0, 0.5}, west, east);
    return make_doors(plan);
}

/// Whether each sees the other: contact needs both to agree.
bool see(const Doors& doors, const Vec2& in_west, const Vec2& in_east) {
    const bool there = in_sight(doors, 0, in_west, 1, in_east);
    CHECK(in_sight(doors, 1, in_east, 0, in_west) == there);
    return there;
}

}  // namespace

TEST_CASE("people see one another through an open door, and not through the wall beside it") {
    Doors doors = one_door();
    CHECK(see(doors, {-1.0, 0.2}, {1.0, -0.2}));
    CHECK_FALSE(see(doors, {-1.0, 1.0}, {1.0, 1.0}));
    CHECK_FALSE(see(doors, {-0.3, 0.7}, {0.3, 0.7}));
    doors.open[0] = 0;
    CHECK_FALSE(see(doors, {-1.0, 0.2}, {1.0, -0.2}));
}

TEST_CASE("whoever stands in a doorway is seen from both sides of the line") {
    const Doors doors = one_door();
    for (const double hair : {-1e-9, 0.0, 1e-9, 0.01}) {
        INFO(hair);
        CHECK(see(doors, {hair, 0.3}, {0.4, 0.3}));      // has come to the line from the west
        CHECK(see(doors, {-0.4, 0.3}, {-hair, 0.3}));    // counts to the east since the line
        CHECK(see(doors, {-0.3, -0.8}, {-hair, -0.4}));  // and is not behind the jamb
    }
    CHECK(see(doors, {0.13, 0.3}, {0.4, 0.3}));          // steps aside into the doorway
    CHECK_FALSE(see(doors, {-0.3, -0.8}, {0.1, -0.4}));  // behind the jamb
    CHECK_FALSE(see(doors, {-0.3, 0.8}, {0.0, 0.6}));    // beside the door
}
