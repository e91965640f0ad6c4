#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/text/embedded.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/schema.hpp"

using namespace evac;
using nlohmann::json;

namespace {

constexpr const char* plan_schema = "plan.schema.json";

json unit_with(const json& additions) {
    return {{"type", "FeatureCollection"},
            {"evac", {{"format", "plan"}, {"version", 1}, {"id", "p"}}},
            {"features",
             {{{"type", "Feature"},
               {"id", "u"},
               {"feature_type", "unit"},
               {"geometry",
                {{"type", "Polygon"},
                 {"coordinates", json::array({{{0, 0}, {1, 0}, {1, 1}, {0, 0}}})}}},
               {"properties", {{"category", "room"}, {"level_id", "L"}, {"evac", additions}}}}}}};
}

}  // namespace

TEST_CASE("a document that keeps to its schema has no problems") {
    CHECK(check_schema(unit_with({{"capacity", 3}}), plan_schema, "").empty());
}

TEST_CASE("every unknown key is told, with the keys that are known") {
    const std::vector<Problem> problems =
        check_schema(unit_with({{"capasity", 3}, {"Kind", "room"}}), plan_schema, "");
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].pointer == "/features/0/properties/evac/Kind");
    CHECK(problems[1].pointer == "/features/0/properties/evac/capasity");
    CHECK(problems[1].element == "u");
    CHECK(problems[1].remedy.arguments.at(0) == "capacity, elevation, kind, source, stair, steps");
}

TEST_CASE("every missing member is told") {
    const std::vector<Problem> problems =
        check_schema(unit_with({{"steps", json::object()}}), plan_schema, "");
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].what.id == MessageId::schema_missing);
    CHECK(problems[0].what.arguments.at(0) == "riser");
    CHECK(problems[1].what.arguments.at(0) == "tread");
}

TEST_CASE("limits and choices are named") {
    const auto remedy = [](const json& additions) {
        const std::vector<Problem> problems = check_schema(unit_with(additions), plan_schema, "");
        REQUIRE(problems.size() == 1);
        return problems[0].remedy.arguments.at(0);
    };
    CHECK(remedy({{"source", {{"confidence", 1.5}}}}) == ">= 0, <= 1");
    CHECK(remedy({{"kind", "hall"}}) ==
          R"("room", "passage", "flight", "ramp", "outdoors", "unwalkable")");
}

TEST_CASE("a value of the wrong type is told once and shown as it stands") {
    const std::vector<Problem> problems =
        check_schema(unit_with({{"kind", 5}, {"stair", {{"a", "一二三四五六七八九十一二三四五"}}}}),
                     plan_schema, "");
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].what.id == MessageId::schema_choice);
    CHECK(problems[1].what.id == MessageId::schema_not_text);
    // Cut after 40 bytes at most, but never through a character of three bytes.
    CHECK(problems[1].what.arguments.at(0) == "{\"a\":\"一二三四五六七八九十一...");
}

TEST_CASE("every shipped plan keeps to the schema") {
    const std::filesystem::path scenarios = std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scenarios)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".plan.json")) {
            continue;
        }
        INFO(entry.path().string());
        for (const Problem& problem :
             check_schema(read_json(entry.path()), plan_schema, entry.path().string())) {
            UNSCOPED_INFO(say(Language::en, problem));
            CHECK(false);
        }
    }
}

TEST_CASE("every schema says in words what its parts are for, so that editors can show it") {
    for (const EmbeddedFile& schema : embedded_schemas()) {
        INFO(schema.name);
        const json document = json::parse(schema.text);
        CHECK(document.at("$schema") == "http://json-schema.org/draft-07/schema#");
        CHECK_FALSE(document.value("description", "").empty());
    }
}
