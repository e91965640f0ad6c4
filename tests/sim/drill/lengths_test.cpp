// Walking lengths measured on the ground.

#include "sim/drill/lengths.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace evac;

namespace {

double between(const WalkLengths& lengths, const Plan& plan, const std::string& unit_id,
               const std::string& from, const std::string& to) {
    const auto unit = static_cast<std::size_t>(find_unit(plan, unit_id));
    const std::vector<int> openings = openings_by_unit(plan)[unit];
    const auto position = [&](const std::string& id) {
        return static_cast<std::size_t>(
            std::find(openings.begin(), openings.end(), find_opening(plan, id)) - openings.begin());
    };
    return lengths.between_openings[unit][position(from) * openings.size() + position(to)];
}

}  // namespace

TEST_CASE("from opening to opening it is as far as people walk") {
    const Plan plan = scenes::dog_leg();
    const WalkLengths lengths = measure_lengths(build_ground(plan, {}), plan);
    CHECK(between(lengths, plan, "flight_a", "foot", "turn_a") == Approx(3.0).margin(0.05));
    CHECK(between(lengths, plan, "flight_a", "turn_a", "foot") == Approx(3.0).margin(0.05));
    // From (0.75, 0) to the sill of the exit at x = -2, y = -1.96 upwards.
    CHECK(between(lengths, plan, "hall_0", "foot", "exit") ==
          Approx(std::hypot(2.75, 1.96)).epsilon(0.03));
    CHECK(between(lengths, plan, "hall_0", "foot", "foot") == 0.0);
}

TEST_CASE("lengths also lead to and from the turn of stacked flights") {
    const Plan plan = scenes::stacked_flights();
    const WalkLengths lengths = measure_lengths(build_ground(plan, {}), plan);
    CHECK(between(lengths, plan, "flight_a", "foot", "turn") == Approx(3.0).margin(0.1));
    CHECK(between(lengths, plan, "flight_b", "turn", "head") == Approx(3.0).margin(0.1));
}

TEST_CASE("the farthest place of a room is its far corner") {
    const Plan plan = scenes::one_room(10.0, 6.0, 1.0);
    const WalkLengths lengths = measure_lengths(build_ground(plan, {}), plan);
    // From the corner (0, 0) to the nearest end of the sill (10, 2.66); the outermost decimetre of
    // the floor, close to both walls, is where people go slowly.
    CHECK(lengths.farthest.front().front() == Approx(std::hypot(10.0, 2.66)).margin(0.3));
}

TEST_CASE("a fixture that closes a corridor makes its lengths infinite, and only its") {
    Plan plan = scenes::corridor(12.0, 2.0);
    scenes::add_fixture(plan, "goods", scenes::rectangle({5, 0}, {6, 2}), 0);
    scenes::add_assembly_area(plan, "area", scenes::rectangle({9, 0}, {11, 2}), 0);
    std::vector<char> present{0};
    Ground ground = build_ground(plan, present);
    WalkLengths lengths = measure_lengths(ground, plan);
    CHECK(between(lengths, plan, "corridor", "west", "east") == Approx(12.0).epsilon(0.01));
    CHECK(lengths.to_assembly_area.front()[0] == Approx(9.0).epsilon(0.01));
    present[0] = 1;
    rebuild_unit(ground, plan, present, 0);
    update_lengths(lengths, ground, plan, 0);
    CHECK(between(lengths, plan, "corridor", "west", "east") == unreachable);
    CHECK(lengths.to_assembly_area.front()[0] == unreachable);
    CHECK(lengths.to_assembly_area.front()[1] == Approx(1.0).epsilon(0.05));
    // The longest walk to either end is now that from the goods.
    CHECK(lengths.farthest.front()[0] == Approx(5.0).epsilon(0.05));
}
