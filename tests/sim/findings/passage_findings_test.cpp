// What is wrong with the passages of small buildings: found, measured, priced and ranked.

#include "sim/findings/passage_findings.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/scenes/drills.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace evac;

namespace {

constexpr double tolerance = 2e-3;

using Ids = std::vector<std::string>;

std::vector<Finding> found(const Scenario& scenario) {
    const Site site(scenario);
    return passage_findings(site, price_by_graph(site));
}

std::vector<Finding> of_kind(const std::vector<Finding>& findings, FindingKind kind) {
    std::vector<Finding> some;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(some),
                 [&](const Finding& finding) { return finding.kind == kind; });
    return some;
}

std::string english(const Finding& finding) {
    return finding.text.in(Language::en);
}

/// The corridor 20 m by 3 m with "west" and "east", and `people` who stand in a room 8 m by 6 m
/// beside it (x = 0 to 8), whose door "door" is at x = 1 to 2.2.
Plan corridor_with_room() {
    Plan plan = scenes::corridor(20.0, 3.0);
    const int room = scenes::add_unit(plan, "room", "room", scenes::rectangle({0, 3}, {8, 9}));
    scenes::add_opening(plan, "door", {1, 3}, {2.2, 3}, room, 0);
    return plan;
}

int put(Plan& plan, const std::string& id, const Vec2& low, const Vec2& high, bool movable) {
    const int fixture = scenes::add_fixture(plan, id, scenes::rectangle(low, high), 0);
    plan.fixtures[static_cast<std::size_t>(fixture)].movable = movable;
    return fixture;
}

Scenario drill_of(Plan plan, int people) {
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "class", "room", people);
    return scenario;
}

void lock(Scenario& scenario, const std::string& id) {
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, id))].lock =
        Lock::locked;
}

}  // namespace

TEST_CASE("a corridor with two exits and nothing in it gives nothing") {
    Scenario scenario = scenes::quiet_drill(scenes::corridor(20.0, 3.0));
    scenes::add_group(scenario, "all", "corridor", 20);
    CHECK(found(scenario).empty());
}

TEST_CASE("where the crowd is what takes time, the openings that limit it are advice") {
    for (const double angle : {0.0, 0.5236}) {
        Plan plan = scenes::moved(scenes::corridor(20.0, 3.0), angle, {5, 5});
        Scenario scenario = scenes::quiet_drill(std::move(plan));
        scenes::add_group(scenario, "all", "corridor", 150);
        const std::vector<Finding> findings = found(scenario);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].id == "weakest_cut:west");
        CHECK(findings[0].also == Ids{"east"});
        CHECK(findings[0].measured.value() == Approx(1.33 * 6.0));
        CHECK(findings[0].severity == Severity::S4);
        CHECK(findings[0].people.value() == 150);
    }
}

TEST_CASE("a locked exit is the worst there is, at its place and with its width") {
    Scenario scenario = drill_of(corridor_with_room(), 40);
    CHECK(of_kind(found(scenario), FindingKind::blocked_exit).empty());
    lock(scenario, "east");
    const std::vector<Finding> findings = found(scenario);
    const std::vector<Finding> exits = of_kind(findings, FindingKind::blocked_exit);
    REQUIRE(exits.size() == 1);
    CHECK(findings.front().id == "blocked_exit:east");
    CHECK(exits[0].severity == Severity::S1);
    CHECK(exits[0].element == "east");
    CHECK(exits[0].level == 0);
    CHECK((exits[0].place.value() - Vec2(20, 1.5)).norm() < 1e-9);
    CHECK(exits[0].measured.value() == 0.0);
    CHECK(exits[0].limit.value() == Approx(3.0));
    CHECK(exits[0].unit == "m");
    CHECK(exits[0].clause == "GB 55037-2022 12.0.6");
    CHECK(english(exits[0]) == "east, an exit 3.00 m wide, is locked or blocked");
    CHECK(exits[0].text.in(Language::zh).find("3.00 m") != std::string::npos);
    CHECK(of_kind(findings, FindingKind::cut_off).empty());  // west is open
}

TEST_CASE("an exit that is blocked during the drill counts as blocked") {
    Scenario scenario = drill_of(corridor_with_room(), 10);
    scenario.events.push_back(
        {Event::Kind::block, 90.0, scenes::opening(scenario, "west"), false});
    const std::vector<Finding> exits = of_kind(found(scenario), FindingKind::blocked_exit);
    REQUIRE(exits.size() == 1);
    CHECK(exits[0].element == "west");
}

TEST_CASE("people without a way out are counted, unit by unit") {
    Scenario scenario = scenes::quiet_drill(scenes::two_rooms(1.0));
    scenes::add_group(scenario, "a", "inner", 12);
    scenes::add_group(scenario, "b", "outer", 5);
    SECTION("behind a locked door") {
        lock(scenario, "door");
        const std::vector<Finding> findings = found(scenario);
        const std::vector<Finding> cut = of_kind(findings, FindingKind::cut_off);
        REQUIRE(cut.size() == 1);
        CHECK(cut[0].id == "cut_off:inner");
        CHECK(cut[0].severity == Severity::S1);
        CHECK(cut[0].people.value() == 12);
        CHECK(cut[0].measured.value() == 12.0);
        CHECK(english(cut[0]) == "inner: 12 people have no way out");
        CHECK(cut[0].also == std::vector<std::string>{"door"});
        CHECK(cut[0].remedy.in(Language::en).find("Make door passable") == 0);
        const std::vector<Finding> doors = of_kind(findings, FindingKind::blocked_exit);
        REQUIRE(doors.size() == 1);
        CHECK(doors[0].element == "door");
        CHECK(doors[0].people == 12);
    }
    SECTION("behind the locked exit") {
        lock(scenario, "exit");
        const std::vector<Finding> cut = of_kind(found(scenario), FindingKind::cut_off);
        REQUIRE(cut.size() == 2);
        CHECK(cut[0].element == "inner");  // more people first
        CHECK(cut[1].element == "outer");
        CHECK(cut[1].people.value() == 5);
    }
}

TEST_CASE("a box in a corridor: what it leaves, what it takes, and what removing it gives") {
    for (const double angle : {0.0, 0.5236}) {
        CAPTURE(angle);
        Plan plan = corridor_with_room();
        put(plan, "box", {10, 0}, {11, 1.8}, true);
        const std::vector<Finding> findings =
            found(drill_of(scenes::moved(std::move(plan), angle, {100, 50}), 40));
        const std::vector<Finding> obstacles = of_kind(findings, FindingKind::obstacle);
        REQUIRE(obstacles.size() == 1);
        const Finding& box = obstacles[0];
        CHECK(box.id == "obstacle:box");
        CHECK(box.severity == Severity::S3);  // 1.2 m is left, more than 1.1
        CHECK(box.also == Ids{"corridor"});
        CHECK(box.measured.value() == Approx(1.2).margin(tolerance));
        CHECK(box.limit.value() == Approx(3.0).margin(tolerance));
        CHECK(box.clause == "GB 55037-2022 7.1.5");
        REQUIRE(box.dimension);
        CHECK(box.dimension->width == box.measured.value());
        CHECK(box.dimension->line.length() == Approx(1.2).margin(tolerance));
        CHECK(english(box) ==
              "60 % of the way through corridor is taken by box: 1.20 m is left of 3.00 m");
        CHECK(box.remedy.in(Language::en).find("Remove box: 3.00 m instead of 1.20 m") == 0);
        CHECK(box.remedy.in(Language::zh).find("box") != std::string::npos);
        REQUIRE(box.seconds_lost);
        CHECK(*box.seconds_lost >= 0.0);
    }
}

TEST_CASE("less than 1.1 m left is a breach to be mended at once") {
    const auto severity = [](double depth) {
        Plan plan = corridor_with_room();
        put(plan, "box", {10, 0}, {11, depth}, true);
        const std::vector<Finding> obstacles =
            of_kind(found(drill_of(std::move(plan), 20)), FindingKind::obstacle);
        REQUIRE(obstacles.size() == 1);
        return obstacles[0].severity;
    };
    CHECK(severity(1.88) == Severity::S3);
    CHECK(severity(1.95) == Severity::S2);
    CHECK(severity(2.95) == Severity::S1);  // nobody fits
}

TEST_CASE("a box that takes less than a twentieth is not worth a line") {
    Plan plan = corridor_with_room();
    put(plan, "thin", {10, 0}, {11, 0.12}, true);
    CHECK(of_kind(found(drill_of(std::move(plan), 20)), FindingKind::obstacle).empty());
}

TEST_CASE("a pillar that nobody can clear away is named with what it leaves, straight or turned") {
    Plan plan = corridor_with_room();
    const Polygon pillar{{{10, 1}, {10.866, 1.5}, {10.366, 2.366}, {9.5, 1.866}}, {}};  // 30 degrees
    scenes::add_fixture(plan, "pillar", pillar, 0);
    put(plan, "stub", {14, 0}, {14.5, 1}, false);
    const std::vector<Finding> findings = found(drill_of(plan, 40));
    for (const Finding& finding : of_kind(findings, FindingKind::obstacle)) {
        CHECK(finding.remedy.in(Language::en).find("if it can be moved") != std::string::npos);
        CHECK(finding.severity >= Severity::S2);
    }
    CHECK_FALSE(of_kind(findings, FindingKind::obstacle).empty());
    // The same, if they can be cleared away, are.
    for (Fixture& fixture : plan.fixtures) {
        fixture.movable = true;
    }
    CHECK_FALSE(of_kind(found(drill_of(plan, 40)), FindingKind::obstacle).empty());
}

TEST_CASE("an inspection measures with what is built in, and again with all that stands there") {
    Plan plan = corridor_with_room();
    put(plan, "stub", {14, 0}, {14.5, 1}, false);
    put(plan, "box", {6, 0}, {7, 1.5}, true);
    const Site site(drill_of(std::move(plan), 5));
    const std::size_t west_to_east = 1;
    CHECK(site.inspection.bare.units[0].between[west_to_east].width ==
          Approx(2.0).margin(tolerance));
    CHECK(site.inspection.standing.units[0].between[west_to_east].width ==
          Approx(1.5).margin(tolerance));
    CHECK(site.inspection.people == std::vector<int>{0, 5});
}

TEST_CASE("goods that close a corridor cut off whoever is behind, and are the worst") {
    Plan plan = corridor_with_room();
    put(plan, "goods", {10, 0}, {12, 3}, true);
    Scenario scenario = drill_of(std::move(plan), 40);
    SECTION("with another way nobody is cut off") {
        const std::vector<Finding> findings = found(scenario);
        CHECK(of_kind(findings, FindingKind::cut_off).empty());
        CHECK(findings.front().id == "obstacle:goods");
        CHECK(findings.front().severity == Severity::S1);
        CHECK(findings.front().measured.value() == 0.0);
        CHECK_FALSE(findings.front().dimension);
        REQUIRE(findings.front().place);
        CHECK((*findings.front().place - Vec2(11, 1.5)).norm() < 1.0);
    }
    SECTION("with the other way locked all are") {
        lock(scenario, "west");
        const std::vector<Finding> findings = found(scenario);
        const std::vector<Finding> cut = of_kind(findings, FindingKind::cut_off);
        REQUIRE(cut.size() == 1);
        CHECK(cut[0].people.value() == 40);
        CHECK(cut[0].element == "room");
        const std::set<std::string> ids{findings[0].id, findings[1].id, findings[2].id};
        CHECK(ids == std::set<std::string>{"obstacle:goods", "blocked_exit:west", "cut_off:room"});
        CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
                  return finding.severity == Severity::S1;
              }) == 3);
    }
}

TEST_CASE("goods that are put down during the drill count as standing there") {
    Plan plan = corridor_with_room();
    const int goods = put(plan, "goods", {10, 0}, {12, 2.4}, true);
    Scenario scenario = drill_of(std::move(plan), 20);
    scenario.fixture_present[static_cast<std::size_t>(goods)] = 0;
    CHECK(of_kind(found(scenario), FindingKind::obstacle).empty());
    scenario.events.push_back({Event::Kind::put_down, 30.0, goods, false});
    const std::vector<Finding> obstacles = of_kind(found(scenario), FindingKind::obstacle);
    REQUIRE(obstacles.size() == 1);
    CHECK(obstacles[0].measured.value() == Approx(0.6).margin(tolerance));
}

TEST_CASE("two boxes that together take the width are one finding with both in its remedy") {
    Plan plan = corridor_with_room();
    put(plan, "left", {10, 0}, {11, 0.9}, true);
    put(plan, "right", {10, 2.1}, {11, 3}, true);
    const std::vector<Finding> obstacles =
        of_kind(found(drill_of(std::move(plan), 20)), FindingKind::obstacle);
    REQUIRE(obstacles.size() == 1);
    CHECK(obstacles[0].element == "left");
    CHECK(obstacles[0].also == Ids{"right", "corridor"});
    CHECK(obstacles[0].measured.value() == Approx(1.2).margin(tolerance));
}

TEST_CASE("more than fifty people behind one door hang on it") {
    const auto points = [](int people) {
        return of_kind(found(drill_of(corridor_with_room(), people)), FindingKind::single_point);
    };
    CHECK(points(50).empty());
    const std::vector<Finding> many = points(51);
    REQUIRE(many.size() == 1);
    CHECK(many[0].element == "door");
    CHECK(many[0].severity == Severity::S3);
    CHECK(many[0].people.value() == 51);
    CHECK(many[0].limit.value() == 50.0);
    CHECK(english(many[0]) == "Every way out of 51 people leads through door");
}

TEST_CASE("openings one after the other that the same people hang on are one finding") {
    Scenario scenario = scenes::quiet_drill(scenes::narrow_passage(1.4, 3.0));
    scenes::add_group(scenario, "all", "inner", 55);
    const std::vector<Finding> points = of_kind(found(scenario), FindingKind::single_point);
    // neck_in: inner; neck_out: inner and neck; exit: all three. Nobody starts in the others.
    REQUIRE(points.size() == 1);
    CHECK(points[0].people.value() == 55);
    CHECK(points[0].also.size() == 2);
}

TEST_CASE("mending is priced by the flow network: an open exit more, a box less") {
    Scenario scenario = drill_of(corridor_with_room(), 60);
    // The exits are narrow, so that one alone takes its time, and the door is wide.
    const auto narrow = [&](const char* id) {
        scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, id))]
            .clear_width = 0.6;
    };
    narrow("west");
    narrow("east");
    lock(scenario, "west");
    const Site site(scenario);
    const Pricing pricing = price_by_graph(site);
    const Price opened = pricing({}, {find_opening(site.plan(), "west")});
    CHECK_FALSE(opened.simulated);
    // 60 people at 0.8 persons/s: 75 s, with two exits rather more than half of it.
    CHECK(opened.seconds > 25.0);
    CHECK(opened.seconds < 45.0);
    CHECK(pricing({}, {find_opening(site.plan(), "east")}).seconds == 0.0);  // open anyhow

    const std::vector<Finding> exits = of_kind(found(scenario), FindingKind::blocked_exit);
    REQUIRE(exits.size() == 1);
    CHECK(exits[0].seconds_lost.value() == Approx(opened.seconds));
    CHECK(exits[0].remedy.in(Language::en).find("s sooner by calculation") != std::string::npos);
}

TEST_CASE("a box is priced where its gap is what holds people back") {
    Plan plan = corridor_with_room();
    put(plan, "box", {10, 0}, {11, 2.2}, true);
    Scenario scenario = drill_of(std::move(plan), 60);
    const double idle = of_kind(found(scenario), FindingKind::obstacle)[0].seconds_lost.value();
    CHECK(idle < 1.0);  // everybody can leave by the other end
    lock(scenario, "west");
    // Door 1.2 m, gap 0.8 m: 60 people take 60 / 1.064 s instead of 60 / 1.596 s, less what the
    // door saves up.
    const double needed = of_kind(found(scenario), FindingKind::obstacle)[0].seconds_lost.value();
    CHECK(needed == Approx(60.0 / 1.064 - 60.0 / 1.596).margin(4.0));
}

TEST_CASE("ids are unique, and the same in the next inspection") {
    Plan plan = corridor_with_room();
    put(plan, "a", {5, 0}, {6, 1.4}, true);
    put(plan, "b", {12, 1.4}, {13, 3}, true);
    Scenario scenario = drill_of(std::move(plan), 60);
    lock(scenario, "east");
    const std::vector<Finding> once = found(scenario);
    const std::vector<Finding> again = found(scenario);
    REQUIRE(once.size() == again.size());
    CHECK(once.size() >= 4);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < once.size(); ++i) {
        CHECK(ids.insert(once[i].id).second);
        CHECK(once[i].id == again[i].id);
        CHECK(once[i].seconds_lost == again[i].seconds_lost);
    }
}

TEST_CASE("worst first: by severity, then seconds, then people, then id") {
    std::vector<Finding> findings(6);
    const auto set = [&](std::size_t i, const char* id, Severity severity, double seconds,
                         int people) {
        findings[i].id = id;
        findings[i].severity = severity;
        if (seconds > 0.0) {
            findings[i].seconds_lost = seconds;
        }
        findings[i].people = people;
    };
    set(0, "f", Severity::S4, 99.0, 900);
    set(1, "e", Severity::S2, 0.0, 1);
    set(2, "d", Severity::S2, 0.0, 1);
    set(3, "c", Severity::S2, 0.0, 7);
    set(4, "b", Severity::S2, 3.0, 0);
    set(5, "a", Severity::S1, 0.0, 0);
    sort_by_weight(findings);
    std::string order;
    for (const Finding& finding : findings) {
        order += finding.id;
    }
    CHECK(order == "abcdef");

    const std::vector<Finding> real = [] {
        Plan plan = corridor_with_room();
        put(plan, "box", {10, 0}, {11, 1.8}, true);
        Scenario scenario = drill_of(std::move(plan), 60);
        lock(scenario, "west");
        return found(scenario);
    }();
    CHECK(std::is_sorted(real.begin(), real.end(), [](const Finding& a, const Finding& b) {
        return a.severity < b.severity;
    }));
    CHECK(real.front().severity == Severity::S1);
    CHECK(real.back().severity == Severity::S4);
}

TEST_CASE("the names of elements stand in each sentence in its language") {
    Scenario scenario = drill_of(corridor_with_room(), 10);
    scenario.plan.openings[static_cast<std::size_t>(scenes::opening(scenario, "east"))].name = {
        {{"en", "East gate"}, {"zh", "东门"}}};
    lock(scenario, "east");
    const Finding exit = of_kind(found(scenario), FindingKind::blocked_exit).at(0);
    CHECK(exit.text.in(Language::en).find("East gate (east)") != std::string::npos);
    CHECK(exit.text.in(Language::zh).find("东门 (east)") != std::string::npos);
}

TEST_CASE("built-in things are named where they narrow a passage below what a code asks") {
    const auto obstacles = [](double height) {
        Plan plan = corridor_with_room();
        const int unit = find_unit(plan, "corridor");
        scenes::add_fixture(plan, "locker", scenes::rectangle({9.0, 0.0}, {9.6, height}), unit);
        Scenario scenario = drill_of(std::move(plan), 10);
        scenario.fixture_present.assign(scenario.plan.fixtures.size(), 1);
        return of_kind(found(scenario), FindingKind::obstacle);
    };
    REQUIRE(obstacles(1.0).size() == 1);  // 2.0 m of 3.0 m are left
    CHECK(obstacles(1.0)[0].severity == Severity::S4);
    const std::vector<Finding> narrow = obstacles(2.2);
    REQUIRE(narrow.size() == 1);
    CHECK(narrow[0].element == "locker");
    CHECK(narrow[0].severity == Severity::S2);
    CHECK(narrow[0].measured.value() == Approx(0.8).margin(tolerance));
    CHECK(english(narrow[0]).find("73 %") != std::string::npos);
}

TEST_CASE("doors locked one behind the other are named together, with whom they free together") {
    Plan plan = scenes::narrow_passage(1.2, 3.0);
    Scenario scenario = scenes::quiet_drill(std::move(plan));
    scenes::add_group(scenario, "a", "inner", 7);
    lock(scenario, "neck_in");
    lock(scenario, "neck_out");
    const std::vector<Finding> findings = found(scenario);
    const std::vector<Finding> cut = of_kind(findings, FindingKind::cut_off);
    REQUIRE(cut.size() == 1);
    CHECK(cut[0].also == std::vector<std::string>{"neck_in", "neck_out"});
    CHECK(cut[0].remedy.in(Language::en).find("7 people have a way out again") !=
          std::string::npos);
}
