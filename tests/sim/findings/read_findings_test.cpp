// findings.json read back: what is written, broken files, findings of another plan.

#include "sim/findings/findings_file.hpp"
#include "sim/text/file.hpp"
#include "sim/text/problem.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace evac;
using evac::testing::TemporaryFolder;
using Json = nlohmann::ordered_json;

namespace {

Label both(const std::string& en, const std::string& zh) {
    return {{{"en", en}, {"zh", zh}}};
}

/// All there is to know; numbers to the millimetre, so that they come back as they are.
Finding full() {
    Finding finding;
    finding.id = "queue:door";
    finding.kind = FindingKind::queue;
    finding.severity = Severity::S3;
    finding.element = "door";
    finding.level = 0;
    finding.place = Vec2(1.235, -2.0);
    finding.measured = 57.0;
    finding.limit = 10.5;
    finding.unit = "persons";
    finding.clause = "GB 55037-2022 7.1.5";
    finding.seconds_lost = 12.346;
    finding.text = both("the \"door\", 1 m wide", "门，宽 1 m");
    finding.remedy = both("widen it", "加宽");
    finding.people = 57;
    finding.time = 42.05;
    finding.dimension = Dimension{Segment{{1, 2}, {1.5, 2.7}}, 0.86};
    finding.also = {"inner", "outer"};
    finding.verified = "secondary";
    return finding;
}

Finding about(const std::string& element, int level) {
    Finding finding;
    finding.id = "clause:" + element;
    finding.element = element;
    finding.level = level;
    finding.text = both("something", "某处");
    finding.remedy = both("look", "查看");
    return finding;
}

std::vector<Finding> round_trip(const Plan& written, const std::vector<Finding>& findings,
                                const Plan& read) {
    const TemporaryFolder folder;
    write_findings(folder.path(), written, findings);
    return read_findings(folder.path() / "findings.json", read);
}

/// Reads the findings after `change` to their file; what is wrong with them, one line each.
template <class Change>
std::string complaint(const Change& change) {
    const Plan plan = scenes::two_rooms(1.0);
    const TemporaryFolder folder;
    Json json = findings_json(plan, {full()});
    change(json);
    const std::filesystem::path file = folder.path() / "changed.json";
    write_text(file, json.dump());
    try {
        read_findings(file, plan);
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) {
            CHECK(problem.file == file.string());
        }
        return error.what();
    }
    return {};
}

std::string complaint_about_text(const std::string& text) {
    const TemporaryFolder folder;
    write_text(folder.path() / "findings.json", text);
    try {
        read_findings(folder.path() / "findings.json", scenes::two_rooms(1.0));
    } catch (const InputError& error) {
        CHECK(error.problems().front().file == (folder.path() / "findings.json").string());
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a finding comes back from findings.json with all that it knows") {
    const Plan plan = scenes::two_rooms(1.0);
    const std::vector<Finding> read = round_trip(plan, {full()}, plan);
    REQUIRE(read.size() == 1);
    const Finding& finding = read[0];
    CHECK(finding.id == "queue:door");
    CHECK(finding.kind == FindingKind::queue);
    CHECK(finding.severity == Severity::S3);
    CHECK(finding.element == "door");
    CHECK(finding.level == 0);
    REQUIRE(finding.place);
    CHECK(*finding.place == Vec2(1.235, -2.0));
    CHECK(finding.measured == 57.0);
    CHECK(finding.limit == 10.5);
    CHECK(finding.unit == "persons");
    CHECK(finding.clause == "GB 55037-2022 7.1.5");
    CHECK(finding.seconds_lost == 12.346);
    CHECK(finding.text.by_language == full().text.by_language);
    CHECK(finding.remedy.by_language == full().remedy.by_language);
    CHECK(finding.people == 57);
    CHECK(finding.time == 42.05);
    REQUIRE(finding.dimension);
    CHECK(finding.dimension->line.a == Vec2(1, 2));
    CHECK(finding.dimension->line.b == Vec2(1.5, 2.7));
    CHECK(finding.dimension->width == 0.86);
    CHECK(finding.also == std::vector<std::string>{"inner", "outer"});
    CHECK(finding.verified == "secondary");
}

TEST_CASE("what a finding does not know is still unknown when it comes back") {
    const Plan plan = scenes::two_rooms(1.0);
    const std::vector<Finding> read = round_trip(plan, {full(), about("door", -1)}, plan);
    REQUIRE(read.size() == 2);
    CHECK(read[0].id == "queue:door");  // the order is kept
    const Finding& finding = read[1];
    CHECK(finding.level == -1);
    CHECK_FALSE(finding.place);
    CHECK_FALSE(finding.measured);
    CHECK_FALSE(finding.limit);
    CHECK_FALSE(finding.seconds_lost);
    CHECK_FALSE(finding.people);
    CHECK_FALSE(finding.time);
    CHECK_FALSE(finding.dimension);
    CHECK(finding.also.empty());
    CHECK(finding.verified.empty());
}

TEST_CASE("every kind and severity comes back from findings.json as what it was") {
    const Plan plan = scenes::two_rooms(1.0);
    std::vector<Finding> all;
    for (int kind = 0; kind <= static_cast<int>(FindingKind::hazard); ++kind) {
        all.push_back(full());
        all.back().kind = static_cast<FindingKind>(kind);
        all.back().severity = static_cast<Severity>(1 + kind % 4);
    }
    const std::vector<Finding> read = round_trip(plan, all, plan);
    REQUIRE(read.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i);
        CHECK(read[i].kind == all[i].kind);
        CHECK(read[i].severity == all[i].severity);
    }
    CHECK(round_trip(plan, {}, plan).empty());
}

TEST_CASE("writing findings that were read gives the same file") {
    const Plan plan = scenes::dog_leg();
    std::vector<Finding> findings{full(), about("hall_1", 1)};
    findings[0].element = "foot";
    CHECK(findings_json(plan, round_trip(plan, findings, plan)) == findings_json(plan, findings));
}

TEST_CASE("findings without the members that came later are read") {
    const Plan plan = scenes::two_rooms(1.0);
    const TemporaryFolder folder;
    Json json = findings_json(plan, {full()});
    for (const char* key : {"people", "time", "dimension", "also", "verified"}) {
        json["findings"][0].erase(key);
    }
    write_text(folder.path() / "findings.json", json.dump());
    const std::vector<Finding> read = read_findings(folder.path() / "findings.json", plan);
    REQUIRE(read.size() == 1);
    CHECK(read[0].measured == 57.0);
    CHECK_FALSE(read[0].people);
    CHECK_FALSE(read[0].dimension);
    CHECK(read[0].also.empty());
}

TEST_CASE("findings of another plan are kept, but on no level") {
    // The plan read with has the levels L0 and L1, but no "door"; that written with has no L1.
    const Plan other = scenes::dog_leg();
    const std::vector<Finding> read = round_trip(scenes::two_rooms(1.0), {full()}, other);
    REQUIRE(read.size() == 1);
    CHECK(read[0].level == -1);
    CHECK(read[0].element == "door");
    CHECK(read[0].people == 57);
    CHECK(read[0].text.in(Language::en) == full().text.in(Language::en));
    // And the other way round: the element is there, its level is not.
    Plan renamed = other;
    renamed.levels[1].id = "roof";
    const std::vector<Finding> moved = round_trip(other, {about("hall_1", 1)}, renamed);
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].level == -1);
}

TEST_CASE("findings about anything that a plan has keep their level") {
    Plan plan = scenes::dog_leg();
    scenes::add_fixture(plan, "crate", scenes::rectangle({0, -1}, {1, -0.5}), 0);
    scenes::add_assembly_area(plan, "assembly", scenes::rectangle({2, -1}, {3, -0.5}), 0);
    plan.amenities.push_back({"sign", {}, "sign", 1, {0, 0}, {}, {}});
    // A unit, an opening, a fixture, a level, an assembly area, an amenity, a staircase, the plan.
    for (const char* id :
         {"hall_1", "head", "crate", "L1", "assembly", "sign", "east", "dog_leg", ""}) {
        CAPTURE(id);
        const std::vector<Finding> read = round_trip(plan, {about(id, 1)}, plan);
        REQUIRE(read.size() == 1);
        CHECK(read[0].level == 1);
    }
    CHECK(round_trip(plan, {about("nowhere", 1)}, plan)[0].level == -1);
}

TEST_CASE("a broken findings.json is refused with its name") {
    CHECK(complaint([](Json&) {}).empty());
    CHECK(complaint([](Json& json) { json["version"] = 2; }) != "");
    CHECK(complaint([](Json& json) { json["format"] = "evac-plan"; }) != "");
    CHECK(complaint([](Json& json) { json.erase("findings"); }) != "");
    CHECK(complaint([](Json& json) { json["findings"][0]["kind"] = "odd"; }) != "");
    CHECK(complaint([](Json& json) { json["findings"][0]["people"] = 1.5; }) != "");
    CHECK(complaint([](Json& json) { json["findings"][0]["text"].erase("zh"); }) != "");
    CHECK(complaint([](Json& json) { json["findings"][0]["dimension"].erase("to"); }) != "");
    CHECK(complaint_about_text("{\"format\": ").find("findings.json") != std::string::npos);
    CHECK(complaint_about_text("") != "");
    CHECK(complaint_about_text("[]") != "");
    const TemporaryFolder folder;
    CHECK_THROWS_AS(read_findings(folder.path() / "none.json", scenes::two_rooms(1.0)), InputError);
}
