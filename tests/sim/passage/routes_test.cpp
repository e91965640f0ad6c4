// Which way is quickest, on graphs small enough to work it out by hand. The lengths are set by hand
// too; measuring them is tested in tests/drill/lengths_test.cpp.

#include "sim/passage/passage.hpp"
#include "tests/scenes/blocks.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace evac;

namespace {

constexpr double no_way = std::numeric_limits<double>::infinity();

/// Lengths of `metres` between any two openings of a unit, per unit.
WalkLengths uniform_lengths(const Plan& plan, const std::vector<double>& metres) {
    WalkLengths lengths;
    const auto by_unit = openings_by_unit(plan);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        lengths.between_openings.emplace_back(by_unit[u].size() * by_unit[u].size(), metres[u]);
        lengths.farthest.emplace_back(by_unit[u].size(), metres[u]);
    }
    for (const AssemblyArea& area : plan.assembly_areas) {
        const auto u = static_cast<std::size_t>(area.unit);
        lengths.to_assembly_area.emplace_back(by_unit[u].size(), metres[u]);
    }
    return lengths;
}

/// "room" -door- "hall"; from there -a- "corridor" -exit_a- outside and -b- "flight" -exit_b-
/// outside, 1.6 m lower.
struct TwoWays {
    Plan plan = scenes::empty_plan("two_ways");
    int room = add("room", "room");
    int hall = add("hall", "lobby");
    int corridor = add("corridor", "walkway");
    int flight = add_flight("flight", "east");
    int door = join("door", room, hall);
    int a = join("a", hall, corridor);
    int b = join("b", hall, flight);
    int exit_a = scenes::add_exit(plan, "exit_a", {0, 0}, {1, 0}, corridor);
    int exit_b = scenes::add_exit(plan, "exit_b", {0, 0}, {1, 0}, flight);

    TwoWays() { plan.openings[static_cast<std::size_t>(exit_b)].elevation = -1.6; }

    int add(const std::string& id, const std::string& category) {
        return scenes::add_unit(plan, id, category, scenes::rectangle({0, 0}, {1, 1}));
    }
    int add_flight(const std::string& id, const std::string& stair) {
        const int unit = add(id, "stairs");
        plan.units[static_cast<std::size_t>(unit)].kind = UnitKind::flight;
        plan.units[static_cast<std::size_t>(unit)].stair = stair;
        return unit;
    }
    int join(const std::string& id, int first, int second) {
        return scenes::add_opening(plan, id, {0, 0}, {1, 0}, first, second);
    }
    Opening& opening(int index) { return plan.openings[static_cast<std::size_t>(index)]; }

    RouteTable routes(const std::vector<double>& metres, const RoutePolicy& policy = {}) const {
        return find_routes(plan, uniform_lengths(plan, metres), policy, {}, closed_openings(plan));
    }
};

Passing next_of(const RouteTable& table, Passing p) {
    return table.next[static_cast<std::size_t>(p)];
}

double time_of(const RouteTable& table, Passing p) {
    return table.time[static_cast<std::size_t>(p)];
}

}  // namespace

TEST_CASE("the quickest way is taken, not the shortest, when a stair is on the shortest") {
    TwoWays w;
    // 4 m of hall, then 14 m of corridor (10.4 s) or 10 m of flight down at 0.69 m/s (14.5 s).
    const RouteTable table = w.routes({3, 4, 14, 10});
    const Passing in = passing(w.door, false);
    CHECK(next_of(table, in) == passing(w.a, false));
    CHECK(next_of(table, passing(w.a, false)) == passing(w.exit_a, false));
    CHECK(next_of(table, passing(w.exit_a, false)) == -1);
    CHECK(time_of(table, passing(w.exit_a, false)) == 0.0);
    CHECK(time_of(table, in) == Approx((4 + 14) / 1.34));
    CHECK(table.length[static_cast<std::size_t>(in)] == Approx(18.0));
    // With 20 m of corridor (14.9 s) the flight wins.
    CHECK(next_of(w.routes({3, 4, 20, 10}), in) == passing(w.b, false));
    // Uphill the same flight takes 16.4 s and loses again.
    w.opening(w.exit_b).elevation = 1.6;
    CHECK(next_of(w.routes({3, 4, 20, 10}), in) == passing(w.a, false));
}

TEST_CASE("where sills do not tell up from down the units beyond do") {
    TwoWays w;
    w.opening(w.exit_b).elevation = 0.0;
    const int yard = w.add("yard", "outdoors");
    w.plan.units[static_cast<std::size_t>(yard)].elevation = 1.6;
    w.opening(w.exit_b).units[1] = yard;
    const RouteTable up = w.routes({3, 4, 20, 10, 1});
    CHECK(time_of(up, passing(w.b, false)) == Approx(10 / 0.61));
}

TEST_CASE("a locked, closed or one-way opening turns the way elsewhere") {
    TwoWays w;
    const std::vector<double> metres{3, 4, 14, 10};
    const Passing in = passing(w.door, false);
    SECTION("locked") {
        w.opening(w.exit_a).lock = Lock::locked;
        CHECK(next_of(w.routes(metres), in) == passing(w.b, false));
    }
    SECTION("a panic bar opens from inside") {
        w.opening(w.exit_a).lock = Lock::panic_bar;
        CHECK(next_of(w.routes(metres), in) == passing(w.a, false));
    }
    SECTION("closed while the drill runs") {
        std::vector<char> closed(w.plan.openings.size(), 0);
        closed[static_cast<std::size_t>(w.a)] = 1;
        const RouteTable table =
            find_routes(w.plan, uniform_lengths(w.plan, metres), {}, {}, closed);
        CHECK(next_of(table, in) == passing(w.b, false));
        // Whoever is in the corridor already still gets out there.
        CHECK(time_of(table, passing(w.exit_a, false)) == 0.0);
    }
    SECTION("one-way against the escape") {
        w.opening(w.a).one_way = -1;
        CHECK(next_of(w.routes(metres), in) == passing(w.b, false));
    }
    SECTION("one-way with the escape") {
        w.opening(w.a).one_way = 1;
        CHECK(next_of(w.routes(metres), in) == passing(w.a, false));
    }
    SECTION("both ways out closed") {
        w.opening(w.a).lock = Lock::locked;
        w.opening(w.exit_b).lock = Lock::locked;
        const RouteTable table = w.routes(metres);
        CHECK(time_of(table, in) == no_way);
        CHECK(next_of(table, in) == -1);
    }
}

TEST_CASE("a group keeps to the exits and staircases it was told") {
    TwoWays w;
    const std::vector<double> metres{3, 4, 14, 10};
    const Passing in = passing(w.door, false);
    CHECK(next_of(w.routes(metres, {{w.exit_b}, {}, -1}), in) == passing(w.b, false));
    // Only the staircase "west", which there is not: the flight of "east" is barred.
    const RouteTable no_east = w.routes({3, 4, 200, 10}, {{}, {"west"}, -1});
    CHECK(next_of(no_east, in) == passing(w.a, false));
    CHECK(time_of(no_east, passing(w.b, false)) == no_way);
    // Whoever starts on that flight may leave it by either end.
    CHECK(time_of(no_east, passing(w.exit_b, false)) == 0.0);
    CHECK(time_of(no_east, passing(w.b, true)) < no_way);
}

TEST_CASE("whoever starts on a barred staircase may go on through it to its end") {
    // hall -head- flight -turn- landing -foot- outside, all of the staircase "east".
    TwoWays w;
    const int landing = w.add("landing", "walkway");
    w.plan.units[static_cast<std::size_t>(landing)].stair = "east";
    w.opening(w.exit_b).units = {landing, outside};
    const int turn = w.join("turn", w.flight, landing);
    const RouteTable table = w.routes({3, 4, 14, 10, 2}, {{w.exit_b}, {"west"}, -1});
    CHECK(next_of(table, passing(turn, false)) == passing(w.exit_b, false));
    CHECK(time_of(table, passing(w.b, false)) == no_way);
}

TEST_CASE("with an assembly area the way goes on behind the exit to the area") {
    TwoWays w;
    const int yard = w.add("yard", "outdoors");
    scenes::add_assembly_area(w.plan, "field", scenes::rectangle({0, 0}, {1, 1}), yard);
    w.opening(w.exit_b).units[1] = yard;
    const RoutePolicy to_field{{}, {}, 0};
    const RouteTable table = w.routes({3, 4, 14, 10, 30}, to_field);
    // The other exit is nearer but leads to where nobody can walk on.
    CHECK(next_of(table, passing(w.door, false)) == passing(w.b, false));
    CHECK(next_of(table, passing(w.exit_b, false)) == -1);
    CHECK(time_of(table, passing(w.exit_b, false)) == Approx(30 / 1.34));
    CHECK(time_of(table, passing(w.exit_a, false)) == no_way);
    // Without the area both ways end at their exits.
    CHECK(time_of(w.routes({3, 4, 14, 10, 30}), passing(w.exit_b, false)) == 0.0);
}

TEST_CASE("an assembly area may lie inside the building") {
    TwoWays w;
    scenes::add_assembly_area(w.plan, "gym", scenes::rectangle({0, 0}, {1, 1}), w.hall);
    const RouteTable table = w.routes({3, 4, 14, 10}, {{}, {}, 0});
    CHECK(next_of(table, passing(w.door, false)) == -1);
    CHECK(time_of(table, passing(w.door, false)) == Approx(4 / 1.34));
    CHECK(next_of(table, passing(w.a, true)) == -1);
}

TEST_CASE("of two equal ways the one with the lower number is taken") {
    TwoWays w;
    w.plan.units[static_cast<std::size_t>(w.flight)].kind = UnitKind::passage;
    CHECK(next_of(w.routes({3, 4, 10, 10}), passing(w.door, false)) == passing(w.a, false));
}

TEST_CASE("an exit leads out towards the open air, and between equals as it was drawn") {
    TwoWays w;
    CHECK(leads_out(w.plan, passing(w.exit_a, false)));
    CHECK_FALSE(leads_out(w.plan, passing(w.exit_a, true)));
    CHECK_FALSE(leads_out(w.plan, passing(w.door, false)));
    const int yard = w.add("yard", "outdoors");
    const int gate = w.join("gate", yard, w.room);
    w.opening(gate).exit = true;
    CHECK(leads_out(w.plan, passing(gate, true)));
    CHECK_FALSE(leads_out(w.plan, passing(gate, false)));
    w.opening(w.door).exit = true;  // into a protected lobby, say
    CHECK(leads_out(w.plan, passing(w.door, false)));
    CHECK_FALSE(leads_out(w.plan, passing(w.door, true)));
}

TEST_CASE("units from which nobody gets out are named") {
    TwoWays w;
    const int cell = w.add("cell", "room");
    const int door = w.join("cell_door", cell, w.hall);
    const int shaft = w.add("shaft", "elevator");
    w.plan.units[static_cast<std::size_t>(shaft)].kind = UnitKind::unwalkable;
    const std::vector<double> metres{3, 4, 14, 10, 3, 1};
    const auto cut_off = [&] {
        return units_without_way_out(w.plan, uniform_lengths(w.plan, metres),
                                     closed_openings(w.plan));
    };
    CHECK(cut_off().empty());
    w.opening(door).lock = Lock::locked;
    CHECK(cut_off() == std::vector<int>{cell});
    w.opening(w.exit_a).lock = Lock::locked;
    w.opening(w.exit_b).lock = Lock::locked;
    CHECK(cut_off() == std::vector<int>{w.room, w.hall, w.corridor, w.flight, cell});
}

TEST_CASE("in the passage graph units are joined by their openings") {
    TwoWays w;
    const PassageGraph graph = build_passage_graph(w.plan);
    CHECK(boost::num_vertices(graph) == w.plan.units.size() + 1);
    CHECK(boost::num_edges(graph) == w.plan.openings.size());
    const auto hall = static_cast<std::size_t>(w.hall);
    CHECK(boost::out_degree(hall, graph) == 3);
    const auto [edge, found] =
        boost::edge(static_cast<std::size_t>(w.corridor), w.plan.units.size(), graph);
    REQUIRE(found);
    CHECK(graph[edge].opening == w.exit_a);
    CHECK(graph[edge].clear_width == 1.0);
    CHECK(graph[edge].capacity == Approx(1.33));
}
