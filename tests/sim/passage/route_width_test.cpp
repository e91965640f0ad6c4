// The width of whole ways out.

#include "sim/passage/route_width.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

constexpr double tolerance = 2e-3;

ClearWidths widths_of(const Plan& plan) {
    return measure_clear_widths(plan, {std::vector<char>(plan.fixtures.size(), 1), false});
}

std::vector<char> all_open(const Plan& plan) {
    return std::vector<char>(plan.openings.size(), 0);
}

/// "room" (0..6 by 0..4) with the doors "narrow" (0.8 m, to "west", a corridor 2 m wide, which has
/// an exit) and "wide" (1.4 m, to "east", as wide, with a door "middle" to "lobby" and its exit).
struct TwoWays {
    Plan plan = scenes::empty_plan("two_ways");
    int room = scenes::add_unit(plan, "room", "office", scenes::rectangle({0, 0}, {6, 4}));
    int west = scenes::add_unit(plan, "west", "walkway", scenes::rectangle({-10, 0}, {0, 2}));
    int east = scenes::add_unit(plan, "east", "walkway", scenes::rectangle({6, 0}, {16, 2}));
    int lobby = scenes::add_unit(plan, "lobby", "lobby", scenes::rectangle({16, 0}, {20, 4}));
    int narrow = scenes::add_opening(plan, "narrow", {0, 0.6}, {0, 1.4}, room, west);
    int wide = scenes::add_opening(plan, "wide", {6, 0.3}, {6, 1.7}, room, east);
    int middle = scenes::add_opening(plan, "middle", {16, 0.2}, {16, 1.8}, east, lobby);
    int exit_west = scenes::add_exit(plan, "exit_west", {-10, 0.2}, {-10, 1.8}, west);
    int exit_east = scenes::add_exit(plan, "exit_east", {20, 0.5}, {20, 3.5}, lobby);

    RouteWidth from_room(const std::vector<char>& closed) const {
        return widest_ways_out(plan, widths_of(plan), closed)[static_cast<std::size_t>(room)];
    }
    RouteWidth from_room() const { return from_room(all_open(plan)); }
};

}  // namespace

TEST_CASE("the widest way out is taken, not the shortest, and its narrowest place is told") {
    const TwoWays w;
    const RouteWidth route = w.from_room();
    CHECK(route.passings == std::vector<Passing>{passing(w.wide, false), passing(w.middle, false),
                                                 passing(w.exit_east, false)});
    CHECK(route.narrowest.width == Approx(1.4));
    CHECK(route.narrowest.opening == w.wide);
    REQUIRE(route.places.size() == 6);
    CHECK(route.places[0].width == Approx(4.0).margin(tolerance));
    CHECK(route.places[2].width == Approx(2.0).margin(tolerance));
    CHECK(route.places[3].width == Approx(1.6));
}

TEST_CASE("a box in the wide way makes the other one the widest") {
    TwoWays w;
    scenes::add_fixture(w.plan, "box", scenes::rectangle({10, 0}, {11, 1.3}), w.east);
    const RouteWidth route = w.from_room();
    CHECK(route.passings ==
          std::vector<Passing>{passing(w.narrow, false), passing(w.exit_west, false)});
    CHECK(route.narrowest.width == Approx(0.8));

    const ClearWidths widths = widths_of(w.plan);
    const RouteWidth given = width_along(
        w.plan, widths, w.room,
        {passing(w.wide, false), passing(w.middle, false), passing(w.exit_east, false)});
    CHECK(given.narrowest.width == Approx(0.7).margin(tolerance));
    CHECK(given.narrowest.unit == w.east);
    CHECK((given.narrowest.fixture_a == 0 || given.narrowest.fixture_b == 0));
}

TEST_CASE("closed and one-way openings are not passed") {
    TwoWays w;
    std::vector<char> closed = all_open(w.plan);
    closed[static_cast<std::size_t>(w.middle)] = 1;
    CHECK(w.from_room(closed).narrowest.opening == w.narrow);
    w.plan.openings[static_cast<std::size_t>(w.narrow)].one_way = -1;  // only into the room
    const RouteWidth none = w.from_room(closed);
    CHECK(none.passings.empty());
    CHECK(none.narrowest.width == 0.0);
}

TEST_CASE("of ways of one width the one with fewer openings is taken") {
    TwoWays w;
    w.plan.openings[static_cast<std::size_t>(w.wide)].clear_width = 0.8;
    CHECK(w.from_room().passings.size() == 2);
}

TEST_CASE("a way ends where it leads out: the yard behind the exit does not count") {
    TwoWays w;
    const int yard =
        scenes::add_unit(w.plan, "yard", "unenclosedarea", scenes::rectangle({20, 0}, {30, 4}));
    w.plan.units[static_cast<std::size_t>(yard)].kind = UnitKind::outdoors;
    w.plan.openings[static_cast<std::size_t>(w.exit_east)].units = {w.lobby, yard};
    scenes::add_fixture(w.plan, "heap", scenes::rectangle({20.2, 0}, {21, 4}), yard);
    const RouteWidth route = w.from_room();
    CHECK(route.passings.back() == passing(w.exit_east, false));
    CHECK(route.narrowest.width == Approx(1.4));
}
