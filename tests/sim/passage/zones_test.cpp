// How things that stand in units cut the building into zones, and what leads from where to where.

#include "sim/passage/zones.hpp"
#include "sim/drill/lengths.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace evac;

namespace {

Zones zones_of(const Plan& plan) {
    const Ground ground = build_ground(plan, std::vector<char>(plan.fixtures.size(), 1));
    return find_zones(plan, measure_lengths(ground, plan));
}

std::vector<char> nothing_closed(const Plan& plan) {
    return std::vector<char>(plan.openings.size(), 0);
}

using Openings = std::vector<int>;

/// The corridor 20 m by 3 m with a side door in the middle of its long wall ("side", to "store"),
/// and goods across it from x = 5 to 6, up to y = `to`.
Plan corridor_with_goods(double to) {
    Plan plan = scenes::corridor(20.0, 3.0);
    const int store = scenes::add_unit(plan, "store", "room", scenes::rectangle({8, 3}, {12, 6}));
    scenes::add_opening(plan, "side", {9.5, 3}, {10.5, 3}, store, 0);
    scenes::add_fixture(plan, "goods", scenes::rectangle({5, 0}, {6, to}), 0);
    return plan;
}

}  // namespace

TEST_CASE("a unit is one zone with all its openings, whatever stands in it beside a way") {
    const Plan plan = corridor_with_goods(2.0);
    const Zones zones = zones_of(plan);
    REQUIRE(zones.count() == 2);
    CHECK(zones.zones[0].unit == 0);
    CHECK(zones.zones[0].openings == Openings{0, 1, 2});
    CHECK(zones.zones[1].unit == 1);
    CHECK(zones.zones[1].openings == Openings{2});
    CHECK(zones.of_unit == std::vector<std::vector<int>>{{0}, {1}});
}

TEST_CASE("goods that close a corridor make two zones of it") {
    const Plan plan = corridor_with_goods(3.0);
    const Zones zones = zones_of(plan);
    REQUIRE(zones.count() == 3);
    CHECK(zones.zones[0].unit == 0);
    CHECK(zones.zones[0].openings == Openings{0});  // west
    CHECK(zones.zones[1].unit == 0);
    CHECK(zones.zones[1].openings == Openings{1, 2});  // east and the side door
    CHECK(zones.zones[2].unit == 1);
    CHECK(zones.of_unit == std::vector<std::vector<int>>{{0, 1}, {2}});
    CHECK(zones.of_opening == std::vector<std::vector<int>>{{0, 1, 1}, {2}});

    CHECK(zone_before(plan, zones, passing(2, false)) == 2);  // out of the store
    CHECK(zone_after(plan, zones, passing(2, false)) == 1);   // to the eastern part
    CHECK(zone_before(plan, zones, passing(0, false)) == 0);
    CHECK(zone_after(plan, zones, passing(0, false)) == -1);  // outside
}

TEST_CASE("a gap that nobody passes does not join what lies on either side of it") {
    CHECK(zones_of(corridor_with_goods(2.9)).count() == 3);
    CHECK(zones_of(corridor_with_goods(2.2)).count() == 2);
}

TEST_CASE("the zones of a plan do not change when it is turned") {
    for (const double to : {2.0, 3.0}) {
        const Zones straight = zones_of(corridor_with_goods(to));
        const Zones turned = zones_of(scenes::moved(corridor_with_goods(to), 0.5236, {-7, 31}));
        CHECK(turned.of_unit == straight.of_unit);
        CHECK(turned.of_opening == straight.of_opening);
    }
}

TEST_CASE("a room without a door is a zone, a shaft is none") {
    Plan plan = scenes::one_room(6, 4, 1);
    scenes::add_unit(plan, "cellar", "room", scenes::rectangle({10, 0}, {14, 4}));
    const int shaft =
        scenes::add_unit(plan, "shaft", "elevator", scenes::rectangle({20, 0}, {22, 2}));
    plan.units[static_cast<std::size_t>(shaft)].kind = UnitKind::unwalkable;
    const int door = scenes::add_opening(plan, "lift", {0, 0}, {0, 1}, 0, shaft);
    const Zones zones = zones_of(plan);
    CHECK(zones.of_unit == std::vector<std::vector<int>>{{0}, {1}, {}});
    CHECK(zones.zones[1].openings.empty());
    CHECK(zone_before(plan, zones, passing(door, true)) == -1);
    CHECK(zone_after(plan, zones, passing(door, false)) == -1);
    CHECK_FALSE(passable(plan, nothing_closed(plan), passing(door, false)));
    CHECK_FALSE(passable(plan, nothing_closed(plan), passing(door, true)));
}

TEST_CASE("one can pass what is open, not against one way, and not from outside") {
    Plan plan = scenes::two_rooms(1.0);
    std::vector<char> closed = nothing_closed(plan);
    CHECK(passable(plan, closed, passing(0, false)));
    CHECK(passable(plan, closed, passing(0, true)));
    CHECK(passable(plan, closed, passing(1, false)));
    CHECK_FALSE(passable(plan, closed, passing(1, true)));
    plan.openings[0].one_way = 1;
    CHECK(passable(plan, closed, passing(0, false)));
    CHECK_FALSE(passable(plan, closed, passing(0, true)));
    plan.openings[0].one_way = -1;
    CHECK_FALSE(passable(plan, closed, passing(0, false)));
    CHECK(passable(plan, closed, passing(0, true)));
    plan.openings[0].one_way = 0;
    closed[0] = 1;
    CHECK_FALSE(passable(plan, closed, passing(0, false)));
    CHECK_FALSE(passable(plan, closed, passing(0, true)));
}

TEST_CASE("a way out leads through zones, not through goods") {
    const Plan plan = corridor_with_goods(3.0);
    const Zones zones = zones_of(plan);
    std::vector<char> closed = nothing_closed(plan);
    const auto leads = [&] {
        const std::vector<char> all = leading_out(build_way_graph(plan, zones, closed));
        return std::vector<int>(all.begin(), all.begin() + 3);
    };
    CHECK(leads() == std::vector<int>{1, 1, 1});
    closed[1] = 1;  // east: the part behind the goods and the store lose their way
    CHECK(leads() == std::vector<int>{1, 0, 0});
    closed = {1, 0, 0};  // west
    CHECK(leads() == std::vector<int>{0, 1, 1});
    closed = {0, 0, 1};  // the side door
    CHECK(leads() == std::vector<int>{1, 1, 0});
}
