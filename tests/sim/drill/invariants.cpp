#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace evac;

namespace {

/// Two streams through a building with a stair, so that walls, doors, levels and oncoming people
/// all take part.
Scenario busy_drill() {
    Scenario scenario = scenes::quiet_drill(scenes::dog_leg());
    scenes::add_group(scenario, "above", "hall_1", 30);
    scenes::add_group(scenario, "below", "hall_0", 10);
    scenario.profiles[0].free_speed = {Distribution::Shape::normal, 1.34, 0.26, 0.6, 2.1};
    scenario.profiles[0].pre_movement = {Distribution::Shape::uniform, 0.0, 10.0};
    return scenario;
}

}  // namespace

TEST_CASE("placed people are inside or out in every step") {
    Drill drill(busy_drill(), 1);
    scenes::run(drill, [&] {
        int out = 0;
        for (const PersonOutcome& person : drill.outcome.people) {
            out += person.exit_time != never ? 1 : 0;
        }
        REQUIRE(out == drill.outcome.out);
        // On the ground are all who are inside, and a few just behind the exit.
        REQUIRE(static_cast<int>(drill.crowd.size()) >= drill.outcome.placed - out);
    });
    CHECK(drill.outcome.out == 40);
}

TEST_CASE("nobody leaves the floor of the unit, so nobody passes a wall") {
    Drill drill(busy_drill(), 1);
    scenes::run(drill, [&] {
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            const Unit& unit = drill.plan().units[static_cast<std::size_t>(drill.crowd.unit[slot])];
            const Vec2 here = drill.crowd.position(slot);
            // Whoever has just passed an exit is still counted to the unit for 1 m.
            const bool behind_exit = drill.crowd.remaining[slot] < 0.0;
            // A step ends at most this far beyond a door's line before the unit changes: 2.1 m/s
            // in 0.05 s and two pushes of 0.06 m.
            constexpr double overshoot = 0.25;
            REQUIRE((behind_exit || contains(unit.polygon, here) ||
                     edge_distance(unit.polygon, here) < overshoot));
        }
    });
}

TEST_CASE("walls keep people at a distance and apart") {
    Drill drill(busy_drill(), 1);
    double nearest = 1.0;
    scenes::run(drill, [&] {
        for (std::size_t slot = 0; slot < drill.crowd.size(); ++slot) {
            const auto unit = static_cast<std::size_t>(drill.crowd.unit[slot]);
            for (const Wall& wall : drill.ground.units[unit].walls) {
                if (wall.opening < 0) {
                    nearest = std::min(nearest, distance(wall.line, drill.crowd.position(slot)) /
                                                    drill.crowd.radius[slot]);
                }
            }
        }
    });
    // A body keeps 0.865 of its contact radius from walls; in a crush in a corner two walls and a
    // neighbour can take some of that.
    CHECK(nearest > 0.5);
    CHECK(drill.outcome.deepest_overlap < 0.25);
}

TEST_CASE("the number of threads does not change a bit") {
    std::vector<std::uint64_t> expected;
    for (const int threads : {1, 2, 3, 8}) {
        Drill drill(busy_drill(), threads);
        scenes::run(drill);
        if (expected.empty()) {
            expected = drill.outcome.hash_by_second;
        }
        REQUIRE(drill.outcome.hash_by_second == expected);
    }
}

TEST_CASE("another seed is another drill") {
    Scenario other = busy_drill();
    other.seed = 2;
    Drill a(busy_drill(), 1);
    Drill b(other, 1);
    scenes::run(a);
    scenes::run(b);
    CHECK(a.outcome.state_hash != b.outcome.state_hash);
}
