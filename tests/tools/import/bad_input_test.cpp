// Every way in which a drawing can be unusable: one line each that names file, element and remedy,
// and nothing is written.
#include <catch2/catch.hpp>
#include <fstream>

#include "sim/text/problem.hpp"
#include "tests/tools/import/small_imdf.hpp"
#include "tools/import/import.hpp"

using namespace evac;
using evac::testing::ImdfFolder;
using evac::testing::write_file;
namespace fs = std::filesystem;

namespace {

std::vector<Problem> problems_of(const fs::path& source) {
    ImportOptions options;
    options.source = source;
    options.out = fs::temp_directory_path() / "never-written.plan.json";
    fs::remove(options.out);
    std::vector<Problem> problems;
    try {
        import_command(options, Language::en, false);
    } catch (const InputError& error) {
        problems = error.problems();
    }
    CHECK_FALSE(fs::exists(options.out));
    return problems;
}

void draw_house(ImdfFolder& folder) {
    folder.level("G", 0);
    folder.room("hall", "walkway", "G", 0, 0, 10, 5);
    folder.room("room", "room", "G", 10, 0, 20, 5);
    folder.opening("door", "G", 10, 2, 10, 3);
}

void expect_one(const std::vector<Problem>& problems, MessageId what, const std::string& element,
                const std::string& file) {
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().what.id == what);
    CHECK(problems.front().element == element);
    CHECK(problems.front().file.find(file) != std::string::npos);
    CHECK_FALSE(say(Language::zh, problems.front().remedy).empty());
}

}  // namespace

TEST_CASE("A path that leads nowhere is told") {
    expect_one(problems_of("/nowhere/at-all"), MessageId::import_no_source, "", "at-all");
}

TEST_CASE("An empty folder is told") {
    ImdfFolder folder;
    expect_one(problems_of(folder.path()), MessageId::import_empty_folder, "", "imdf-");
}

TEST_CASE("A folder without unit.geojson is told") {
    ImdfFolder folder;
    draw_house(folder);
    folder.write();
    fs::remove(folder.path() / "unit.geojson");
    expect_one(problems_of(folder.path()), MessageId::import_imdf_file_missing, "", "unit.geojson");
}

TEST_CASE("A folder without level.geojson is told once, not for every unit") {
    ImdfFolder folder;
    draw_house(folder);
    folder.write();
    fs::remove(folder.path() / "level.geojson");
    expect_one(problems_of(folder.path()), MessageId::import_imdf_file_missing, "",
               "level.geojson");
}

TEST_CASE("Broken JSON and NaN are told with the file and the place") {
    ImdfFolder folder;
    draw_house(folder);
    folder.write();
    const std::string broken =
        GENERATE("{\"type\": \"FeatureCollection\", \"features\": [",
                 "{\"type\": \"FeatureCollection\", \"features\": [NaN]}", "");
    write_file(folder.path() / "unit.geojson", broken);
    expect_one(problems_of(folder.path()), MessageId::import_not_json, "", "unit.geojson");
}

TEST_CASE("JSON that is no FeatureCollection is told") {
    ImdfFolder folder;
    draw_house(folder);
    folder.write();
    const std::string other =
        GENERATE("[1, 2]", "{\"type\": \"Feature\"}",
                 "{\"type\": \"FeatureCollection\", \"features\": {}}", "{\"type\": 3}");
    write_file(folder.path() / "unit.geojson", other);
    expect_one(problems_of(folder.path()), MessageId::import_not_features, "", "unit.geojson");
}

TEST_CASE("A unit on a level that is not there is told") {
    ImdfFolder folder;
    draw_house(folder);
    folder.units[1]["properties"]["level_id"] = "attic";
    folder.write();
    expect_one(problems_of(folder.path()), MessageId::import_unknown_level, "room", "unit.geojson");
}

TEST_CASE("A unit without a polygon is told") {
    ImdfFolder folder;
    draw_house(folder);
    const nlohmann::json geometry =
        GENERATE(nlohmann::json(), nlohmann::json("round"),
                 nlohmann::json{{"type", "Point"}, {"coordinates", {30.0, 60.0}}});
    folder.units[1]["geometry"] = geometry;
    folder.write();
    expect_one(problems_of(folder.path()), MessageId::import_bad_geometry, "room", "unit.geojson");
}

TEST_CASE("Coordinates that are no place on earth are told") {
    ImdfFolder folder;
    draw_house(folder);
    folder.units[1]["geometry"]["coordinates"][0][2] = {4500.0, 20.0};
    folder.write();
    expect_one(problems_of(folder.path()), MessageId::import_not_on_earth, "room", "unit.geojson");
}

TEST_CASE("Coordinates that are no numbers are told") {
    ImdfFolder folder;
    draw_house(folder);
    folder.units[1]["geometry"]["coordinates"][0][2] = {nullptr, 60.0};
    folder.write();
    expect_one(problems_of(folder.path()), MessageId::import_bad_position, "room", "unit.geojson");
}

TEST_CASE("A unit kilometres from the building is told") {
    ImdfFolder folder;
    draw_house(folder);
    folder.room("third", "room", "G", 20, 0, 30, 5);
    folder.room("astray", "room", "G", 90000, 0, 90010, 5);
    folder.write();
    expect_one(problems_of(folder.path()), MessageId::import_far_away, "astray", "");
}

TEST_CASE("All defects of a drawing come in one list") {
    ImdfFolder folder;
    draw_house(folder);
    folder.units[0]["geometry"] = nullptr;
    folder.units[1]["properties"]["level_id"] = "attic";
    folder.openings[0]["geometry"]["coordinates"] = nlohmann::json::array();
    folder.levels[0]["properties"].erase("ordinal");
    folder.write();
    CHECK(problems_of(folder.path()).size() == 4);
}

TEST_CASE("An absurd storey height is told") {
    ImdfFolder folder;
    draw_house(folder);
    ImportOptions options;
    options.source = folder.write();
    options.storey_height = GENERATE(0.0, -3.0, 100.0, std::numeric_limits<double>::quiet_NaN());
    CHECK_THROWS_AS(import_plan(options), InputError);
}
