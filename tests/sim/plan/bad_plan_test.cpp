// Every way in which a plan file can be wrong: break one rule of a sound plan, and exactly that
// must be told, at the right place and about the right element.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <set>

#include "sim/plan/read.hpp"
#include "tests/sim/plan/small_plan.hpp"

using namespace evac;
using evac::testing::feature;
using evac::testing::small_plan;
using nlohmann::json;

namespace {

std::vector<Problem> problems_of(const json& document) {
    try {
        plan_from_json(document, "bad.plan.json");
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

json& properties(json& plan, const std::string& id) {
    return feature(plan, id)["properties"];
}

json& additions(json& plan, const std::string& id) {
    return properties(plan, id)["evac"];
}

json& coordinates(json& plan, const std::string& id) {
    return feature(plan, id)["geometry"]["coordinates"];
}

struct Defect {
    std::string name;
    std::function<void(json&)> make;
    std::string pointer;
    std::string element;
    MessageId what;
};

/// Features of small_plan() by their place in the file: 0 L0, 1 L1, 2 site, 3 room, 4 hall,
/// 5 flight, 6 landing, 7 yard, 8 door, 9 exit, 10 window, 11 foot, 12 head, 13 desk, 14 place,
/// 15 call.
const std::vector<Defect> defects = {
    // ---- against the schema ----
    {"no head", [](json& p) { p.erase("evac"); }, "", "", MessageId::plan_not_ours},
    {"another format", [](json& p) { p["evac"]["format"] = "drill"; }, "/evac/format", "house",
     MessageId::schema_constant},
    {"a later version", [](json& p) { p["evac"]["version"] = 2; }, "/evac/version", "house",
     MessageId::schema_constant},
    {"features that are no list", [](json& p) { p["features"] = 3; }, "/features", "",
     MessageId::schema_not_list},
    {"a feature that is no object", [](json& p) { p["features"].push_back("room"); },
     "/features/16", "", MessageId::schema_not_object},
    {"an unknown feature type",
     [](json& p) { feature(p, "call")["feature_type"] = "extinguisher"; },
     "/features/15/feature_type", "call", MessageId::schema_choice},
    {"a level without elevation", [](json& p) { additions(p, "site").erase("elevation"); },
     "/features/2/properties/evac", "site", MessageId::schema_missing},
    {"a number in quotes", [](json& p) { additions(p, "door")["clear_width"] = "0.9"; },
     "/features/8/properties/evac/clear_width", "door", MessageId::schema_not_number},
    {"a key misspelt", [](json& p) { additions(p, "door")["clear_widht"] = 0.9; },
     "/features/8/properties/evac/clear_widht", "door", MessageId::schema_unknown_key},
    {"an unknown leaf", [](json& p) { additions(p, "door")["leaf"] = "triple"; },
     "/features/8/properties/evac/leaf", "door", MessageId::schema_choice},
    {"an unknown swing", [](json& p) { additions(p, "door")["swing"] = "inwards"; },
     "/features/8/properties/evac/swing", "door", MessageId::schema_form},
    {"a negative capacity", [](json& p) { additions(p, "room")["capacity"] = -1; },
     "/features/3/properties/evac/capacity", "room", MessageId::schema_range},
    {"a half ordinal", [](json& p) { properties(p, "L1")["ordinal"] = 0.5; },
     "/features/1/properties/ordinal", "L1", MessageId::schema_not_integer},
    {"a ring of two points",
     [](json& p) {
         coordinates(p, "room") = {{{0, 0}, {6, 0}, {0, 0}}};
     },
     "/features/3/geometry/coordinates/0", "room", MessageId::schema_entries},
    {"several polygons in one unit",
     [](json& p) { feature(p, "room")["geometry"]["type"] = "MultiPolygon"; },
     "/features/3/geometry/type", "room", MessageId::schema_constant},
    {"an opening bent at a third point",
     [](json& p) {
         coordinates(p, "door").push_back({6, 3});
     },
     "/features/8/geometry/coordinates", "door", MessageId::schema_entries},
    {"a date in words", [](json& p) { additions(p, "desk")["since"] = "last summer"; },
     "/features/13/properties/evac/since", "desk", MessageId::schema_form},
    {"an id that is a number", [](json& p) { feature(p, "call")["id"] = 15; }, "/features/15/id",
     "", MessageId::schema_not_text},
    {"a drill",
     [](json& p) {
         p = {{"format", "drill"}, {"version", 1}};
     },
     "", "", MessageId::plan_is_drill},
    // ---- ids and references ----
    {"an id given twice", [](json& p) { feature(p, "call")["id"] = "desk"; }, "/features/15/id",
     "desk", MessageId::plan_duplicate_id},
    {"a unit on no level", [](json& p) { properties(p, "yard")["level_id"] = "garden"; },
     "/features/7/properties/level_id", "yard", MessageId::plan_unknown_level},
    {"a door to no unit", [](json& p) { additions(p, "door")["units"][1] = "cellar"; },
     "/features/8/properties/evac/units/1", "door", MessageId::plan_unknown_unit},
    {"a window between outside and outside",
     [](json& p) {
         additions(p, "window")["units"] = {nullptr, nullptr};
     },
     "/features/10/properties/evac/units", "window", MessageId::plan_no_first_unit},
    {"a leaf that turns into a unit elsewhere",
     [](json& p) { additions(p, "door")["swing"] = "into:yard"; },
     "/features/8/properties/evac/swing", "door", MessageId::plan_not_its_unit},
    {"one way from a unit elsewhere",
     [](json& p) { additions(p, "exit")["one_way_from"] = "room"; },
     "/features/9/properties/evac/one_way_from", "exit", MessageId::plan_not_its_unit},
    {"a fixture in no unit", [](json& p) { additions(p, "desk")["unit"] = "attic"; },
     "/features/13/properties/evac/unit", "desk", MessageId::plan_unknown_unit},
    {"an amenity on no level", [](json& p) { properties(p, "call")["level_id"] = "L9"; },
     "/features/15/properties/level_id", "call", MessageId::plan_unknown_level},
    // ---- polygons ----
    {"corners in the wrong order",
     [](json& p) {
         coordinates(p, "yard")[0] = {{0, -20}, {18, 0}, {18, -20}, {0, 0}, {0, -20}};
     },
     "/features/7", "yard", MessageId::plan_crosses_itself},
    {"a fixture without area",
     [](json& p) {
         coordinates(p, "desk")[0] = {{1, 1}, {2, 1}, {3, 1}, {1, 1}};
     },
     "/features/13", "desk", MessageId::plan_no_area},
    {"a fixture of one point many times",
     [](json& p) {
         coordinates(p, "desk")[0] = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
     },
     "/features/13", "desk", MessageId::plan_few_points},
    {"a hole outside",
     [](json& p) {
         coordinates(p, "hall")[1] = {{0, 9}, {1, 9}, {1, 10}, {0, 10}, {0, 9}};
     },
     "/features/4", "hall", MessageId::plan_hole_outside},
    {"a hole in a hole",
     [](json& p) {
         coordinates(p, "hall").push_back({{8.1, 2.1}, {8.2, 2.1}, {8.2, 2.2}, {8.1, 2.1}});
     },
     "/features/4", "hall", MessageId::plan_holes_overlap},
    {"degrees shifted by a false origin",
     [](json& p) {
         coordinates(p, "call") = {4e5, 5e6};
     },
     "/features/15", "call", MessageId::plan_absurd_point},
    {"units that overlap",
     [](json& p) {
         coordinates(p, "room")[0] = {{0, 0}, {6, 0}, {6.001, 2.5}, {6, 5}, {0, 5}, {0, 0}};
     },
     "/features/4", "hall", MessageId::plan_overlap},
    {"a desk half in the wall",
     [](json& p) {
         coordinates(p, "desk")[0] = {{-1, 1}, {1, 1}, {1, 2}, {-1, 2}, {-1, 1}};
     },
     "/features/13", "desk", MessageId::plan_fixture_outside},
    {"an assembly area in the house", [](json& p) { additions(p, "place")["unit"] = "room"; },
     "/features/14", "place", MessageId::plan_assembly_outside},
    // ---- heights ----
    {"a level in orbit",
     [](json& p) {
         json copy = feature(p, "site");
         copy["id"] = "station";
         copy["properties"]["evac"]["elevation"] = 4e5;
         p["features"].push_back(copy);
     },
     "/features/16", "station", MessageId::plan_absurd_height},
    {"a unit in orbit", [](json& p) { additions(p, "landing")["elevation"] = 4e5; }, "/features/6",
     "landing", MessageId::plan_absurd_height},
    {"a landing far above its level", [](json& p) { additions(p, "landing")["elevation"] = 30.0; },
     "/features/6", "landing", MessageId::plan_unit_far_from_level},
    {"steps in millimetres",
     [](json& p) {
         additions(p, "flight")["steps"] = {{"riser", 150}, {"tread", 280}};
     },
     "/features/5", "flight", MessageId::plan_absurd_steps},
    {"a window sill as high as the roof",
     [](json& p) { additions(p, "window")["elevation"] = 2.5; }, "/features/10", "window",
     MessageId::plan_opening_high_sill},
    // ---- openings ----
    {"an opening without length",
     [](json& p) {
         coordinates(p, "door") = {{6, 1}, {6, 1}};
     },
     "/features/8", "door", MessageId::plan_opening_no_length},
    {"a negative width", [](json& p) { additions(p, "door")["clear_width"] = -0.9; }, "/features/8",
     "door", MessageId::plan_opening_no_width},
    {"no width", [](json& p) { additions(p, "door")["clear_width"] = 0; }, "/features/8", "door",
     MessageId::plan_opening_no_width},
    {"wider than its line", [](json& p) { additions(p, "door")["clear_width"] = 1.2; },
     "/features/8", "door", MessageId::plan_opening_too_wide},
    {"a window 0.2 m away from the wall",
     [](json& p) {
         coordinates(p, "window") = {{1, 5.2}, {2, 5.2}};
     },
     "/features/10", "window", MessageId::plan_opening_apart},
    {"a window that goes on beyond the corner",
     [](json& p) {
         coordinates(p, "window") = {{-0.5, 5}, {1, 5}};
     },
     "/features/10", "window", MessageId::plan_opening_beyond_edge},
    {"a door from a room into itself",
     [](json& p) {
         additions(p, "window")["units"][1] = "room";
         additions(p, "window").erase("swing");
         additions(p, "window").erase("exit");
     },
     "/features/10", "window", MessageId::plan_opening_same_unit},
    {"a landing above its own flight",
     [](json& p) {
         coordinates(p, "landing")[0] = {{12, 0}, {15, 0}, {15, 5}, {12, 5}, {12, 0}};
     },
     "/features/12", "head", MessageId::plan_opening_one_side},
    {"an exit into a room", [](json& p) { additions(p, "door")["exit"] = true; }, "/features/8",
     "door", MessageId::plan_exit_indoors},
    {"two openings in one place",
     [](json& p) {
         json copy = feature(p, "window");
         copy["id"] = "hatch";
         copy["geometry"]["coordinates"] = {{1.5, 5}, {3, 5}};
         p["features"].push_back(copy);
     },
     "/features/16", "hatch", MessageId::plan_openings_overlap},
    {"a door between two storeys",
     [](json& p) {
         additions(p, "flight")["kind"] = "passage";
         additions(p, "head")["elevation"] = 3.0;
     },
     "/features/12", "head", MessageId::plan_opening_two_levels},
    // ---- flights ----
    {"a flight without a head",
     [](json& p) {
         additions(p, "head")["units"] = {"landing", nullptr};
     },
     "/features/5", "flight", MessageId::plan_flight_ends},
    {"a flight between units of one level",
     [](json& p) { properties(p, "landing")["level_id"] = "L0"; }, "/features/5", "flight",
     MessageId::plan_flight_level},
};

}  // namespace

TEST_CASE("the plan that the tests break is sound") {
    CHECK(problems_of(small_plan()).empty());
}

TEST_CASE("every single defect of a plan is told with its place, its element and its name") {
    for (const Defect& defect : defects) {
        INFO(defect.name);
        json plan = small_plan();
        defect.make(plan);
        const std::vector<Problem> problems = problems_of(plan);
        for (const Problem& problem : problems) {
            UNSCOPED_INFO(say(Language::en, problem));
        }
        CHECK(problems.size() == 1);
        if (problems.empty()) {
            continue;
        }
        CHECK(problems[0].what.id == defect.what);
        CHECK(problems[0].pointer == defect.pointer);
        CHECK(problems[0].element == defect.element);
        CHECK(problems[0].file == "bad.plan.json");
        // Both languages have all the words they need: fmt would throw otherwise.
        CHECK_FALSE(say(Language::zh, problems[0]).empty());
    }
}

TEST_CASE("all defects of one plan are told at once, whatever their kind") {
    json plan = small_plan();
    properties(plan, "L1").erase("ordinal");                          // against the schema
    additions(plan, "exit")["one_way_from"] = "room";                 // a wrong reference
    additions(plan, "door")["clear_width"] = -1;                      // a wrong width
    coordinates(plan, "desk")[0] = {{1, 1}, {2, 1}, {3, 1}, {1, 1}};  // no area
    const std::vector<Problem> problems = problems_of(plan);
    std::vector<std::string> elements;
    for (const Problem& problem : problems) {
        elements.push_back(problem.element);
    }
    // "landing" and "head" lie on the level that could not be read: that is not told again, nor
    // that the flight has lost its head.
    CHECK(elements == std::vector<std::string>{"L1", "exit", "door", "desk"});
}

TEST_CASE("the defects of a plan come in the same order every time") {
    json plan = small_plan();
    for (const char* id : {"door", "exit", "window", "foot"}) {
        additions(plan, id)["clear_width"] = -1;
    }
    const std::vector<Problem> once = problems_of(plan);
    const std::vector<Problem> twice = problems_of(plan);
    REQUIRE(once.size() == 4);
    CHECK(std::equal(once.begin(), once.end(), twice.begin(), [](const auto& a, const auto& b) {
        return say(Language::en, a) == say(Language::en, b);
    }));
    CHECK(once.front().element == "door");
    CHECK(once.back().element == "foot");
}

TEST_CASE("a message tells what would be right") {
    json plan = small_plan();
    additions(plan, "door")["leaf"] = "triple";
    const std::vector<Problem> problems = problems_of(plan);
    REQUIRE(problems.size() == 1);
    CHECK(say(Language::en, problems[0]) ==
          "bad.plan.json /features/8/properties/evac/leaf [door]: \"triple\" is not one of the "
          "values allowed here; choose one of: \"none\", \"single\", \"double\"");
}

TEST_CASE("a reference with a slip of the pen is told with what was probably meant") {
    json plan = small_plan();
    additions(plan, "desk")["unit"] = "rooom";
    const std::vector<Problem> problems = problems_of(plan);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].remedy.id == MessageId::plan_unknown_unit_meant);
    CHECK(problems[0].remedy.arguments.at(0) == "room");
}

TEST_CASE("a plan in which nobody can walk is refused") {
    json plan = small_plan();
    plan["features"] = json::array();
    const std::vector<Problem> problems = problems_of(plan);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what.id == MessageId::plan_empty);
}

TEST_CASE("documents that are no plan at all are explained, not crashed on") {
    for (const char* text : {"null", "3", "\"plan\"", "[]", "{}", R"({"features": {}})",
                             R"({"type": "FeatureCollection", "features": [null, 3, {}, []]})",
                             R"({"features": [{"feature_type": "unit", "id": "a"}]})"}) {
        INFO(text);
        CHECK_FALSE(problems_of(json::parse(text)).empty());
    }
}

TEST_CASE("whatever stands in the place of any value, the reader either reads it or says why not") {
    const json sound = small_plan();
    const json strange[] = {nullptr, true, -1, 1e9, "", "room", json::array(), json::object(), {1}};
    std::set<std::string> places;
    const json leaves = sound.flatten();  // every value that holds no others, by its pointer
    for (const auto& [leaf, value] : leaves.items()) {
        for (json::json_pointer place(leaf); !place.empty(); place.pop_back()) {
            places.insert(place.to_string());
        }
    }
    int read = 0;
    int refused = 0;
    for (const std::string& place : places) {
        for (const json& other : strange) {
            INFO(place << " becomes " << other);
            json plan = sound;
            plan[json::json_pointer(place)] = other;
            try {
                plan_from_json(plan, "");
                ++read;
            } catch (const InputError&) {
                ++refused;
            }
        }
    }
    CHECK(read > 0);
    CHECK(refused > read);
}
