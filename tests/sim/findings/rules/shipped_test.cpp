// The shipped buildings against the rules that they were drawn by (scenarios/README.md).
#include "tests/sim/findings/rules/small_school.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

namespace evac::testing {

namespace {

/// A shipped scenario; the widths of its units are their lesser sides, as all are rectangles.
SmallSchool shipped(const std::string& name) {
    const Scenario scenario =
        read_scenario(std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios" / name);
    SmallSchool building(1);
    building.plan = scenario.plan;
    building.people.assign(scenario.plan.units.size(), 0);
    for (const Group& group : scenario.groups) {
        for (const Occupants& some : group.occupants) {
            building.people[static_cast<std::size_t>(some.unit)] += some.count;
        }
    }
    for (const Event& event : scenario.events) {
        if (event.kind == Event::Kind::lock || event.kind == Event::Kind::block) {
            building.closed.push_back(
                scenario.plan.openings[static_cast<std::size_t>(event.element)].id);
        }
    }
    return building;
}

}  // namespace

TEST_CASE("the shipped school keeps every rule of cn-school that can be judged") {
    const Audit result = audit(read_rule_set("cn-school"), shipped("school").inspect());
    for (const Finding& finding : result.findings) {
        UNSCOPED_INFO(finding.text.in(Language::en));
    }
    CHECK(result.findings.empty());
    CHECK(outcome_of(result, "SCH-W-100").judged == 5);
    CHECK(outcome_of(result, "CN-DIST").judged >= 30);
    // Voice alarm only: everything else about the building is stated in its plan.
    CHECK(result.assumptions.size() == 1);
}

TEST_CASE("the shipped workshop keeps its rules; goods and a locked exit break them") {
    const RuleSet rules = read_rule_set("cn-enterprise");
    CHECK(audit(rules, shipped("workshop").inspect()).findings.empty());

    SmallSchool blocked = shipped("workshop-blocked");
    blocked.standing["passage-east"] = 0.7;
    const Audit result = audit(rules, blocked.inspect());
    const Finding* locked = find_finding(result, "CN-DOOR-lock", "exit-west");
    REQUIRE(locked != nullptr);
    CHECK(locked->severity == Severity::S1);
    CHECK(find_finding(result, "CN-CLEAR", "pallet-1") != nullptr);
    CHECK(find_finding(result, "CN-CLEAR", "pallet-2") != nullptr);
    CHECK(find_finding(result, "IND-W-corr", "passage-east") != nullptr);
    CHECK(result.findings.size() == 4);
}

}  // namespace evac::testing
