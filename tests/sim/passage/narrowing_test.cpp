// Which thing takes how much of a way, and which to clear away.

#include "sim/passage/narrowing.hpp"
#include "sim/drill/scenario.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

constexpr double tolerance = 2e-3;

Obstructions everything(const Plan& plan) {
    return {std::vector<char>(plan.fixtures.size(), 1), false};
}

/// A box in the corridor 20 m by 3 m of scenes::corridor.
int add_box(Plan& plan, const std::string& id, const Vec2& low, const Vec2& high, bool movable) {
    const int box = scenes::add_fixture(plan, id, scenes::rectangle(low, high), 0);
    plan.fixtures[static_cast<std::size_t>(box)].movable = movable;
    return box;
}

double alone(const Narrowing& narrowing, int fixture) {
    for (const Narrowing::Without& without : narrowing.alone) {
        if (without.fixture == fixture) {
            return without.width;
        }
    }
    return -1.0;
}

}  // namespace

TEST_CASE("of two pallets side by side each one gives back what it stands on") {
    const Scenario scenario =
        read_scenario(std::string(EVAC_SOURCE_DIR) + "/scenarios/workshop-blocked");
    const Plan& plan = scenario.plan;
    const auto narrowing =
        find_narrowing(plan, everything(plan), find_unit(plan, "passage-east"),
                       find_opening(plan, "gate-east"), find_opening(plan, "exit-east"));
    REQUIRE(narrowing);
    CHECK(narrowing->bare.width == Approx(3.0).margin(tolerance));
    CHECK(narrowing->standing.width == Approx(0.7).margin(tolerance));
    CHECK(narrowing->taken == Approx(2.3 / 3.0).margin(1e-3));
    const int first = find_fixture(plan, "pallet-1");   // y = 22.05 to 23.05
    const int second = find_fixture(plan, "pallet-2");  // y = 23.1 to 24.3
    CHECK(alone(*narrowing, first) == Approx(1.1).margin(tolerance));    // 22 to 23.1
    CHECK(alone(*narrowing, second) == Approx(1.95).margin(tolerance));  // 23.05 to 25
    CHECK(narrowing->remedy == std::vector<int>{second, first});
    CHECK(narrowing->remedied == Approx(3.0).margin(tolerance));
}

TEST_CASE("a single thing that gives the width back is the whole remedy") {
    Plan plan = scenes::corridor(20.0, 3.0);
    const int big = add_box(plan, "big", {5, 0}, {6, 2}, true);
    const int small = add_box(plan, "small", {10, 0}, {11, 0.1}, true);
    const auto narrowing = find_narrowing(plan, everything(plan), 0, 0, 1);
    REQUIRE(narrowing);
    CHECK(narrowing->standing.width == Approx(1.0).margin(tolerance));
    CHECK(alone(*narrowing, small) == Approx(1.0).margin(tolerance));
    CHECK(narrowing->remedy == std::vector<int>{big});
    CHECK(narrowing->remedied == Approx(2.9).margin(tolerance));
}

TEST_CASE("a thing that stands elsewhere than at the narrow place may be the one to clear") {
    // A pillar with 1.5 m on one side, of which a box leaves 0.4 m, and 0.9 m on the other, of
    // which a shelf leaves 0.5 m: the way leads past the shelf, but the box gives more back.
    Plan plan = scenes::corridor(20.0, 3.0);
    add_box(plan, "pillar", {9, 0.9}, {11, 1.5}, false);
    const int shelf = add_box(plan, "shelf", {9, 0}, {11, 0.4}, true);
    const int box = add_box(plan, "box", {9, 1.9}, {11, 3}, true);
    const auto narrowing = find_narrowing(plan, everything(plan), 0, 0, 1);
    REQUIRE(narrowing);
    CHECK(narrowing->standing.width == Approx(0.5).margin(tolerance));
    CHECK((narrowing->standing.fixture_a == shelf || narrowing->standing.fixture_b == shelf));
    CHECK(alone(*narrowing, shelf) == Approx(0.9).margin(tolerance));
    CHECK(narrowing->remedy == std::vector<int>{box});
    CHECK(narrowing->remedied == Approx(1.5).margin(tolerance));
}

TEST_CASE("a way that two things close one behind the other needs both cleared") {
    Plan plan = scenes::corridor(20.0, 3.0);
    const int first = add_box(plan, "first", {5, 0}, {6, 3}, true);
    const int second = add_box(plan, "second", {10, 0}, {11, 3}, true);
    const auto narrowing = find_narrowing(plan, everything(plan), 0, 0, 1);
    REQUIRE(narrowing);
    CHECK(narrowing->taken == 1.0);
    CHECK(alone(*narrowing, first) == 0.0);
    CHECK(alone(*narrowing, second) == 0.0);
    CHECK(narrowing->remedy.size() == 2);
    CHECK(narrowing->remedied == Approx(3.0).margin(tolerance));
}

TEST_CASE("what cannot be moved and what is not there narrows nothing") {
    Plan plan = scenes::corridor(20.0, 3.0);
    add_box(plan, "pillar", {5, 0}, {6, 2}, false);
    const int box = add_box(plan, "box", {10, 0}, {11, 2.5}, true);
    Obstructions standing = everything(plan);
    // Only the way through: on both sides of the pillar there is a roomiest place.
    REQUIRE(find_narrowings(plan, standing, 0).size() == 1);
    CHECK(find_narrowings(plan, standing, 0)[0].bare.width == Approx(1.0).margin(tolerance));
    standing.fixtures[static_cast<std::size_t>(box)] = 0;
    CHECK(find_narrowings(plan, standing, 0).empty());
}
