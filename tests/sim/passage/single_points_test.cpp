// What a building hangs on, by the shape of its graph alone.

#include "sim/passage/single_points.hpp"
#include "sim/drill/lengths.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace evac;

namespace {

/// A verdict in ids, which read better than indices.
struct Named {
    std::map<std::string, std::vector<std::string>> points;  ///< element -> units behind it
    std::vector<std::string> articulation;
    std::vector<std::string> bridges;
    std::vector<std::string> without;
};

using Ids = std::vector<std::string>;

Named judged(const Plan& plan, const std::vector<std::string>& closed_ids = {}) {
    const Ground ground = build_ground(plan, std::vector<char>(plan.fixtures.size(), 1));
    const Zones zones = find_zones(plan, measure_lengths(ground, plan));
    std::vector<char> closed(plan.openings.size(), 0);
    for (const std::string& id : closed_ids) {
        closed[static_cast<std::size_t>(find_opening(plan, id))] = 1;
    }
    const GraphVerdict verdict = judge_graph(plan, zones, closed);
    const auto unit = [&](int index) { return plan.units[static_cast<std::size_t>(index)].id; };
    const auto opening = [&](int index) {
        return plan.openings[static_cast<std::size_t>(index)].id;
    };
    const auto zone = [&](int index) {
        return unit(zones.zones[static_cast<std::size_t>(index)].unit);
    };
    Named named;
    for (const SinglePoint& point : verdict.single_points) {
        CHECK((point.opening >= 0) != (point.unit >= 0));
        Ids& behind = named.points[point.opening >= 0 ? opening(point.opening) : unit(point.unit)];
        CHECK(behind.empty());
        for (const int one : point.behind) {
            behind.push_back(zone(one));
        }
    }
    for (const int one : verdict.articulation_units) {
        named.articulation.push_back(unit(one));
    }
    for (const int one : verdict.bridge_openings) {
        named.bridges.push_back(opening(one));
    }
    for (const int one : verdict.zones_without_way_out) {
        named.without.push_back(zone(one));
    }
    return named;
}

/// Two towers joined by a bridge; only the eastern one has an exit.
///
///     | west_room | west_hall |== bridge ==| east_hall | east_room |
///     0         w_door       8           16            20 e_door   24
///                                             exit at y = 0
Plan towers() {
    Plan plan = scenes::empty_plan("towers");
    const auto room = [&](const char* id, const char* category, double from, double to) {
        return scenes::add_unit(plan, id, category, scenes::rectangle({from, 0}, {to, 4}));
    };
    const int west_room = room("west_room", "room", 0, 4);
    const int west_hall = room("west_hall", "lobby", 4, 8);
    const int bridge =
        scenes::add_unit(plan, "bridge", "walkway", scenes::rectangle({8, 1}, {16, 3}));
    const int east_hall = room("east_hall", "lobby", 16, 20);
    const int east_room = room("east_room", "room", 20, 24);
    scenes::add_opening(plan, "w_door", {4, 1}, {4, 2}, west_room, west_hall);
    scenes::add_opening(plan, "west_end", {8, 1}, {8, 3}, west_hall, bridge);
    scenes::add_opening(plan, "east_end", {16, 1}, {16, 3}, bridge, east_hall);
    scenes::add_opening(plan, "e_door", {20, 1}, {20, 2}, east_hall, east_room);
    scenes::add_exit(plan, "exit", {17, 0}, {19, 0}, east_hall);
    return plan;
}

/// Four rooms round a core: "a" (with "exit") - "b" - "c" - "d" - "a", doors "ab", "bc", "cd", "da".
Plan four_in_a_ring() {
    Plan plan = scenes::empty_plan("four_in_a_ring");
    const int a = scenes::add_unit(plan, "a", "room", scenes::rectangle({0, 0}, {4, 4}));
    const int b = scenes::add_unit(plan, "b", "room", scenes::rectangle({4, 0}, {8, 4}));
    const int c = scenes::add_unit(plan, "c", "room", scenes::rectangle({4, 4}, {8, 8}));
    const int d = scenes::add_unit(plan, "d", "room", scenes::rectangle({0, 4}, {4, 8}));
    scenes::add_opening(plan, "ab", {4, 1}, {4, 2}, a, b);
    scenes::add_opening(plan, "bc", {6, 4}, {7, 4}, b, c);
    scenes::add_opening(plan, "cd", {4, 6}, {4, 7}, c, d);
    scenes::add_opening(plan, "da", {1, 4}, {2, 4}, d, a);
    scenes::add_exit(plan, "exit", {0, 1}, {0, 2}, a);
    return plan;
}

}  // namespace

TEST_CASE("a tower behind a bridge hangs on the bridge and all that leads to it") {
    const Named found = judged(towers());
    CHECK(found.without.empty());
    const std::map<std::string, Ids> expected{
        {"w_door", {"west_room"}},
        {"west_end", {"west_room", "west_hall"}},
        {"east_end", {"west_room", "west_hall", "bridge"}},
        {"e_door", {"east_room"}},
        {"exit", {"west_room", "west_hall", "bridge", "east_hall", "east_room"}},
        {"west_hall", {"west_room"}},
        {"bridge", {"west_room", "west_hall"}},
        {"east_hall", {"west_room", "west_hall", "bridge", "east_room"}}};
    CHECK(found.points == expected);
    CHECK(found.articulation == Ids{"west_hall", "bridge", "east_hall"});
    CHECK(found.bridges == Ids{"w_door", "west_end", "east_end", "e_door", "exit"});
}

TEST_CASE("with an exit in each tower only dead ends hang on their door") {
    Plan plan = towers();
    scenes::add_exit(plan, "west_exit", {5, 0}, {7, 0}, find_unit(plan, "west_hall"));
    const Named found = judged(plan);
    const std::map<std::string, Ids> expected{{"w_door", {"west_room"}},
                                              {"e_door", {"east_room"}},
                                              {"west_hall", {"west_room"}},
                                              {"east_hall", {"east_room"}}};
    CHECK(found.points == expected);
    CHECK(found.articulation == Ids{"west_hall", "east_hall"});
    CHECK(found.bridges == Ids{"w_door", "e_door"});
}

TEST_CASE("what is closed counts as not there") {
    const Named found = judged(towers(), {"west_end"});
    CHECK(found.without == Ids{"west_room", "west_hall"});
    const std::map<std::string, Ids> expected{{"east_end", {"bridge"}},
                                              {"e_door", {"east_room"}},
                                              {"exit", {"bridge", "east_hall", "east_room"}},
                                              {"east_hall", {"bridge", "east_room"}}};
    CHECK(found.points == expected);
    CHECK(judged(towers(), {"exit"}).without.size() == 5);
    CHECK(judged(towers(), {"exit"}).points.empty());
}

TEST_CASE("a corridor in a ring hangs on nothing but its exit") {
    const Named one = judged(scenes::ring());
    CHECK(one.points == std::map<std::string, Ids>{{"exit", {"ring"}}});
    CHECK(one.articulation.empty());

    const Named four = judged(four_in_a_ring());
    CHECK(four.points == std::map<std::string, Ids>{{"exit", {"a", "b", "c", "d"}},
                                                    {"a", {"b", "c", "d"}}});
    CHECK(four.articulation == Ids{"a"});
    CHECK(four.bridges == Ids{"exit"});

    Plan two_exits = four_in_a_ring();
    scenes::add_exit(two_exits, "back", {8, 6}, {8, 7}, find_unit(two_exits, "c"));
    const Named none = judged(two_exits);
    CHECK(none.points.empty());
    CHECK(none.articulation.empty());
    CHECK(none.bridges.empty());
}

TEST_CASE("a one-way door makes single points where the graph without directions has none") {
    Plan plan = four_in_a_ring();
    plan.openings[static_cast<std::size_t>(find_opening(plan, "da"))].one_way = -1;  // a to d only
    const Named found = judged(plan);
    const std::map<std::string, Ids> expected{{"exit", {"a", "b", "c", "d"}},
                                              {"ab", {"b", "c", "d"}},
                                              {"bc", {"c", "d"}},
                                              {"cd", {"d"}},
                                              {"a", {"b", "c", "d"}},
                                              {"b", {"c", "d"}},
                                              {"c", {"d"}}};
    CHECK(found.points == expected);
    CHECK(found.articulation == Ids{"a"});
    CHECK(found.bridges == Ids{"exit"});
    // The other way round it helps whoever is in d, and makes no difference.
    plan.openings[static_cast<std::size_t>(find_opening(plan, "da"))].one_way = 1;
    CHECK(judged(plan).points == judged(four_in_a_ring()).points);
}

TEST_CASE("two doors between the same rooms are no single point, the rooms behind are") {
    Plan plan = scenes::two_rooms(1.0);
    CHECK(judged(plan).points.count("door") == 1);
    scenes::add_opening(plan, "second", {5, 3}, {5, 3.8}, 0, 1);
    const Named found = judged(plan);
    CHECK(found.points ==
          std::map<std::string, Ids>{{"exit", {"inner", "outer"}}, {"outer", {"inner"}}});
    CHECK(found.articulation == Ids{"outer"});
    CHECK(found.bridges == Ids{"exit"});
}

TEST_CASE("goods across a corridor make each end the single point of its half") {
    Plan plan = scenes::corridor(20.0, 3.0);
    CHECK(judged(plan).points.empty());
    scenes::add_fixture(plan, "goods", scenes::rectangle({9, 0}, {10, 3}), 0);
    CHECK(judged(plan).points ==
          std::map<std::string, Ids>{{"west", {"corridor"}}, {"east", {"corridor"}}});
}

TEST_CASE("the upper floor of a dog-leg stair hangs on the whole stair") {
    const Named found = judged(scenes::dog_leg());
    CHECK(found.points.at("head") == Ids{"hall_1"});
    CHECK(found.points.at("foot").size() == 4);  // both flights, the landing, the upper hall
    CHECK(found.points.at("flight_a").size() == 3);
    CHECK(found.points.at("exit").size() == 5);
}
