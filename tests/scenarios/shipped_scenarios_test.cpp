// What the scenarios in scenarios/ promise. Clauses as read in copies of the standards: GB
// 50099-2011 (design of schools), GB 55037-2022 (fire protection of buildings).

#include <catch2/catch.hpp>

#include "sim/plan/check.hpp"
#include "sim/plan/read.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/json_layout.hpp"
#include "tools/scenes/shipped.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace evac;
using nlohmann::json;

const std::filesystem::path scenarios = std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios";

json drill_of(const std::string& id) {
    return read_json(scenarios / id / (id + ".drill.json"));
}

Plan plan_of(const std::string& id) {
    return read_plan(scenarios / id / (id + ".plan.json"));
}

const Unit& unit(const Plan& plan, const std::string& id) {
    const int index = find_unit(plan, id);
    INFO(id);
    REQUIRE(index >= 0);
    return plan.units[static_cast<std::size_t>(index)];
}

const Opening& opening(const Plan& plan, const std::string& id) {
    const int index = find_opening(plan, id);
    INFO(id);
    REQUIRE(index >= 0);
    return plan.openings[static_cast<std::size_t>(index)];
}

int count(const json& drill, const std::string& profile) {
    int sum = 0;
    for (const json& group : drill["groups"]) {
        for (const json& people : group["people"]) {
            sum += people["profile"] == profile ? people["count"].get<int>() : 0;
        }
    }
    return sum;
}

// The groups of the school that are classes.
std::vector<json> classes(const json& drill) {
    std::vector<json> found;
    for (const json& group : drill["groups"]) {
        if (group["id"].get<std::string>().starts_with("class-")) {
            found.push_back(group);
        }
    }
    return found;
}

double clear_width_of_flights(const Plan& plan, const std::string& stair) {
    double least = 100.0;
    for (const Unit& u : plan.units) {
        if (u.stair == stair && u.kind == UnitKind::flight) {
            least = std::min(least, bounding_box(u.polygon).size().x());
        }
    }
    return least;
}

// The units one can come to from `start` by unlocked openings, over no stair but `stair`.
std::set<int> reachable(const Plan& plan, int start, const std::string& stair) {
    const auto openings = openings_by_unit(plan);
    std::set<int> seen{start};
    std::vector<int> border{start};
    while (!border.empty()) {
        const int here = border.back();
        border.pop_back();
        for (const int o : openings[static_cast<std::size_t>(here)]) {
            const Opening& through = plan.openings[static_cast<std::size_t>(o)];
            const int there = beyond(through, here);
            if (through.lock == Lock::locked || there == outside) {
                continue;
            }
            const Unit& next = plan.units[static_cast<std::size_t>(there)];
            const bool other_stair = next.kind == UnitKind::flight && next.stair != stair;
            if (walkable(next) && !other_stair && seen.insert(there).second) {
                border.push_back(there);
            }
        }
    }
    return seen;
}

}  // namespace

TEST_CASE("The files of the shipped scenarios are what their generator draws") {
    for (const drawing::Shipped& scene : drawing::shipped()) {
        INFO(scene.id);
        const std::filesystem::path home = scenarios / scene.id;
        CHECK(read_text(home / (scene.id + ".drill.json")) == json_text(scene.drill));
        if (scene.plan) {
            CHECK(read_text(home / (scene.id + ".plan.json")) ==
                  json_text(plan_to_json(*scene.plan)));
        }
    }
}

TEST_CASE("The shipped plans are sound and named in both languages") {
    for (const std::string id : {"school", "workshop"}) {
        const Plan plan = plan_of(id);
        CHECK(check_plan(plan).empty());
        const auto named = [](const auto& element) {
            INFO(element.id);
            CHECK(element.name.by_language.count("en") == 1);
            CHECK(element.name.by_language.count("zh") == 1);
        };
        named(plan);
        std::for_each(plan.levels.begin(), plan.levels.end(), named);
        std::for_each(plan.units.begin(), plan.units.end(), named);
        std::for_each(plan.fixtures.begin(), plan.fixtures.end(), named);
        std::for_each(plan.assembly_areas.begin(), plan.assembly_areas.end(), named);
        std::for_each(plan.openings.begin(), plan.openings.end(), named);
    }
}

TEST_CASE("The school has about 1,500 pupils in 30 classes, each with its teacher") {
    for (const std::string id : {"school", "school-earthquake"}) {
        const json drill = drill_of(id);
        CHECK(classes(drill).size() == 30);
        CHECK(std::abs(count(drill, "pupil-secondary") - 1500) <= 20);
        for (const json& group : classes(drill)) {
            INFO(group["id"]);
            const json& people = group["people"];
            REQUIRE(people.size() == 2);
            CHECK(people[0]["count"] >= 48);
            CHECK(people[0]["count"] <= 50);
            CHECK(people[1]["profile"] == "teacher");
            CHECK(people[1]["count"] == 1);
            CHECK(people[1]["unit"] == people[0]["unit"]);
        }
    }
}

TEST_CASE(
    "In the drill in files, every teacher leads the class, and all else is the school's drill") {
    json files = drill_of("school-files");
    for (json& group : files["groups"]) {
        if (group["id"].get<std::string>().starts_with("class-")) {
            INFO(group["id"]);
            CHECK(group["together"] == "files");
            CHECK(group["people"][0]["profile"] == "teacher");
            std::swap(group["people"][0], group["people"][1]);
            group.erase("together");
        }
    }
    CHECK(files["groups"] == drill_of("school")["groups"]);
}

TEST_CASE("Every class reaches its exit over its own stair, and its own box behind it") {
    const Plan plan = plan_of("school");
    std::set<std::string> boxes;
    for (const json& group : classes(drill_of("school"))) {
        INFO(group["id"]);
        const int room = find_unit(plan, group["people"][0]["unit"]);
        REQUIRE(room >= 0);
        const std::string stair = group.contains("stairs") ? group["stairs"][0] : "";
        const std::set<int> ways = reachable(plan, room, stair);
        for (const json& exit : group["exits"]) {
            CHECK(opening(plan, exit).exit);
            CHECK(ways.count(opening(plan, exit).units[0]) == 1);
        }
        const int box = find_assembly_area(plan, group["assembly_area"]);
        REQUIRE(box >= 0);
        CHECK(ways.count(plan.assembly_areas[static_cast<std::size_t>(box)].unit) == 1);
        // Half a square metre per head, the teacher among them.
        const double heads = group["people"][0]["count"].get<double>() + 1.0;
        CHECK(area(plan.assembly_areas[static_cast<std::size_t>(box)].polygon) >= 0.5 * heads);
        boxes.insert(group["assembly_area"].get<std::string>());
    }
    CHECK(boxes.size() == 30);
}

TEST_CASE("The classrooms of the school have two doors that open outwards") {
    // GB 50099 8.8.1: two doors of 0.90 m clear; 8.1.8: they open in the direction of egress.
    const Plan plan = plan_of("school");
    const auto openings = openings_by_unit(plan);
    for (const json& group : classes(drill_of("school"))) {
        const int room = find_unit(plan, group["people"][0]["unit"]);
        REQUIRE(room >= 0);
        const auto& doors = openings[static_cast<std::size_t>(room)];
        CHECK(doors.size() == 2);
        for (const int door : doors) {
            const Opening& o = plan.openings[static_cast<std::size_t>(door)];
            CHECK(o.clear_width >= 0.90);
            CHECK(o.units[0] == room);
            CHECK(o.swing == Swing::into_second);
        }
    }
}

TEST_CASE("The corridors, stairs and exits of the school are as wide as the code asks") {
    const Plan plan = plan_of("school");
    for (const Unit& u : plan.units) {
        if (u.id.ends_with("-corridor")) {
            // GB 50099 8.2.3: 2.40 m with rooms on both sides.
            CHECK(bounding_box(u.polygon).size().minCoeff() >= 2.40 - 1e-9);
        }
        if (u.kind == UnitKind::flight) {
            // 8.7.2, 8.7.3: two lanes of 0.60 m; secondary schools: riser <= 0.16, tread >= 0.28.
            CHECK(bounding_box(u.polygon).size().x() >= 1.20 - 1e-9);
            REQUIRE(u.steps);
            CHECK(u.steps->riser <= 0.16);
            CHECK(u.steps->tread >= 0.28);
        }
        if (u.stair == "west" && u.kind == UnitKind::passage) {
            // 8.7.7 and GB 50352 6.8: landings no narrower than the flights.
            CHECK(bounding_box(u.polygon).size().minCoeff() >=
                  clear_width_of_flights(plan, "west") - 1e-9);
        }
    }
    const double west = clear_width_of_flights(plan, "west");
    const double east = clear_width_of_flights(plan, "east");
    CHECK(west > east);

    // Table 8.2.3, entered with the fullest storey: 1.05 m per 100 people on storeys 4 and 5; 1.00
    // below (GB 55037 7.4.7, buildings of four storeys and more).
    std::vector<int> on_storey(6, 0);
    for (const json& group : drill_of("school")["groups"]) {
        for (const json& people : group["people"]) {
            const Unit& u = unit(plan, people["unit"]);
            on_storey[static_cast<std::size_t>(
                plan.levels[static_cast<std::size_t>(u.level)].ordinal + 1)] +=
                people["count"].get<int>();
        }
    }
    CHECK(west + east >= 1.05 * std::max(on_storey[4], on_storey[5]) / 100.0);
    CHECK(west + east >= 1.00 * std::max(on_storey[2], on_storey[3]) / 100.0);

    double exits = 0.0;
    for (const Opening& o : plan.openings) {
        if (o.exit) {
            CHECK(o.clear_width >= 1.40);  // 8.5.3
            exits += o.clear_width;
        }
    }
    CHECK(exits >= 1.05 * *std::max_element(on_storey.begin(), on_storey.end()) / 100.0);
}

TEST_CASE("The earthquake drill holds for a minute and lets the lowest floor go first") {
    const json drill = drill_of("school-earthquake");
    CHECK(drill["hold"]["duration"] == 60);
    CHECK(drill["plan"] == "../school/school.plan.json");
    double last = 0.0;
    REQUIRE(drill["release"].size() == 5);
    for (std::size_t storey = 0; storey < 5; ++storey) {
        CHECK(drill["release"][storey]["level"] == "L" + std::to_string(storey + 1));
        CHECK(drill["release"][storey]["after"] >= last);
        last = drill["release"][storey]["after"];
    }
}

TEST_CASE("The workshop has four exits on four sides and 240 people at work") {
    const Plan plan = plan_of("workshop");
    std::set<std::string> exits;
    for (const Opening& o : plan.openings) {
        if (o.exit) {
            exits.insert(o.id);
            CHECK(o.lock != Lock::locked);
        }
        CHECK(o.clear_width >= 0.80);  // GB 55037 7.1.4
    }
    CHECK(exits == std::set<std::string>{"exit-east", "exit-north", "exit-south", "exit-west"});
    const json drill = drill_of("workshop");
    CHECK(count(drill, "worker") + count(drill, "adult") == 240);
}

TEST_CASE("The blocked workshop is the same drill but for the lock and the goods") {
    const json clear = drill_of("workshop");
    json blocked = drill_of("workshop-blocked");
    CHECK(blocked["plan"] == "../workshop/workshop.plan.json");
    CHECK(blocked["events"] ==
          json::array({{{"at", 0}, {"lock", "exit-west"}, {"announced", false}}}));
    double north = 0.0;
    for (const json& goods : blocked["fixtures"]) {
        for (const json& corner : goods["geometry"]["coordinates"][0]) {
            north = std::max(north, corner[1].get<double>());
        }
    }
    // The passage reaches from y = 22 m to 25 m: 0.7 m are left beside the goods.
    const Box passage = bounding_box(unit(plan_of("workshop"), "passage-east").polygon);
    CHECK(passage.high.y() - north == Approx(0.7));

    for (const char* part : {"id", "name", "plan", "events", "fixtures"}) {
        blocked.erase(part);
    }
    json same = clear;
    for (const char* part : {"id", "name", "plan"}) {
        same.erase(part);
    }
    CHECK(blocked == same);
}
