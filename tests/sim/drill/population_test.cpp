#include "sim/drill/occupant_load.hpp"
#include "sim/drill/scenario.hpp"
#include "sim/plan/read.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace evac;
using namespace evac::testing;
using nlohmann::json;

namespace {

Scenario read(const json& drill) {
    const DrillFolder folder("population");
    return read_scenario(folder.write("people.drill.json", drill));
}

}  // namespace

TEST_CASE("Everybody asked for is there, in the order of groups, with the body of the profile") {
    const Scenario scenario = read(small_drill());
    const std::vector<Person> people = place_people(scenario);
    REQUIRE(people.size() == 21);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Profile& profile = scenario.profiles[static_cast<std::size_t>(people[i].profile)];
        CHECK(profile.id == (i < 20 ? "pupil" : "teacher"));
        CHECK(people[i].body_radius >= profile.body_radius.low);
        CHECK(people[i].body_radius <= profile.body_radius.high);
        CHECK(people[i].free_speed >= profile.free_speed.low);
        CHECK(people[i].free_speed <= profile.free_speed.high);
        CHECK(people[i].pre_movement > 0.0);
        CHECK(people[i].unit == find_unit(scenario.plan, "room"));
    }
}

TEST_CASE("The seed decides who people are, and nothing else does") {
    Scenario scenario = read(small_drill());
    const std::vector<Person> people = place_people(scenario);
    const std::vector<Person> again = place_people(scenario);
    CHECK(people[3].position == again[3].position);
    CHECK(people[3].free_speed == again[3].free_speed);
    scenario.seed = 8;
    const std::vector<Person> others = place_people(scenario);
    CHECK(people[3].position != others[3].position);
    CHECK(people[3].free_speed != others[3].free_speed);
}

TEST_CASE("People added in one unit change nobody in another") {
    json drill = small_drill();
    const std::vector<Person> before = place_people(read(drill));
    const json guests = {{"id", "guests"}, {"people", {{{"unit", "hall"}, {"count", 9}}}}};
    drill["groups"].insert(drill["groups"].begin(), guests);
    const std::vector<Person> after = place_people(read(drill));
    REQUIRE(after.size() == before.size() + 9);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i + 9].position == before[i].position);
        CHECK(after[i + 9].free_speed == before[i].free_speed);
        CHECK(after[i + 9].pre_movement == before[i].pre_movement);
    }
}

TEST_CASE("A class waits for its teacher's word together and then each a little") {
    json drill = small_drill();
    drill["groups"][0]["pre_movement"] = {{"shared", {{"uniform", {10, 40}}}},
                                          {"own", {{"uniform", {0, 5}}}}};
    const std::vector<Person> people = place_people(read(drill));
    std::set<double> times;
    for (const Person& person : people) {
        times.insert(person.pre_movement);
    }
    // All within the 5 s of their own draws, which no two share.
    CHECK(*times.begin() >= 10.0);
    CHECK(*times.rbegin() <= 45.0);
    CHECK(*times.rbegin() - *times.begin() <= 5.0);
    CHECK(times.size() == people.size());

    drill["groups"][0]["pre_movement"] = {{"shared", {{"uniform", {10, 40}}}}};
    times.clear();
    for (const Person& person : place_people(read(drill))) {
        times.insert(person.pre_movement);
    }
    CHECK(times.size() == 1);
}

TEST_CASE("Parts of one group on two levels hear the same word") {
    json drill = small_drill();
    drill["groups"] = {
        {{"id", "both"},
         {"people", {{{"unit", "room"}, {"count", 2}}, {{"unit", "landing"}, {"count", 2}}}},
         {"pre_movement", {{"shared", {{"uniform", {10, 40}}}}}}}};
    drill["release"] = {{{"level", "L1"}, {"after", 40}}};
    const Scenario scenario = read(drill);
    REQUIRE(scenario.groups.size() == 2);
    const std::vector<Person> people = place_people(scenario);
    CHECK(people.front().group != people.back().group);
    CHECK(people.front().pre_movement == people.back().pre_movement);
}

TEST_CASE("Every unit with too many people is named, with the number that fits") {
    json drill = small_drill();
    drill["groups"][0]["people"] = {{{"unit", "room"}, {"count", 20}},
                                    {{"unit", "room"}, {"count", 10000}},
                                    {{"unit", "landing"}, {"count", 1000000}},
                                    {{"unit", "hall"}, {"count", 5}}};
    try {
        place_people(read(drill));
        FAIL("placed");
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 2);
        const Problem& in_room = problem_at(error.problems(), "/groups/0/people/1/count");
        CHECK(in_room.element == "room");
        CHECK(in_room.what.arguments[0] == "10020");
        const Problem& on_landing = problem_at(error.problems(), "/groups/0/people/2/count");
        CHECK(on_landing.element == "landing");

        // Whoever follows the advice succeeds.
        drill["groups"][0]["people"][1]["count"] = std::stoi(in_room.what.arguments[2]) - 20;
        drill["groups"][0]["people"][2]["count"] = std::stoi(on_landing.what.arguments[2]);
        CHECK(place_people(read(drill)).size() > 150);
    }
}

TEST_CASE("A plan alone is filled by the capacity and the floor area of its rooms") {
    // The room holds its capacity of 40; lobby, stair, landing and yard nobody.
    const DrillFolder folder("default");
    const Scenario by_capacity = read_scenario(folder.path() / "small.plan.json");
    REQUIRE(by_capacity.groups.size() == 1);
    REQUIRE(by_capacity.groups[0].occupants.size() == 1);
    CHECK(by_capacity.groups[0].occupants[0].count == 40);
    CHECK(place_people(by_capacity).size() == 40);

    // Without a capacity: 30 m2 of classroom at 20 ft2 = 1.858 m2 per pupil are 16.1, so 17.
    json plan = small_plan();
    feature(plan, "room")["properties"]["evac"].erase("capacity");
    const Scenario by_area = default_scenario(plan_from_json(plan, "small.plan.json"));
    REQUIRE(by_area.groups[0].occupants.size() == 1);
    CHECK(by_area.groups[0].occupants[0].count == 17);
    const std::string said = say(Language::en, by_area.assumptions.back());
    CHECK(said ==
          "classroom: one person per 1.86 m2 (IBC 2021, table 1004.5); units: 1, people: 17.");

    // A category that the table does not know counts as business area, 13.94 m2: 2.15, so 3.
    feature(plan, "room")["properties"]["category"] = "observatory";
    CHECK(place_people(default_scenario(plan_from_json(plan, "small.plan.json"))).size() == 3);
}

TEST_CASE("A plan whose rooms are too full for their load gets fewer people and says so") {
    json plan = small_plan();
    feature(plan, "room")["properties"]["evac"]["capacity"] = 5000;
    const Scenario scenario = default_scenario(plan_from_json(plan, "small.plan.json"));
    const int count = scenario.groups[0].occupants[0].count;
    CHECK(count > 60);
    CHECK(count < 180);
    CHECK(scenario.assumptions.back().id == MessageId::default_fewer);
    CHECK(place_people(scenario).size() == static_cast<std::size_t>(count));
}

TEST_CASE("A plan without a room to be in asks for a drill file") {
    json plan = small_plan();
    feature(plan, "room")["properties"]["category"] = "restroom";
    feature(plan, "room")["properties"]["evac"].erase("capacity");
    CHECK_THROWS_AS(default_scenario(plan_from_json(plan, "small.plan.json")), InputError);
}

TEST_CASE("Occupant loads are found by category, whatever stands after its dot") {
    CHECK(find_occupant_load("classroom")->area_per_person == Approx(1.858).margin(0.001));
    CHECK(find_occupant_load("restroom.female")->area_per_person == 0.0);
    CHECK_FALSE(find_occupant_load("observatory").has_value());
    CHECK(default_occupant_load().area_per_person == Approx(13.94).margin(0.01));
}
