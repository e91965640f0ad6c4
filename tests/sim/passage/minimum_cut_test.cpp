// What holds everybody back, and how long it must take: networks and buildings small enough to work
// the answer out by hand.

#include "sim/passage/minimum_cut.hpp"
#include "sim/findings/site.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace evac;

namespace {

/// A network of pipes without anything else: no bursts, no walks.
FlowNetwork network_of(int vertices, std::vector<int> people) {
    FlowNetwork network;
    network.vertices = vertices;
    network.people = std::move(people);
    for (const int count : network.people) {
        network.total += count;
    }
    return network;
}

void add_arc(FlowNetwork& network, int from, int to, double capacity, double earliest = 0.0,
             double to_end = 0.0) {
    FlowArc arc;
    arc.from = from;
    arc.to = to;
    arc.capacity = capacity;
    arc.earliest = earliest;
    arc.to_end = to_end;
    network.arcs.push_back(arc);
}

FlowNetwork network_of(const Site& site) {
    return build_flow_network(site.flow_site(site.inspection.closed));
}

/// Ids of the openings of these arcs, in plan order.
std::vector<std::string> openings(const Site& site, const FlowNetwork& network,
                                  const std::vector<int>& arcs) {
    std::vector<int> indices;
    for (const int arc : arcs) {
        indices.push_back(network.arcs[static_cast<std::size_t>(arc)].opening);
    }
    std::sort(indices.begin(), indices.end());
    std::vector<std::string> ids;
    for (const int index : indices) {
        ids.push_back(site.plan().openings[static_cast<std::size_t>(index)].id);
    }
    return ids;
}

using Ids = std::vector<std::string>;

/// "back" has a door into each of two side rooms, and each of these one into "front", which has the
/// exit. Doors are as wide as said.
///
///       4      8
///     +------+ left +-------+
///     | back |------| front | exit
///     +------+ right+-------+
Scenario diamond(double left_in, double right_in, double right_out, double exit, int people) {
    Plan plan = scenes::empty_plan("diamond");
    const int back = scenes::add_unit(plan, "back", "room", scenes::rectangle({0, 0}, {4, 8}));
    const int left = scenes::add_unit(plan, "left", "room", scenes::rectangle({4, 4}, {8, 8}));
    const int right = scenes::add_unit(plan, "right", "room", scenes::rectangle({4, 0}, {8, 4}));
    const int front = scenes::add_unit(plan, "front", "room", scenes::rectangle({8, 0}, {12, 8}));
    scenes::add_opening(plan, "left_in", {4, 6}, {4, 6 + left_in}, back, left);
    scenes::add_opening(plan, "right_in", {4, 2}, {4, 2 + right_in}, back, right);
    scenes::add_opening(plan, "left_out", {8, 5}, {8, 7}, left, front);
    scenes::add_opening(plan, "right_out", {8, 1}, {8, 1 + right_out}, right, front);
    scenes::add_exit(plan, "exit", {12, 4}, {12, 4 + exit}, front);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    if (people > 0) {
        scenes::add_group(scenario, "all", "back", people);
    }
    return scenario;
}

}  // namespace

TEST_CASE("the minimum cut of the textbook's network is the textbook's") {
    // Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, 3rd ed., figures 26.1 and
    // 26.5: s = 0, v1 to v4, and t is the open air.
    FlowNetwork network = network_of(5, {100, 0, 0, 0, 0});
    const int out = network.out();
    add_arc(network, 0, 1, 16);
    add_arc(network, 0, 2, 13);
    add_arc(network, 1, 3, 12);  // in the cut
    add_arc(network, 2, 1, 4);
    add_arc(network, 3, 2, 9);
    add_arc(network, 2, 4, 14);
    add_arc(network, 4, 3, 7);  // in the cut
    add_arc(network, 3, out, 20);
    add_arc(network, 4, out, 4);  // in the cut
    const MinimumCut cut = minimum_cut(network);
    CHECK(cut.capacity == Approx(23.0));
    CHECK(cut.arcs == std::vector<int>{2, 6, 8});
    CHECK(cut.behind == 100);
}

TEST_CASE("of equal cuts the one nearest to the people is named, with those behind it") {
    FlowNetwork network = network_of(3, {30, 0, 20});
    add_arc(network, 0, 1, 2.0);
    add_arc(network, 1, network.out(), 2.0);
    add_arc(network, 2, network.out(), 1.0);
    const MinimumCut cut = minimum_cut(network);
    CHECK(cut.capacity == Approx(3.0));
    CHECK(cut.arcs == std::vector<int>{0, 2});
    CHECK(cut.behind == 50);

    // Who starts between the two pipes has to pass the second one only.
    network.people = {0, 10, 0};
    network.total = 10;
    CHECK(minimum_cut(network).arcs == std::vector<int>{1});
    CHECK(minimum_cut(network).behind == 10);
}

TEST_CASE("nobody there, no cut") {
    FlowNetwork network = network_of(1, {0});
    add_arc(network, 0, network.out(), 1.0, 5.0);
    CHECK(minimum_cut(network).arcs.empty());
    CHECK(minimum_cut(network).capacity == 0.0);
    CHECK(clearing_bound(network).time == 0.0);
    CHECK(clearing_bound(network).arcs.empty());

    const Site site(diamond(1.0, 1.0, 2.0, 1.2, 0));
    CHECK(network_of(site).total == 0);
    CHECK(minimum_cut(network_of(site)).arcs.empty());
    CHECK(clearing_bound(network_of(site)).time == 0.0);
}

TEST_CASE("the cut moves from the exit to the doors before it as widths change") {
    const auto cut_of = [](double left_in, double right_in, double right_out, double exit,
                           double capacity) {
        const Site site(diamond(left_in, right_in, right_out, exit, 40));
        const FlowNetwork network = network_of(site);
        CHECK(network.total == 40);
        CHECK(network.cut_off == 0);
        const MinimumCut cut = minimum_cut(network);
        CHECK(cut.capacity == Approx(capacity));
        CHECK(cut.behind == 40);
        return openings(site, network, cut.arcs);
    };
    // 1.33 persons/(m s) of clear width.
    CHECK(cut_of(1.0, 1.0, 2.0, 1.2, 1.33 * 1.2) == Ids{"exit"});
    CHECK(cut_of(1.0, 1.0, 2.0, 2.4, 1.33 * 2.0) == Ids{"left_in", "right_in"});
    CHECK(cut_of(1.0, 1.5, 0.9, 2.4, 1.33 * 1.9) == Ids{"left_in", "right_out"});
}

TEST_CASE("what is left of a door's line counts, not the line") {
    Scenario scenario = diamond(1.0, 1.0, 2.0, 2.4, 40);
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, "exit"))]
        .clear_width = 0.8;
    const Site site(std::move(scenario));
    CHECK(minimum_cut(network_of(site)).capacity == Approx(1.33 * 0.8));
}

TEST_CASE("a closed door is no pipe, and whoever has no way out is counted apart") {
    Scenario scenario = diamond(1.0, 1.0, 2.0, 2.4, 40);
    scenes::add_group(scenario, "few", "left", 3);
    const auto lock = [&](const char* id) {
        scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, id))].lock =
            Lock::locked;
    };
    lock("left_in");
    {
        const Site site(scenario);
        const FlowNetwork network = network_of(site);
        CHECK(network.cut_off == 0);
        // Ways of 1 m by the right and of 2 m from the left lead to the exit of 2.4 m.
        CHECK(minimum_cut(network).capacity == Approx(1.33 * 2.4));
        std::vector<char> closed = site.inspection.closed;
        closed[static_cast<std::size_t>(find_opening(site.plan(), "left_out"))] = 1;
        const FlowNetwork less = build_flow_network(site.flow_site(closed));
        CHECK(less.total == 40);
        CHECK(less.cut_off == 3);
        CHECK(less.cut_off_in == std::vector<int>(3, find_unit(site.plan(), "left")));
        CHECK(openings(site, less, minimum_cut(less).arcs) == Ids{"right_in"});
    }
    lock("exit");
    const Site site(scenario);
    const FlowNetwork network = network_of(site);
    CHECK(network.total == 0);
    CHECK(network.cut_off == 43);
    CHECK(minimum_cut(network).arcs.empty());
    CHECK(clearing_bound(network).time == 0.0);
}

TEST_CASE("people who are cut off do not count towards the bound of the others") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "outer", "outer", 40);
    const double alone = clearing_bound(network_of(Site(scenario))).time;
    scenes::add_group(scenario, "inner", "inner", 20);
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, "door"))].lock =
        Lock::locked;
    const Site site(scenario);
    CHECK(network_of(site).cut_off == 20);
    CHECK(clearing_bound(network_of(site)).time == Approx(alone));
}

TEST_CASE("the bound of one pipe is its walks and its queue") {
    FlowNetwork network = network_of(1, {100});
    add_arc(network, 0, network.out(), 2.0, 5.0, 3.0);
    network.arcs[0].burst = 1.5;
    const ClearingBound bound = clearing_bound(network);
    CHECK(bound.time == Approx(5.0 + 3.0 + 98.5 / 2.0));
    CHECK(bound.arcs == std::vector<int>{0});
    CHECK(bound.capacity == Approx(2.0));
    CHECK(bound.behind == 100);

    // Whoever walks for longer than the queue lasts is the proof.
    network.slowest_walk = 60.0;
    CHECK(clearing_bound(network).time == Approx(60.0));
    CHECK(clearing_bound(network).walk == Approx(60.0));
    CHECK(clearing_bound(network).arcs.empty());
}

TEST_CASE("the burst counts from the first moment on, however that moment rounds") {
    // (earliest + to_end) - earliest - to_end is a hair below zero for some of these.
    for (int i = 1; i < 50; ++i) {
        const double earliest = 0.1 * i;
        const double to_end = 2.985;
        FlowNetwork network = network_of(1, {10});
        add_arc(network, 0, network.out(), 1.0, earliest, to_end);
        network.arcs[0].burst = 2.0;
        CHECK(clearing_bound(network).time == Approx(earliest + to_end + 8.0));
    }
}

TEST_CASE("a pipe that can be reached later only helps later") {
    // One person a second at one exit from the start, and at another from 10 s on:
    // T + (T - 10) = 30.
    FlowNetwork network = network_of(1, {30});
    add_arc(network, 0, network.out(), 1.0);
    add_arc(network, 0, network.out(), 1.0, 4.0, 6.0);
    CHECK(clearing_bound(network).time == Approx(20.0));
    CHECK(clearing_bound(network).capacity == Approx(2.0));
    // Eight are out before anybody can have left there.
    network.people = {8};
    network.total = 8;
    CHECK(clearing_bound(network).time == Approx(8.0));
}

TEST_CASE("the bound is that of the worst of all cuts") {
    // 40 people behind a door of 1 person/s, 7 s before the end; with 10 others behind an exit.
    FlowNetwork network = network_of(2, {40, 10});
    add_arc(network, 0, 1, 1.0, 0.0, 7.0);
    add_arc(network, 1, network.out(), 2.0);
    CHECK(clearing_bound(network).time == Approx(47.0));
    CHECK(clearing_bound(network).arcs == std::vector<int>{0});
    CHECK(clearing_bound(network).behind == 40);
    network.arcs[1].capacity = 1.0;
    CHECK(clearing_bound(network).time == Approx(50.0));
    CHECK(clearing_bound(network).arcs == std::vector<int>{1});
    CHECK(clearing_bound(network).behind == 50);
}

TEST_CASE("the bound of one room is the first walk to its exit and the queue behind the first") {
    Scenario scenario = scenes::quiet_drill(scenes::one_room(8.0, 6.0, 1.0));
    scenes::add_group(scenario, "all", "room", 60);
    scenario.alarm = 10.0;
    const Site site(scenario);
    double nearest = 1e9;
    for (const Person& person : site.people) {
        nearest = std::min(nearest, distance(Segment{{8, 2.5}, {8, 3.5}}, person.position));
    }
    const double capacity = 1.33;
    // 1.5 people saved up, and the next one 0.9 m ahead of the line at 1.34 m/s.
    const double burst = 1.5 + capacity * 0.9 / 1.34;
    const ClearingBound bound = clearing_bound(network_of(site));
    CHECK(bound.time == Approx(10.0 + nearest / 1.34 + (60.0 - burst) / capacity).margin(1e-6));
    CHECK(bound.behind == 60);
    CHECK(bound.capacity == Approx(capacity));
    REQUIRE(bound.arcs.size() == 1);

    // Twice the width, half the queue.
    Scenario wider = scenario;
    wider.plan.openings[0].line = {{8, 2}, {8, 4}};
    wider.plan.openings[0].clear_width = 2.0;
    const double nearer = clearing_bound(network_of(Site(wider))).time;
    CHECK(bound.time - nearer == Approx(58.5 / 1.33 - 58.5 / 2.66).margin(0.6));
}

TEST_CASE("who walks slowly is let through long before the line, and the bound knows") {
    // The exit lets the next one through 0.9 m ahead of the line. Of somebody at 0.5 m/s that is
    // 1.8 s ahead, in which it saves up for the next ones.
    Scenario scenario = scenes::quiet_drill(scenes::one_room(8.0, 6.0, 1.0));
    scenario.profiles[0].free_speed = {Distribution::Shape::uniform, 0.5, 2.0};
    scenes::add_group(scenario, "all", "room", 60);
    const Site site(scenario);
    double at_line = 1e9;
    double next_in_line = 1e9;
    double fastest = 0.0;
    for (const Person& person : site.people) {
        const double way = distance(Segment{{8, 2.5}, {8, 3.5}}, person.position);
        at_line = std::min(at_line, way / person.free_speed);
        next_in_line = std::min(next_in_line, std::max(0.0, way - 0.9) / person.free_speed);
        fastest = std::max(fastest, person.free_speed);
    }
    const double lead = at_line - next_in_line;
    REQUIRE(lead > 0.9 / fastest + 0.05);  // else this crowd shows nothing
    const FlowNetwork network = network_of(site);
    REQUIRE(network.arcs.size() == 1);
    CHECK(network.arcs[0].earliest == Approx(at_line).margin(1e-6));
    CHECK(network.arcs[0].burst == Approx(1.5 + 1.33 * lead).margin(1e-6));
}

TEST_CASE("for a few people walking alone is the proof") {
    Scenario scenario = scenes::quiet_drill(scenes::one_room(20.0, 4.0, 1.2));
    scenes::add_group(scenario, "two", "room", 2);
    const Site site(scenario);
    double farthest = 0.0;
    for (const Person& person : site.people) {
        farthest = std::max(farthest, distance(Segment{{20, 1.4}, {20, 2.6}}, person.position));
    }
    const ClearingBound bound = clearing_bound(network_of(site));
    CHECK(bound.arcs.empty());
    CHECK(bound.time == bound.walk);
    CHECK(bound.time == Approx(farthest / 1.34).margin(1e-6));
}
