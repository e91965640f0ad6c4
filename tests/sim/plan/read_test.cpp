#include <catch2/catch.hpp>
#include <filesystem>

#include "sim/plan/read.hpp"
#include "sim/text/json_layout.hpp"
#include "tests/sim/plan/small_plan.hpp"

using namespace evac;
using evac::testing::feature;
using evac::testing::small_plan;

namespace {

const Unit& unit(const Plan& plan, const std::string& id) {
    return plan.units.at(static_cast<std::size_t>(find_unit(plan, id)));
}

const Opening& opening(const Plan& plan, const std::string& id) {
    return plan.openings.at(static_cast<std::size_t>(find_opening(plan, id)));
}

}  // namespace

TEST_CASE("a plan is read with everything that stands in it") {
    const Plan plan = plan_from_json(small_plan(), "house.plan.json");
    CHECK(plan.id == "house");
    CHECK(plan.file == "house.plan.json");
    CHECK(plan.name.in(Language::zh) == "小楼");
    REQUIRE(plan.origin.has_value());
    CHECK(plan.origin->at(1) == 31.25);
    CHECK(plan.rotation == 12.5);
    CHECK(plan.levels.size() == 3);
    CHECK(plan.units.size() == 5);
    CHECK(plan.openings.size() == 5);

    const Unit& room = unit(plan, "room");
    CHECK(room.kind == UnitKind::room);
    CHECK(room.capacity == 40);
    CHECK(room.source.confidence == 0.5);
    CHECK(area(room.polygon) == 30.0);
    CHECK(unit(plan, "hall").polygon.holes.size() == 1);
    CHECK(unit(plan, "flight").kind == UnitKind::flight);
    CHECK(unit(plan, "flight").steps->riser == 0.15);
    CHECK(unit(plan, "landing").stair == "east");

    const Opening& exit = opening(plan, "exit");
    CHECK(exit.exit);
    CHECK(exit.one_way == 1);
    CHECK(exit.swing == Swing::into_second);
    CHECK(exit.lock == Lock::panic_bar);
    CHECK(exit.leaf == Leaf::double_leaf);
    CHECK(opening(plan, "window").units[1] == outside);
    CHECK(opening(plan, "window").swing == Swing::into_second);
    CHECK(opening(plan, "foot").category == "pedestrian");

    CHECK(plan.fixtures.at(0).since == "2024-09-01");
    CHECK(plan.assembly_areas.at(0).unit == find_unit(plan, "yard"));
    CHECK(plan.amenities.at(0).position == Vec2(7.0, 4.9));
}

TEST_CASE("levels are sorted by elevation, and those of one height keep the order of the file") {
    nlohmann::json json = small_plan();
    feature(json, "L1")["properties"]["evac"]["elevation"] = 3.0;
    std::swap(json["features"][0], json["features"][1]);  // L1 now stands before L0
    const Plan plan = plan_from_json(json, "");
    CHECK(plan.levels.at(0).id == "L0");
    CHECK(plan.levels.at(1).id == "site");
    CHECK(plan.levels.at(2).id == "L1");
    CHECK(unit(plan, "landing").level == 2);
}

TEST_CASE("heights that are not stated follow from the floors") {
    const Plan plan = plan_from_json(small_plan(), "");
    CHECK(unit(plan, "landing").elevation == 3.0);  // its level
    CHECK(unit(plan, "flight").elevation == 0.0);   // its lower opening
    CHECK(opening(plan, "foot").elevation == 0.0);  // the hall, not the flight
    CHECK(opening(plan, "head").elevation == 3.0);  // the landing above
    CHECK(opening(plan, "exit").elevation == 0.0);
}

TEST_CASE("rooms and passages on an outdoor level are open air unless they say otherwise") {
    nlohmann::json json = small_plan();
    CHECK(unit(plan_from_json(json, ""), "yard").kind == UnitKind::outdoors);
    feature(json, "yard")["properties"]["evac"]["kind"] = "passage";
    feature(json, "exit")["properties"]["evac"]["exit"] = false;
    CHECK(unit(plan_from_json(json, ""), "yard").kind == UnitKind::passage);
}

TEST_CASE("an opening may name the outside first") {
    nlohmann::json json = small_plan();
    feature(json, "window")["properties"]["evac"]["units"] = {nullptr, "room"};
    const Plan plan = plan_from_json(json, "");
    CHECK(opening(plan, "window").units[0] == find_unit(plan, "room"));
    CHECK(opening(plan, "window").units[1] == outside);
}

TEST_CASE("clockwise rings and rings that are not closed are put right") {
    nlohmann::json json = small_plan();
    feature(json, "room")["geometry"]["coordinates"] = {{{0, 0}, {0, 5}, {6, 5}, {6, 0}}};
    const Plan plan = plan_from_json(json, "");
    CHECK(signed_area(unit(plan, "room").polygon.outer) == 30.0);
    CHECK(unit(plan, "room").polygon.outer.size() == 4);
}

TEST_CASE("what was written reads back as the same plan, to the last bit") {
    nlohmann::json json = small_plan();
    // Numbers without a short decimal form.
    feature(json, "call")["geometry"]["coordinates"] = {1.0 / 3.0, 0.1 + 0.2};
    const Plan plan = plan_from_json(json, "");
    const std::string text = json_text(plan_to_json(plan));
    const Plan again = plan_from_json(nlohmann::json::parse(text), "");
    CHECK(json_text(plan_to_json(again)) == text);
    CHECK(again.amenities.at(0).position == Vec2(1.0 / 3.0, 0.1 + 0.2));
    CHECK(again.openings.at(3).elevation == plan.openings.at(3).elevation);
    CHECK(opening(again, "window").swing == Swing::into_second);
    CHECK(unit(again, "yard").kind == UnitKind::outdoors);
    CHECK(again.rotation == 12.5);
}

TEST_CASE("a plan goes to a file and comes back, and folders are made on the way") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / "evac_plan_write_test";
    std::filesystem::remove_all(folder);
    const Plan plan = plan_from_json(small_plan(), "");
    write_plan(plan, folder / "a" / "house.plan.json");
    const Plan again = read_plan(folder / "a" / "house.plan.json");
    CHECK(plan_to_json(again) == plan_to_json(plan));
    // Nothing else is left there.
    CHECK(std::distance(std::filesystem::directory_iterator(folder / "a"), {}) == 1);
    std::filesystem::remove_all(folder);
}

TEST_CASE("every shipped plan is sound") {
    const std::filesystem::path scenarios = std::filesystem::path(EVAC_SOURCE_DIR) / "scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scenarios)) {
        if (entry.path().filename().string().ends_with(".plan.json")) {
            INFO(entry.path().string());
            CHECK_NOTHROW(read_plan(entry.path()));
        }
    }
}
