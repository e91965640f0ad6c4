// findings.json and findings.csv: what stands in them and in which form.

#include "sim/findings/findings_file.hpp"
#include "sim/record/read_csv.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"
#include "tests/scenes/buildings.hpp"
#include "tests/sim/record/small_drill.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <limits>
#include <string>
#include <vector>

using namespace evac;
using evac::testing::TemporaryFolder;
using Json = nlohmann::ordered_json;

namespace {

Finding full() {
    Finding finding;
    finding.id = "obstacle:box";
    finding.kind = FindingKind::obstacle;
    finding.severity = Severity::S2;
    finding.element = "box";
    finding.level = 0;
    finding.place = Vec2(1.23456, -2.0);
    finding.measured = 0.70049;
    finding.limit = 3.0;
    finding.unit = "m";
    finding.clause = "GB 55037-2022 7.1.5";
    finding.seconds_lost = 12.3456;
    finding.text = {{{"en", "the \"box\", 1 m wide"}, {"zh", "箱子，宽 1 m"}}};
    finding.remedy = {{{"en", "remove it"}, {"zh", "移走"}}};
    finding.people = 40;
    finding.time = 61.04;
    finding.dimension = Dimension{Segment{{1, 2}, {1, 2.7004}}, 0.7004};
    finding.also = {"corridor", "crate"};
    finding.verified = "read";
    return finding;
}

/// What is not known, is not known.
Finding bare() {
    Finding finding;
    finding.id = "hazard:h1";
    finding.kind = FindingKind::hazard;
    finding.severity = Severity::S4;
    finding.element = "h1";
    finding.text = {{{"en", "something"}, {"zh", "某处"}}};
    finding.remedy = {{{"en", "look"}, {"zh", "查看"}}};
    return finding;
}

void check_against_schema(const Json& json) {
    for (const Problem& problem :
         check_schema(nlohmann::json::parse(json.dump()), "findings.schema.json", "findings")) {
        FAIL_CHECK(say(Language::en, problem));
    }
}

}  // namespace

TEST_CASE("findings.json keeps to its schema, with everything known and with nothing") {
    const Plan plan = scenes::one_room(6, 4, 1);
    check_against_schema(findings_json(plan, {}));
    check_against_schema(findings_json(plan, {full()}));
    check_against_schema(findings_json(plan, {bare(), full()}));
    // Every kind and severity has a word that the schema knows.
    std::vector<Finding> all;
    for (int kind = 0; kind <= static_cast<int>(FindingKind::hazard); ++kind) {
        all.push_back(bare());
        all.back().kind = static_cast<FindingKind>(kind);
        all.back().severity = static_cast<Severity>(1 + kind % 4);
    }
    check_against_schema(findings_json(plan, all));
    CHECK(name_of(FindingKind::cut_off) == "cut_off");
    CHECK(name_of(FindingKind::critical) == "critical");
    CHECK(name_of(FindingKind::hazard) == "hazard");
    CHECK(name_of(Severity::S1) == "S1");
    CHECK(name_of(Severity::S4) == "S4");
}

TEST_CASE("the schema refuses what is not a finding") {
    const Plan plan = scenes::one_room(6, 4, 1);
    const auto problems = [&](auto change) {
        nlohmann::json json = nlohmann::json::parse(findings_json(plan, {full()}).dump());
        change(json["findings"][0]);
        return check_schema(json, "findings.schema.json", "findings").size();
    };
    CHECK(problems([](nlohmann::json&) {}) == 0);
    CHECK(problems([](nlohmann::json& f) { f.erase("remedy"); }) > 0);
    CHECK(problems([](nlohmann::json& f) { f["severity"] = "S5"; }) > 0);
    CHECK(problems([](nlohmann::json& f) { f["kind"] = "odd"; }) > 0);
    CHECK(problems([](nlohmann::json& f) { f["text"].erase("zh"); }) > 0);
    CHECK(problems([](nlohmann::json& f) { f["surprise"] = 1; }) > 0);
}

TEST_CASE("numbers in findings.json are rounded to the millimetre, levels are ids") {
    const Json json = findings_json(scenes::one_room(6, 4, 1), {full()});
    CHECK(json["format"] == "evac-findings");
    CHECK(json["version"] == 1);
    const Json& finding = json["findings"][0];
    CHECK(finding["id"] == "obstacle:box");
    CHECK(finding["kind"] == "obstacle");
    CHECK(finding["severity"] == "S2");
    CHECK(finding["level"] == "L0");
    CHECK(finding["x"] == 1.235);
    CHECK(finding["y"] == -2.0);
    CHECK(finding["measured"] == 0.7);
    CHECK(finding["seconds_lost"] == 12.346);
    CHECK(finding["people"] == 40);
    CHECK(finding["dimension"]["from"] == Json::array({1.0, 2.0}));
    CHECK(finding["dimension"]["to"] == Json::array({1.0, 2.7}));
    CHECK(finding["dimension"]["width"] == 0.7);
    CHECK(finding["also"] == Json::array({"corridor", "crate"}));
    CHECK(finding["text"]["zh"] == "箱子，宽 1 m");
}

TEST_CASE("what is not known or not finite is null in findings.json") {
    const Json unknown = findings_json(scenes::one_room(6, 4, 1), {bare()})["findings"][0];
    for (const char* key :
         {"level", "x", "y", "measured", "limit", "seconds_lost", "people", "time", "dimension"}) {
        CAPTURE(key);
        CHECK(unknown.at(key).is_null());
    }
    CHECK(unknown["also"] == Json::array());
    CHECK(unknown["clause"] == "");
    Finding endless = bare();
    endless.measured = std::numeric_limits<double>::infinity();
    endless.limit = std::numeric_limits<double>::quiet_NaN();
    const Json json = findings_json(scenes::one_room(6, 4, 1), {endless});
    CHECK(json["findings"][0]["measured"].is_null());
    CHECK(json["findings"][0]["limit"].is_null());
    check_against_schema(json);
}

TEST_CASE("findings.csv has a mark for Excel, a row per finding and both languages") {
    const TemporaryFolder folder;
    write_findings(folder.path(), scenes::one_room(6, 4, 1), {full(), bare()});
    const std::string text = read_text(folder.path() / "findings.csv");
    CHECK(text.substr(0, 3) == "\xEF\xBB\xBF");
    CHECK(text.substr(3, text.find('\n') - 3) ==
          "id,kind,severity,element,level,x,y,measured,limit,unit,clause,verified,seconds_lost,"
          "people,time,text_en,remedy_en,text_zh,remedy_zh");
    const CsvTable table = read_csv(folder.path() / "findings.csv");
    REQUIRE(table.rows.size() == 2);
    const auto cell = [&](std::size_t row, const char* column) {
        return table.rows[row][static_cast<std::size_t>(table.column(column))];
    };
    CHECK(cell(0, "id") == "obstacle:box");
    CHECK(cell(0, "x") == "1.235");
    CHECK(cell(0, "measured") == "0.700");
    CHECK(cell(0, "seconds_lost") == "12.3");
    CHECK(cell(0, "people") == "40");
    CHECK(cell(0, "text_en") == "the \"box\", 1 m wide");
    CHECK(cell(0, "text_zh") == "箱子，宽 1 m");
    CHECK(cell(0, "remedy_zh") == "移走");
    for (const char* column : {"level", "x", "y", "measured", "limit", "unit", "clause",
                               "seconds_lost", "people", "time"}) {
        CAPTURE(column);
        CHECK(cell(1, column).empty());
    }
    const nlohmann::json json = read_json(folder.path() / "findings.json");
    CHECK(json["findings"].size() == 2);
    CHECK(read_text(folder.path() / "findings.json").back() == '\n');
}

TEST_CASE("findings that cannot be written say so") {
    const TemporaryFolder folder;
    write_text(folder.path() / "file", "not a folder\n");
    CHECK_THROWS_AS(
        write_findings(folder.path() / "file", scenes::one_room(6, 4, 1), {full()}), InputError);
}
