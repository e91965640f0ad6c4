// Ways out that are too narrow though nothing stands there, and door leaves that narrow a way.

#include "sim/findings/route_findings.hpp"

#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

using namespace evac;

namespace {

constexpr double tolerance = 0.02;  ///< [m]

/// "corridor", 12 by 1.6 m, its exit at the right end; "office" below it, with the door "door",
/// 1 m wide, whose leaf turns into the corridor.
Plan corridor_with_door(double corridor_width, Swing swing) {
    Plan plan = scenes::empty_plan("leaf");
    const int corridor = scenes::add_unit(plan, "corridor", "walkway",
                                          scenes::rectangle({0.0, 0.0}, {12.0, corridor_width}));
    const int office =
        scenes::add_unit(plan, "office", "office", scenes::rectangle({4.0, -4.0}, {8.0, 0.0}));
    const int store =
        scenes::add_unit(plan, "store", "room", scenes::rectangle({-4.0, 0.0}, {0.0, 4.0}));
    scenes::add_exit(plan, "exit", {12.0, 0.0}, {12.0, corridor_width}, corridor);
    scenes::add_opening(plan, "store-door", {0.0, 0.1}, {0.0, corridor_width - 0.1}, corridor,
                        store);
    const int door = scenes::add_opening(plan, "door", {5.5, 0.0}, {6.5, 0.0}, corridor, office);
    plan.openings[static_cast<std::size_t>(door)].leaf = Leaf::single;
    plan.openings[static_cast<std::size_t>(door)].swing = swing;
    return plan;
}

std::vector<Finding> found(Plan plan, double angle, const std::string& unit, int people) {
    Scenario scenario = scenes::quiet_drill(scenes::moved(std::move(plan), angle, {3.0, -2.0}));
    scenes::add_group(scenario, "class", unit, people);
    const Site site(std::move(scenario));
    return route_findings(site);
}

std::vector<Finding> of_kind(const std::vector<Finding>& all, FindingKind kind) {
    std::vector<Finding> some;
    for (const Finding& one : all) {
        if (one.kind == kind) {
            some.push_back(one);
        }
    }
    return some;
}

}  // namespace

TEST_CASE(
    "a leaf that stands open across a corridor is named with what it leaves, at any rotation") {
    for (const double angle : {0.0, 0.5, 2.1}) {
        CAPTURE(angle);
        const auto leaves =
            of_kind(found(corridor_with_door(1.6, Swing::into_first), angle, "store", 9),
                    FindingKind::open_leaf);
        REQUIRE(leaves.size() == 1);
        CHECK(leaves[0].element == "door");
        CHECK(leaves[0].severity == Severity::S3);
        // The leaf, 1 m, stands square to the wall in a corridor of 1.6 m.
        CHECK(leaves[0].measured.value() == Approx(0.6).margin(tolerance));
        CHECK(leaves[0].limit == 1.10);
        CHECK(leaves[0].people == 9);
        CHECK(leaves[0].text.in(Language::en).find("0.60 m") != std::string::npos);
        CHECK_FALSE(leaves[0].remedy.in(Language::zh).empty());
    }
}

TEST_CASE("a leaf narrows nothing where it turns into the room or the corridor is wide") {
    CHECK(of_kind(found(corridor_with_door(1.6, Swing::into_second), 0.0, "store", 9),
                  FindingKind::open_leaf)
              .empty());
    CHECK(of_kind(found(corridor_with_door(3.0, Swing::into_first), 0.0, "store", 9),
                  FindingKind::open_leaf)
              .empty());
}

TEST_CASE("a way out that is narrow in itself is told once for all who need it") {
    for (const double angle : {0.0, 0.5}) {
        CAPTURE(angle);
        Scenario scenario =
            scenes::quiet_drill(scenes::moved(scenes::narrow_passage(0.7, 3.0), angle, {0.0, 0.0}));
        scenes::add_group(scenario, "a", "inner", 5);
        scenes::add_group(scenario, "b", "neck", 1);
        const Site site(std::move(scenario));
        const auto narrow = of_kind(route_findings(site), FindingKind::narrow_passage);
        REQUIRE_FALSE(narrow.empty());
        int people = 0;
        for (const Finding& one : narrow) {
            CHECK(one.severity == Severity::S2);
            CHECK(one.measured.value() == Approx(0.7).margin(tolerance));
            CHECK(one.limit.value() >= 0.80);  // of a door; 1.10 in the middle of the neck
            CHECK(one.clause == "GB 55037-2022 7.1.4");
            people += one.people.value();
        }
        CHECK(people == 6);
    }
    Scenario wide = scenes::quiet_drill(scenes::narrow_passage(0.9, 3.0));
    scenes::add_group(wide, "a", "inner", 5);
    CHECK(of_kind(route_findings(Site(std::move(wide))), FindingKind::narrow_passage).empty());
}

TEST_CASE("every occupied unit has a life passage: as found, cleared, and with leaves open") {
    Plan plan = corridor_with_door(1.6, Swing::into_first);
    const int box = scenes::add_fixture(plan, "box", scenes::rectangle({9.0, 0.0}, {9.5, 1.1}),
                                        find_unit(plan, "corridor"));
    plan.fixtures[static_cast<std::size_t>(box)].movable = true;
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "class", "store", 4);
    const Site site(std::move(scenario));
    REQUIRE(site.passages.size() == 1);
    const LifePassage& passage = site.passages[0];
    CHECK(passage.unit == find_unit(site.plan(), "store"));
    CHECK(passage.people == 4);
    CHECK(passage.standing.narrowest.width == Approx(0.5).margin(tolerance));
    CHECK(passage.standing.narrowest.across.middle().x() > 8.9);
    CHECK(passage.bare.narrowest.width == Approx(1.4).margin(tolerance));  // the store's door
    CHECK(passage.leaves_open.narrowest.width == Approx(0.5).margin(tolerance));
}
