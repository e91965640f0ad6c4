#include "tools/import/stairs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/plan/check.hpp"
#include "tests/tools/import/small_imdf.hpp"
#include "tools/import/exits.hpp"
#include "tools/import/flights.hpp"
#include "tools/import/import.hpp"

using namespace evac;
using evac::testing::ImdfFolder;

namespace {

ImportResult imported(const ImdfFolder& folder) {
    ImportOptions options;
    options.source = folder.write();
    options.guess_exits = true;
    return import_plan(options);
}

int count_kind(const ImportReport& report, const std::string& kind) {
    return static_cast<int>(
        std::count_if(report.problems.begin(), report.problems.end(),
                      [&](const ImportProblem& problem) { return problem.kind == kind; }));
}

std::vector<Unit> flights(const Plan& plan) {
    std::vector<Unit> found;
    std::copy_if(plan.units.begin(), plan.units.end(), std::back_inserter(found),
                 [](const Unit& unit) { return unit.kind == UnitKind::flight; });
    return found;
}

/// A corridor with a stair 4 m by 9 m at its end, entered over its whole width.
void draw_storey(ImdfFolder& folder, const std::string& level) {
    folder.room(level + " corridor", "walkway", level, 0, 0, 30, 4);
    folder.room(level + " room", "classroom", level, 0, 4, 30, 10);
    folder.opening(level + " door", level, 10, 4, 11, 4);
    folder.room(level + " stair", "stairs", level, 30, 0, 39, 4);
    folder.opening(level + " stair door", level, 30, 0.1, 30, 3.9);
}

}  // namespace

TEST_CASE("Stair polygons one above the other become flights with a landing half-way") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.level("U", 1);
    draw_storey(folder, "G");
    draw_storey(folder, "U");
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 1);
    CHECK(count_kind(result.report, "stair_joined") == 1);
    const auto found = flights(result.plan);
    REQUIRE(found.size() == 2);
    // Half of 3.6 m each, both on the storey they rise from.
    CHECK(found[0].elevation == Approx(0.0));
    CHECK(found[1].elevation == Approx(1.8));
    for (const Unit& flight : found) {
        CHECK(flight.level == 0);
        CHECK(flight.stair == "stair-1");
        // 4 m less a handrail of 0.1 m, halved: 1.95 m; 12 treads of 0.28 m.
        CHECK(area(flight.polygon) == Approx(1.95 * 3.36).margin(0.05));
        REQUIRE(flight.steps);
        CHECK(flight.steps->riser == Approx(1.8 / 11).margin(0.001));
    }
    CHECK(units_cut_off(result.plan).empty());
    CHECK(check_plan(result.plan).empty());
}

TEST_CASE("A storey that is not drawn is bridged by landings on a level of their own") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.level("U", 2);
    draw_storey(folder, "G");
    draw_storey(folder, "U");
    const ImportResult result = imported(folder);
    REQUIRE(result.plan.levels.size() == 3);
    CHECK(result.plan.levels[1].elevation == Approx(3.6));
    CHECK(flights(result.plan).size() == 4);
    CHECK(units_cut_off(result.plan).empty());
    CHECK(check_plan(result.plan).empty());
}

TEST_CASE("A stair that passes three drawn storeys serves each of them") {
    ImdfFolder folder;
    for (int storey = 0; storey < 3; ++storey) {
        const std::string id(1, static_cast<char>('A' + storey));
        folder.level(id, storey);
        draw_storey(folder, id);
    }
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 1);
    CHECK(flights(result.plan).size() == 4);
    CHECK(units_cut_off(result.plan).empty());
}

TEST_CASE("Doors at the far end of a stair keep a way past the flights on every storey") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.level("U", 1);
    draw_storey(folder, "G");
    draw_storey(folder, "U");
    folder.room("store", "storage", "G", 39, 0, 45, 4);
    folder.opening("store door", "G", 39, 0.1, 39, 1.0);
    folder.room("attic", "storage", "U", 39, 0, 45, 4);
    folder.opening("attic door", "U", 39, 0.1, 39, 1.0);
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 1);
    CHECK(units_cut_off(result.plan).empty());  // the store too
    // 4 m less 1.2 m for the way past, less the handrail, halved.
    CHECK(area(flights(result.plan).front().polygon) == Approx(1.35 * 3.36).margin(0.05));
}

TEST_CASE("On the lowest storey a door behind the stair is reached under its landing") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.level("U", 1);
    draw_storey(folder, "G");
    draw_storey(folder, "U");
    folder.room("store", "storage", "G", 39, 0, 45, 4);
    folder.opening("store door", "G", 39, 1.5, 39, 2.5);  // in the middle of the far wall
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 1);
    CHECK(units_cut_off(result.plan).empty());
    const auto found = flights(result.plan);
    REQUIRE(found.size() == 2);
    CHECK(found[0].level != found[1].level);  // the upper half has a sheet of its own
    CHECK(area(found[0].polygon) == Approx(1.95 * 3.36).margin(0.05));
    // 36 m2 of stair less the first flight stay floor.
    const int stair = find_unit(result.plan, "G stair");
    REQUIRE(stair >= 0);
    CHECK(area(result.plan.units[static_cast<std::size_t>(stair)].polygon) ==
          Approx(36.0 - 1.95 * 3.36).margin(0.2));
    CHECK(check_plan(result.plan).empty());
}

TEST_CASE("A stair drawn as a flight and what surrounds it keeps its flights") {
    // The first flight 4 m by 6 m, return flights of 4 m on both sides, a landing 3 m deep behind:
    //   y 12  +-----------------+
    //         |     landing     |
    //   y 10  +----+-----+------+
    //         | up | up  |  up  |
    //   y 4   +----+-----+------+ corridor below
    ImdfFolder folder;
    folder.level("G", 0);
    folder.level("U", 1);
    for (const std::string level : {"G", "U"}) {
        folder.room(level + " corridor", "walkway", level, 0, 0, 30, 4);
        folder.room(level + " first", "stairs", level, 13, 4, 17, 10);
        folder.unit(level + " around", "stairs", level,
                    {{9, 4}, {13, 4}, {13, 10}, {17, 10}, {17, 4}, {21, 4}, {21, 13}, {9, 13}});
        folder.opening(level + " turn", level, 13, 10, 17, 10);
    }
    folder.opening("foot", "G", 13, 4, 17, 4);
    folder.opening("left head", "U", 9, 4, 13, 4);
    folder.opening("right head", "U", 17, 4, 21, 4);
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 1);
    const auto found = flights(result.plan);
    REQUIRE(found.size() == 3);
    for (const Unit& flight : found) {
        CHECK(area(flight.polygon) == Approx(24.0).margin(0.2));
    }
    CHECK(find_unit(result.plan, "G first") == -1);  // replaced, nothing lies over it
    CHECK(units_cut_off(result.plan).empty());
    CHECK(check_plan(result.plan).empty());
}

TEST_CASE("A stair that leads nowhere stays flat floor and is named") {
    ImdfFolder folder;
    folder.level("G", 0);
    draw_storey(folder, "G");
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 0);
    CHECK(count_kind(result.report, "stair_alone") == 1);
    CHECK(flights(result.plan).empty());
    CHECK(units_cut_off(result.plan).empty());
}

TEST_CASE("Stairs too small for flights stay flat floor and are named") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.level("U", 1);
    for (const std::string level : {"G", "U"}) {
        folder.room(level + " corridor", "walkway", level, 0, 0, 30, 4);
        folder.room(level + " stair", "stairs", level, 30, 0, 31.5, 2);  // 1.5 m by 2 m
        folder.opening(level + " stair door", level, 30, 0.1, 30, 1.9);
    }
    const ImportResult result = imported(folder);
    CHECK(result.report.stairs == 0);
    CHECK(count_kind(result.report, "stair_not_joined") == 2);
}

TEST_CASE("A dog-leg stair leaves flat floor before its doors") {
    const Frame frame{Vec2(0, 0), Vec2(1, 0), 9.0, 4.0};
    const auto leg = lay_dog_leg(frame, 2.5, 1.8);
    REQUIRE(leg);
    CHECK(leg->flights_from >= 2.5);
    CHECK(leg->flight_width == Approx(1.95));
    // All of it within the frame: 9 m = floor + flight + landing.
    CHECK(leg->flights_from + leg->storey.run + leg->flight_width == Approx(9.0));
    CHECK_FALSE(lay_dog_leg(frame, 7.0, 1.8));  // the doors leave no room
}
