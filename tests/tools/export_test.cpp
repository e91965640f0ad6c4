#include "tools/export.hpp"

#include "sim/record/replay.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/record/small_drill.hpp"
#include "tools/walkable_area.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace evac;
using namespace evac::testing;
namespace fs = std::filesystem;

namespace {

/// Two people march through the lower of two rooms for a second, a third waits upstairs.
fs::path small_replay(const fs::path& folder) {
    ReplayWriter writer(folder / replay_file_name, info_of(3));
    for (int f = 0; f < 10; ++f) {
        Frame frame = marching(0.1 * f, 3);
        frame.poses[2].unit = 1;
        frame.poses[2].activity = Activity::waiting;
        writer.append(frame);
    }
    writer.finish({});
    return folder;
}

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

double area_of(const std::vector<Polygon>& polygons) {
    double sum = 0.0;
    for (const Polygon& polygon : polygons) {
        sum += area(polygon);
    }
    return sum;
}

}  // namespace

TEST_CASE("formats are known by the names of the command line") {
    CHECK(export_format("pedpy") == ExportFormat::pedpy);
    CHECK(export_format("jupedsim-sqlite") == ExportFormat::jupedsim_sqlite);
    CHECK_FALSE(export_format("excel"));
}

TEST_CASE("csv has a row for every person in every frame") {
    const TemporaryFolder folder;
    const auto files = export_result(
        {small_replay(folder.path()), ExportFormat::csv, folder.path() / "new" / "all.csv"});
    REQUIRE(files.size() == 1);
    const auto lines = lines_of(files[0]);
    REQUIRE(lines.size() == 1 + 30);
    CHECK(lines[4] == "0.10,1,0,3-2,pupil,L1,room-1,0.10,0.00,0,walking");
    CHECK(lines[6] == "0.10,1,2,3-2,pupil,L2,room-2,0.10,2.00,0,waiting");
}

TEST_CASE("PedPy gets one file per level, with frame rate and units in the comments") {
    const TemporaryFolder folder;
    const auto files =
        export_result({small_replay(folder.path()), ExportFormat::pedpy, folder.path() / "a.txt"});
    REQUIRE(files.size() == 2);
    CHECK(files[0].filename() == "a-L1.txt");
    const auto ground = lines_of(files[0]);
    REQUIRE(ground.size() == 3 + 20);
    CHECK(ground[1] == "# framerate: 10.00");
    CHECK(ground[5] == "0 1 0.10 0.00 0.00");
    const auto upstairs = lines_of(files[1]);
    REQUIRE(upstairs.size() == 3 + 10);
    CHECK(upstairs[3] == "2 0 0.00 2.00 4.00");
}

TEST_CASE("JuPedSim's tables hold every pose, the frame rate and the walkable area") {
    const TemporaryFolder folder;
    const auto files = export_result(
        {small_replay(folder.path()), ExportFormat::jupedsim_sqlite, folder.path() / "a.sqlite"});
    REQUIRE(files.size() == 2);
    Database database(files[0], Database::Mode::read);
    Statement count(database, "SELECT count(*), max(frame), sum(ori_x) FROM trajectory_data");
    REQUIRE(count.step());
    CHECK(count.integer(0) == 20);
    CHECK(count.integer(1) == 9);
    CHECK(count.real(2) == Approx(20.0));
    Statement fps(database, "SELECT value FROM metadata WHERE key = 'fps'");
    REQUIRE(fps.step());
    CHECK(std::stod(fps.text(0)) == 10.0);
    Statement geometry(database,
                       "SELECT g.wkt FROM frame_data AS f, geometry AS g"
                       " WHERE f.geometry_hash = g.hash AND f.frame = 9");
    REQUIRE(geometry.step());
    CHECK(geometry.text(0).find("POLYGON ((") == 0);
}

TEST_CASE("the walkable area keeps walls, opens doors and leaves out what stands there") {
    // Two rooms of 5 m x 8 m side by side with a door of 1 m between them, and one to the outside.
    Plan plan = two_rooms();
    plan.units[0].polygon = rectangle(0, 0, 5, 8);
    plan.units[1].polygon = rectangle(5, 0, 10, 8);
    plan.units[1].level = 0;
    plan.openings[0].line = {{5, 3.5}, {5, 4.5}};
    plan.openings[0].units = {0, 1};
    plan.openings[1].units = {1, outside};

    // Each room shrinks to 4.9 m x 7.9 m. The door adds 0.1 m x 1 m between them, the exit
    // 0.05 m + 0.11 m of depth outside the shrunk room.
    const auto floor = walkable_area(plan, 0, {});
    REQUIRE(floor.size() == 1);
    CHECK(area_of(floor) == Approx(2 * 4.9 * 7.9 + 0.1 + 0.16).epsilon(1e-3));

    Fixture cupboard;
    cupboard.unit = 0;
    cupboard.polygon = rectangle(1, 1, 3, 2);
    plan.fixtures.push_back(cupboard);
    CHECK(area_of(walkable_area(plan, 0, {0})) == Approx(area_of(floor)));
    const auto blocked = walkable_area(plan, 0, {1});
    CHECK(area_of(blocked) == Approx(area_of(floor) - 2.0));
    CHECK(blocked.front().holes.size() == 1);
    CHECK(walkable_area(plan, 1, {}).empty());
}

TEST_CASE("well-known text closes its rings") {
    CHECK(well_known_text({rectangle(0, 0, 2, 1)}) ==
          "POLYGON ((0.000 0.000, 2.000 0.000, 2.000 1.000, 0.000 1.000, 0.000 0.000))");
    CHECK(well_known_text({}) == "GEOMETRYCOLLECTION EMPTY");
}

TEST_CASE("an export to a place that cannot be written names it") {
    const TemporaryFolder folder;
    const fs::path result = small_replay(folder.path());
    CHECK_THROWS_AS(export_result({result, ExportFormat::pedpy, "/proc/no/a.txt"}), InputError);
    CHECK_THROWS_AS(export_result({folder.path() / "none", ExportFormat::csv, "a.csv"}),
                    InputError);
}
