#include "tools/import/import.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/plan/check.hpp"
#include "sim/plan/read.hpp"
#include "tests/tools/import/small_imdf.hpp"
#include "tools/import/exits.hpp"

using namespace evac;
using evac::testing::ImdfFolder;

namespace {

ImportResult imported(const ImdfFolder& folder, bool guess_exits = false) {
    ImportOptions options;
    options.source = folder.write();
    options.guess_exits = guess_exits;
    return import_plan(options);
}

int count_kind(const ImportReport& report, const std::string& kind) {
    return static_cast<int>(
        std::count_if(report.problems.begin(), report.problems.end(),
                      [&](const ImportProblem& problem) { return problem.kind == kind; }));
}

const Unit& unit(const Plan& plan, const std::string& id) {
    const int found = find_unit(plan, id);
    REQUIRE(found >= 0);
    return plan.units[static_cast<std::size_t>(found)];
}

const Opening& opening(const Plan& plan, const std::string& id) {
    const int found = find_opening(plan, id);
    REQUIRE(found >= 0);
    return plan.openings[static_cast<std::size_t>(found)];
}

/// Ids of the two units an opening joins, sorted; "" for the outside.
std::vector<std::string> sides(const Plan& plan, const Opening& opening) {
    std::vector<std::string> ids;
    for (const int u : opening.units) {
        ids.push_back(u == outside ? "" : plan.units[static_cast<std::size_t>(u)].id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

using Ids = std::vector<std::string>;

/// A corridor 20 m by 2 m with two rooms of 10 m by 5 m on its north side.
void draw_corridor(ImdfFolder& folder, const std::string& level) {
    folder.room(level + " corridor", "walkway", level, 0, 0, 20, 2);
    folder.room(level + " west", "classroom", level, 0, 2, 10, 7);
    folder.room(level + " east", "classroom", level, 10, 2, 20, 7);
    folder.opening(level + " west door", level, 4, 2, 5, 2);
    folder.opening(level + " east door", level, 14, 2, 15, 2);
}

}  // namespace

TEST_CASE("A drawing in degrees becomes a plan in metres with its walls along the axes") {
    ImdfFolder folder;
    folder.level("G", 0);
    draw_corridor(folder, "G");
    const ImportResult result = imported(folder);
    // 20 x 2 m of corridor and two rooms of 10 x 5 m, whatever the latitude does to degrees.
    CHECK(result.report.area == Approx(140.0).epsilon(1e-3));
    for (const Unit& each : result.plan.units) {
        for (const Segment& edge : edges(each.polygon)) {
            const Vec2 d = edge.b - edge.a;
            CHECK(std::min(std::abs(d.x()), std::abs(d.y())) < 0.01);
        }
    }
    CHECK(sides(result.plan, opening(result.plan, "G west door")) == Ids{"G corridor", "G west"});
    CHECK(opening(result.plan, "G west door").clear_width == Approx(1.0).margin(0.01));
    CHECK(check_plan(result.plan).empty());
}

TEST_CASE("A drawing turned by thirty degrees gives the same plan") {
    ImdfFolder folder;
    folder.level("G", 0);
    const double c = 0.8660254;
    const double s = 0.5;
    const auto turned = [&](double x, double y) { return std::pair(c * x - s * y, s * x + c * y); };
    folder.unit("hall", "room", "G", {turned(0, 0), turned(30, 0), turned(30, 10), turned(0, 10)});
    folder.unit("store", "room", "G",
                {turned(30, 0), turned(40, 0), turned(40, 10), turned(30, 10)});
    const auto [x0, y0] = turned(30, 4);
    const auto [x1, y1] = turned(30, 6);
    folder.opening("gate", "G", x0, y0, x1, y1);
    const ImportResult result = imported(folder);
    CHECK(result.plan.rotation == Approx(30.0).margin(0.1));
    const Box box = bounding_box(unit(result.plan, "hall").polygon);
    CHECK(box.size().x() == Approx(30.0).margin(0.02));
    CHECK(box.size().y() == Approx(10.0).margin(0.02));
    CHECK(sides(result.plan, opening(result.plan, "gate")) == Ids{"hall", "store"});
}

TEST_CASE("An overlap is cut out of the larger unit and told") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.room("hall", "room", "G", 0, 0, 20, 10);
    folder.room("kiosk", "room", "G", 19, 4, 23, 8);  // 1 m into the hall
    const ImportResult result = imported(folder);
    CHECK(area(unit(result.plan, "hall").polygon) == Approx(196.0).margin(0.1));
    CHECK(area(unit(result.plan, "kiosk").polygon) == Approx(16.0).margin(0.1));
    CHECK(count_kind(result.report, "overlap_cut") == 1);
}

TEST_CASE("Walls drawn a centimetre apart are one wall afterwards") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.room("a", "room", "G", 0, 0, 10, 5);
    folder.room("b", "room", "G", 10.01, 0, 20, 5);
    folder.opening("door", "G", 10, 2, 10, 3);
    const ImportResult result = imported(folder);
    CHECK(sides(result.plan, opening(result.plan, "door")) == Ids{"a", "b"});
    const double gap = bounding_box(unit(result.plan, "b").polygon).low.x() -
                       bounding_box(unit(result.plan, "a").polygon).high.x();
    CHECK(gap == 0.0);
}

TEST_CASE("An opening that touches three units joins the two that lie along it") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.room("corridor", "walkway", "G", 0, 0, 20, 2);
    folder.room("lobby", "lobby", "G", 4, 2, 8, 6);
    folder.room("west", "room", "G", 0, 2, 4, 6);  // touches only the end of the opening
    folder.opening("gate", "G", 4, 2, 8, 2);
    const ImportResult result = imported(folder);
    CHECK(sides(result.plan, opening(result.plan, "gate")) == Ids{"corridor", "lobby"});
    CHECK(count_kind(result.report, "opening_touches_more") == 1);
}

TEST_CASE("A door in a thick wall gets a threshold") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.room("a", "room", "G", 0, 0, 10, 5);
    folder.room("b", "room", "G", 10.4, 0, 20, 5);
    folder.opening("door", "G", 10, 2, 10, 3);
    const ImportResult result = imported(folder);
    // 1 m of door in 0.4 m of wall.
    CHECK(area(unit(result.plan, "door/threshold").polygon) == Approx(0.4).margin(0.02));
    CHECK(result.plan.openings.size() == 2);
    CHECK(check_plan(result.plan).empty());
}

TEST_CASE("An opening that leads nowhere is left out and told") {
    ImdfFolder folder;
    folder.level("G", 0);
    folder.room("a", "room", "G", 0, 0, 10, 5);
    folder.opening("in mid-room", "G", 4, 2, 5, 2);
    const ImportResult result = imported(folder);
    CHECK(result.plan.openings.empty());
    CHECK(count_kind(result.report, "opening_unplaced") == 1);
}

TEST_CASE("Without an exit the report says that nobody can get out, and where exits could be") {
    ImdfFolder folder;
    folder.level("G", 0);
    draw_corridor(folder, "G");
    const ImportResult result = imported(folder);
    CHECK(count_kind(result.report, "no_exit") == 1);
    CHECK(count_kind(result.report, "proposed_exit") > 0);
    CHECK(result.report.exits == 0);
}

TEST_CASE("Guessed exits stand in outer walls of corridors and let everybody out") {
    ImdfFolder folder;
    folder.level("G", 0);
    draw_corridor(folder, "G");
    const ImportResult result = imported(folder, true);
    CHECK(count_kind(result.report, "no_exit") == 0);
    REQUIRE(result.report.exits == 1);  // the corridor is shorter than the distance between exits
    const Opening& exit = *std::find_if(result.plan.openings.begin(), result.plan.openings.end(),
                                        [](const Opening& each) { return each.exit; });
    CHECK(sides(result.plan, exit) == Ids{"", "G corridor"});
    // At an end of the corridor, 2 m wide less the jambs, not in its long side.
    CHECK(exit.clear_width == Approx(1.8).margin(0.02));
    CHECK(units_cut_off(result.plan).empty());
}

TEST_CASE("No exit is proposed into a closed courtyard or on an upper storey") {
    ImdfFolder folder;
    folder.level("U", 1);
    folder.level("G", 0);
    // A ring of corridors 3 m wide round a court, rooms all round it.
    folder.unit("ring", "walkway", "G",
                {{5, 5},
                 {25, 5},
                 {25, 25},
                 {5, 25},
                 {5, 8},
                 {8, 8},
                 {8, 22},
                 {22, 22},
                 {22, 8},
                 {5.5, 8},
                 {5.5, 7.9},
                 {5, 7.9}});
    folder.room("south", "room", "G", 0, 0, 30, 5);
    folder.room("north", "room", "G", 0, 25, 30, 30);
    folder.room("west", "room", "G", 0, 5, 5, 25);
    folder.room("east", "room", "G", 25, 5, 30, 25);
    folder.room("upper corridor", "walkway", "U", 0, 0, 30, 3);
    const ImportResult result = imported(folder, true);
    CHECK(result.report.exits == 0);
    CHECK(count_kind(result.report, "no_exit") == 1);
}

TEST_CASE("A room without a door is kept and named") {
    ImdfFolder folder;
    folder.level("G", 0);
    draw_corridor(folder, "G");
    folder.room("walled in", "storage", "G", 20, 2, 24, 7);
    const ImportResult result = imported(folder, true);
    CHECK(find_unit(result.plan, "walled in") >= 0);
    REQUIRE(count_kind(result.report, "no_way_out") == 1);
    const auto named =
        std::find_if(result.report.problems.begin(), result.report.problems.end(),
                     [](const ImportProblem& problem) { return problem.kind == "no_way_out"; });
    CHECK(named->element == "walled in");
}

TEST_CASE("A written plan reads back as the same plan") {
    ImdfFolder folder;
    folder.level("G", 0);
    draw_corridor(folder, "G");
    const ImportResult result = imported(folder, true);
    const auto file = folder.path() / "out.plan.json";
    write_plan(result.plan, file);
    const Plan back = read_plan(file);
    CHECK(plan_to_json(back) == plan_to_json(result.plan));
}
