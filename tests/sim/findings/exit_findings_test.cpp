#include "sim/findings/exit_findings.hpp"

#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;

namespace {

/// A corridor 20 m long with the exits "west" and "east" and ten people in it.
Scenario corridor_drill() {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(20.0, 3.0));
    scenes::add_group(scenario, "all", "corridor", 10);
    return scenario;
}

Opening& opening_of(Scenario& scenario, const std::string& id) {
    return scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, id))];
}

std::vector<Finding> found(const Scenario& scenario) {
    const Site site(scenario);
    return exit_findings(site, price_by_graph(site));
}

bool says(const Finding& finding, const std::string& words) {
    return finding.text.in(Language::en).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("open exits are no finding") {
    CHECK(found(corridor_drill()).empty());
}

TEST_CASE("an exit that leads inwards only is none") {
    Scenario scenario = corridor_drill();
    opening_of(scenario, "west").one_way = -1;
    const std::vector<Finding> findings = found(scenario);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].element == "west");
    CHECK(findings[0].severity == Severity::S1);
    CHECK(says(findings[0], "inwards only"));
    opening_of(scenario, "west").one_way = 1;  // outwards is what an exit is for
    CHECK(found(scenario).empty());
}

TEST_CASE("an exit narrower than a body is none") {
    Scenario scenario = corridor_drill();
    opening_of(scenario, "west").clear_width = 0.3;
    const std::vector<Finding> findings = found(scenario);
    REQUIRE(findings.size() == 1);
    CHECK(says(findings[0], "narrower than a body"));
}

TEST_CASE("an exit with goods before it is covered, and they are named") {
    Scenario scenario = corridor_drill();
    const int goods = scenes::add_fixture(scenario.plan, "goods",
                                          scenes::rectangle({0.5, 0.0}, {1.5, 3.0}), 0);
    scenario.plan.fixtures[static_cast<std::size_t>(goods)].movable = true;
    scenario.fixture_present.assign(scenario.plan.fixtures.size(), 1);
    const std::vector<Finding> findings = found(scenario);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].element == "west");
    CHECK(findings[0].also == std::vector<std::string>{"goods"});
    CHECK(says(findings[0], "goods in front of it"));
}

TEST_CASE("built-in things cover an exit too, and things right outside its door") {
    Scenario scenario = corridor_drill();
    SECTION("a fixture that the plan does not call movable") {
        scenes::add_fixture(scenario.plan, "shelf", scenes::rectangle({0.1, 0.0}, {0.6, 3.0}), 0);
    }
    SECTION("bins in the yard, 5 cm from the door") {
        const int yard = scenes::add_unit(scenario.plan, "yard", "outdoors",
                                          scenes::rectangle({-10.0, -5.0}, {0.0, 8.0}));
        scenario.plan.units[static_cast<std::size_t>(yard)].kind = UnitKind::outdoors;
        opening_of(scenario, "west").units[1] = yard;
        scenes::add_fixture(scenario.plan, "shelf", scenes::rectangle({-0.8, -0.2}, {-0.05, 3.2}),
                            yard);
    }
    scenario.fixture_present.assign(scenario.plan.fixtures.size(), 1);
    const std::vector<Finding> findings = found(scenario);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].element == "west");
    CHECK(findings[0].severity == Severity::S1);
    CHECK(findings[0].also == std::vector<std::string>{"shelf"});
}

TEST_CASE("the inner door that alone cuts people off is named, with how many") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "a", "inner", 12);
    SECTION("locked") {
        opening_of(scenario, "door").lock = Lock::locked;
        const std::vector<Finding> findings = found(scenario);
        REQUIRE(findings.size() == 1);
        CHECK(says(findings[0], "locked or blocked"));
        CHECK(findings[0].element == "door");
        CHECK(findings[0].people == 12);
    }
    SECTION("one-way against them") {
        opening_of(scenario, "door").one_way = -1;
        const std::vector<Finding> findings = found(scenario);
        REQUIRE(findings.size() == 1);
        CHECK(says(findings[0], "against the way out"));
        CHECK(findings[0].people == 12);
        opening_of(scenario, "door").one_way = 1;
        CHECK(found(scenario).empty());
    }
}

TEST_CASE("an exit into a yard whose gate is locked leads nowhere") {
    Scenario scenario = corridor_drill();
    const int yard = scenes::add_unit(scenario.plan, "yard", "outdoors",
                                      scenes::rectangle({20.0, -5.0}, {30.0, 8.0}));
    scenario.plan.units[static_cast<std::size_t>(yard)].kind = UnitKind::outdoors;
    opening_of(scenario, "east").units[1] = yard;
    scenes::add_exit(scenario.plan, "gate", {30.0, 0.0}, {30.0, 3.0}, yard);
    CHECK(found(scenario).empty());
    opening_of(scenario, "gate").lock = Lock::locked;
    const std::vector<Finding> findings = found(scenario);
    const auto east = std::find_if(findings.begin(), findings.end(),
                                   [](const Finding& one) { return one.element == "east"; });
    REQUIRE(east != findings.end());
    CHECK(east->severity == Severity::S2);
    CHECK(east->also == std::vector<std::string>{"gate"});
    CHECK_FALSE(east->people);  // west leads out as well
    CHECK(findings.size() == 1);  // the gate is told with the exit

    // The same, drawn from the yard inwards.
    std::swap(opening_of(scenario, "east").units[0], opening_of(scenario, "east").units[1]);
    const std::vector<Finding> reversed = found(scenario);
    REQUIRE(reversed.size() == 1);
    CHECK(says(reversed[0], "into yard"));
    std::swap(opening_of(scenario, "east").units[0], opening_of(scenario, "east").units[1]);

    opening_of(scenario, "west").exit = false;
    const std::vector<Finding> trapped = found(scenario);
    const auto trap = std::find_if(trapped.begin(), trapped.end(),
                                   [](const Finding& one) { return one.element == "east"; });
    REQUIRE(trap != trapped.end());
    CHECK(trap->severity == Severity::S1);
    CHECK(trap->people == 10);
}

TEST_CASE("a door to the outside that is no exit is told of") {
    Scenario scenario = corridor_drill();
    opening_of(scenario, "west").exit = false;
    const std::vector<Finding> findings = found(scenario);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::S4);
    CHECK(says(findings[0], "is no exit"));
}
