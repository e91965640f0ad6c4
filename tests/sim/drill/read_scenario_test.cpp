#include "sim/drill/scenario.hpp"
#include "sim/record/summary.hpp"
#include "sim/text/problem.hpp"
#include "sim/text/schema.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace evac;
using namespace evac::testing;
using nlohmann::json;

namespace {

/// What the reader says of this drill (in the small plan), in English.
std::vector<Problem> problems_of(const json& drill) {
    const DrillFolder folder("bad_drill");
    try {
        read_scenario(folder.write("bad.drill.json", drill));
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

Scenario read(const json& drill) {
    const DrillFolder folder("good_drill");
    return read_scenario(folder.write("good.drill.json", drill));
}

/// The problem at `pointer`, which must be the only one of this drill: "WHAT; REMEDY".
std::string only_problem(const json& drill, const std::string& pointer) {
    const std::vector<Problem> problems = problems_of(drill);
    for (const Problem& problem : problems) {
        UNSCOPED_INFO(say(Language::en, problem));
    }
    CHECK(problems.size() == 1);
    const Problem& problem = problem_at(problems, pointer);
    return say(Language::en, problem.what) + "; " + say(Language::en, problem.remedy);
}

/// The same drill with another value at a JSON pointer.
json with(json drill, const std::string& pointer, const json& value) {
    drill[json::json_pointer(pointer)] = value;
    return drill;
}

std::string message_of_path(const std::filesystem::path& path) {
    try {
        read_scenario(path);
    } catch (const InputError& error) {
        CHECK(error.problems().size() == 1);
        return error.what();
    }
    return "";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A drill file is read with everything it says") {
    json drill = small_drill();
    drill["step"] = 0.04;
    drill["lattice"] = 0.05;
    drill["alarm"]["time"] = 5;
    drill["hold"]["duration"] = 60;
    drill["flow"] = "design";
    drill["motivation"] = "urgent";
    drill["record"]["frames_per_second"] = 5;
    json& group = drill["groups"][0];
    group["name"] = {{"en", "Class 1"}, {"zh", "1班"}};
    group["exits"] = {"exit"};
    group["stairs"] = {"east"};
    group["assembly_area"] = "place";
    group["release_after"] = 30;
    group["pre_movement"] = {{"shared", {{"lognormal", {20, 0.5}}}},
                             {"own", {{"uniform", {0, 5}}}}};
    drill["events"] = {{{"at", 90}, {"open", "window"}},
                       {{"at", 30}, {"lock", "exit"}, {"announced", true}},
                       {{"at", 60}, {"remove", "desk"}}};

    const Scenario scenario = read(drill);
    CHECK(scenario.id == "small");
    CHECK(scenario.name.by_language.at("zh") == "小演练");
    CHECK(scenario.seed == 7);
    CHECK(scenario.step == 0.04);
    CHECK(scenario.lattice == 0.05);
    CHECK(scenario.time_limit == 600.0);
    CHECK(scenario.alarm == 5.0);
    CHECK(scenario.hold == 60.0);
    CHECK(scenario.flow == Flow::design);
    CHECK(scenario.motivation == Motivation::urgent);
    CHECK(scenario.frames_per_second == 5.0);

    REQUIRE(scenario.groups.size() == 1);
    const Group& read_group = scenario.groups[0];
    CHECK(read_group.name.in(Language::zh) == "1班");
    CHECK(read_group.exits == std::vector<int>{find_opening(scenario.plan, "exit")});
    CHECK(read_group.stairs == std::vector<std::string>{"east"});
    CHECK(read_group.assembly_area == 0);
    CHECK(read_group.release_after == 30.0);
    REQUIRE(read_group.shared_pre_movement.has_value());
    CHECK(read_group.shared_pre_movement->shape == Distribution::Shape::lognormal);
    CHECK(read_group.shared_pre_movement->a == 20.0);
    REQUIRE(read_group.own_pre_movement.has_value());
    CHECK(read_group.own_pre_movement->high == 5.0);
    REQUIRE(read_group.occupants.size() == 2);
    CHECK(read_group.occupants[0].count == 20);
    CHECK(read_group.occupants[0].unit == find_unit(scenario.plan, "room"));
    const auto teacher = static_cast<std::size_t>(read_group.occupants[1].profile);
    CHECK(scenario.profiles[teacher].id == "teacher");

    REQUIRE(scenario.events.size() == 3);  // in the order of time
    CHECK(scenario.events[0].kind == Event::Kind::lock);
    CHECK(scenario.events[0].announced);
    CHECK(scenario.events[1].kind == Event::Kind::remove);
    CHECK(scenario.events[1].element == find_fixture(scenario.plan, "desk"));
    CHECK(scenario.events[2].kind == Event::Kind::open);
    CHECK(scenario.events[2].element == find_opening(scenario.plan, "window"));
}

TEST_CASE("How pressing a crowd is has four names, the same in drills and results") {
    for (const auto& [word, motivation] : {std::pair("leisurely", Motivation::leisurely),
                                           {"calm", Motivation::calm},
                                           {"drill", Motivation::drill},
                                           {"urgent", Motivation::urgent}}) {
        json drill = small_drill();
        drill["motivation"] = word;
        CHECK(read(drill).motivation == motivation);
        CHECK(name_of(motivation) == word);
    }
}

TEST_CASE("What a drill file leaves out has its documented default") {
    const Scenario scenario = read(small_drill());
    CHECK(scenario.step == 0.05);
    CHECK(scenario.lattice == 0.1);
    CHECK(scenario.alarm == 0.0);
    CHECK(scenario.hold == 0.0);
    CHECK(scenario.flow == Flow::calibrated);
    CHECK(scenario.motivation == Motivation::drill);
    CHECK(scenario.frames_per_second == 10.0);
    CHECK(scenario.groups[0].release_after == 0.0);
    CHECK(scenario.groups[0].assembly_area == -1);
    CHECK(scenario.assumptions.empty());
    CHECK(read(with(small_drill(), "/time_limit", 900)).time_limit == 900.0);
}

TEST_CASE("A folder stands for the one drill in it") {
    const DrillFolder folder("one_drill");
    CHECK(read_scenario(folder.path()).id == "house");  // its one plan, with a drill made up
    folder.write("a.drill.json", small_drill());
    CHECK(read_scenario(folder.path()).id == "small");
    folder.write("b.drill.json", small_drill());
    CHECK(has(message_of_path(folder.path()), "a.drill.json, b.drill.json"));
    const auto empty = folder.path() / "empty";
    std::filesystem::create_directory(empty);
    CHECK(has(message_of_path(empty), "no *.drill.json"));
}

TEST_CASE("Paths that are no drill are told what is expected") {
    const DrillFolder folder("wrong_paths");
    CHECK(has(message_of_path(folder.path() / "nothing.drill.json"), "there is no such file"));
    CHECK(has(message_of_path(folder.write("house.ifc", "IFC")), "evac import"));
    CHECK(has(message_of_path(folder.write("list.drill.json", json::array())), "object"));
    std::ofstream(folder.path() / "broken.drill.json") << "{\"format\": \"drill\",\n \"seed\": }";
    CHECK(has(message_of_path(folder.path() / "broken.drill.json"), "line 2"));
}

TEST_CASE("Unknown ids are told with what was probably meant") {
    const json drill = small_drill();
    CHECK(
        has(only_problem(with(drill, "/groups/0/people/0/unit", "romo"), "/groups/0/people/0/unit"),
            "no unit \"romo\"; did you mean \"room\"?"));
    CHECK(has(only_problem(with(drill, "/groups/0/people/0/profile", "pupill"),
                           "/groups/0/people/0/profile"),
              "did you mean \"pupil\"?"));
    CHECK(has(only_problem(with(drill, "/groups/0/exits", {"exti"}), "/groups/0/exits/0"),
              "did you mean \"exit\"?"));
    CHECK(has(only_problem(with(drill, "/groups/0/stairs", {"esat"}), "/groups/0/stairs/0"),
              "did you mean \"east\"?"));
    CHECK(has(
        only_problem(with(drill, "/groups/0/assembly_area", "plaza"), "/groups/0/assembly_area"),
        "no assembly area \"plaza\"; use one of: place"));
    CHECK(has(
        only_problem(with(drill, "/groups/0/people/0", {{"category", "clasroom"}, {"count", 3}}),
                     "/groups/0/people/0/category"),
        "did you mean \"classroom\"?"));
    CHECK(has(only_problem(with(drill, "/groups/0/people/0", {{"level", "L9"}, {"count", 3}}),
                           "/groups/0/people/0/level"),
              "no level \"L9\"; did you mean \"L0\"?"));
    CHECK(has(only_problem(with(drill, "/release", {{{"group", "clas"}, {"after", 3}}}),
                           "/release/0/group"),
              "did you mean \"class\"?"));
    CHECK(
        has(only_problem(with(drill, "/events", {{{"at", 3}, {"lock", "dor"}}}), "/events/0/lock"),
            "did you mean \"door\"?"));
    CHECK(has(only_problem(with(drill, "/events", {{{"at", 3}, {"remove", "chair"}}}),
                           "/events/0/remove"),
              "neither the plan nor the drill has a fixture \"chair\"; use one of: desk"));
}

TEST_CASE("An opening inside the building is no exit") {
    CHECK(has(only_problem(with(small_drill(), "/groups/0/exits", {"door"}), "/groups/0/exits/0"),
              "\"door\" is no exit; use one of: exit, window"));
}

TEST_CASE("A drill without people is refused") {
    CHECK(has(only_problem(with(small_drill(), "/groups", json::array()), "/groups"),
              "nobody takes part"));
    json drill = with(small_drill(), "/groups/0/people/0/count", 0);
    drill = with(drill, "/groups/0/people/1/count", 0);
    CHECK(has(only_problem(drill, "/groups"), "nobody takes part"));
    CHECK(problems_of(json::object()).size() >= 5);  // format, version, id, plan, groups
}

TEST_CASE("People who are nowhere, or in no number, are refused") {
    const std::string first = "/groups/0/people/0";
    CHECK(has(only_problem(with(small_drill(), first, {{"count", 3}}), first), "where"));
    CHECK(has(only_problem(with(small_drill(), first, {{"unit", "room"}}), first), "count"));
    CHECK(has(
        only_problem(with(small_drill(), first, {{"unit", "room"}, {"count", 3}, {"density", 1}}),
                     first),
        "exactly one"));
    CHECK(has(
        only_problem(with(small_drill(), first, {{"unit", "room"}, {"level", "L1"}, {"count", 3}}),
                     first),
        "no unit is all"));
}

TEST_CASE("Nobody stands where nobody can walk") {
    const DrillFolder folder("shaft");
    json plan = small_plan();
    feature(plan, "landing")["properties"]["category"] = "elevator";
    plan["features"].erase(
        plan["features"].begin() +
        std::distance(plan["features"].begin(),
                      std::find_if(plan["features"].begin(), plan["features"].end(),
                                   [](const json& one) { return one["id"] == "head"; })));
    feature(plan, "flight")["properties"]["category"] = "walkway";
    feature(plan, "flight")["properties"].erase("evac");
    folder.write("small.plan.json", plan);
    json drill = with(small_drill(), "/groups/0/people/0/unit", "landing");
    try {
        read_scenario(folder.write("lift.drill.json", drill));
        FAIL("read");
    } catch (const InputError& error) {
        const Problem& problem = problem_at(error.problems(), "/groups/0/people/0/unit");
        CHECK(has(say(Language::en, problem), "not walkable"));
        CHECK(problem.element == "class");
    }
}

TEST_CASE("A lift stands at one of its stops") {
    json drill = small_drill();
    drill["lifts"] = {{{"id", "lift"}, {"units", {"landing", "flight"}}, {"home", "room"}}};
    const std::vector<Problem> problems = problems_of(drill);
    const Problem& home = problem_at(problems, "/lifts/0/home");
    CHECK(has(say(Language::en, home), "does not stop at \"room\""));
    CHECK(home.element == "lift");
}

TEST_CASE("Laps lead from place to place") {
    json drill = small_drill();
    drill["groups"][0]["laps"] = 2;
    CHECK(has(only_problem(drill, "/groups/0/laps"), "need places to go to"));
    drill["groups"][0]["visits"] = {{{"unit", "room"}}};
    CHECK(read(drill).groups[0].laps == 2);
}

TEST_CASE("Steps and frames must come out even") {
    CHECK(has(only_problem(with(small_drill(), "/step", 0.03), "/step"), "such as 0.02"));
    CHECK(has(only_problem(with(small_drill(), "/step", 0.2), "/step"), "0.1"));
    CHECK(has(only_problem(with(small_drill(), "/step", -0.05), "/step"), "out of range"));
    CHECK(has(only_problem(with(small_drill(), "/lattice", 0.5), "/lattice"), "0.2"));
    CHECK(has(only_problem(with(small_drill(), "/lattice", 0.001), "/lattice"), "0.025"));
    CHECK(has(only_problem(with(small_drill(), "/record/frames_per_second", 7),
                           "/record/frames_per_second"),
              "for example"));
    CHECK(has(only_problem(with(small_drill(), "/record/frames_per_second", 50),
                           "/record/frames_per_second"),
              "for example 20"));
    // A thirtieth of a second has no exact decimal; what is meant is clear.
    json thirtieth = with(small_drill(), "/step", 0.033333333);
    thirtieth["record"]["frames_per_second"] = 15;
    CHECK(read(thirtieth).step == 1.0 / 30.0);
}

TEST_CASE("Gamma and Weibull distributions are read with shape and scale") {
    const auto reaction = [](const json& value) {
        return *read(with(small_drill(), "/groups/0/pre_movement", {{"own", value}}))
                    .groups[0]
                    .own_pre_movement;
    };
    const Distribution gamma = reaction({{"gamma", {1.291, 103.9}}, {"max", 600}});
    CHECK(gamma.shape == Distribution::Shape::gamma);
    CHECK(gamma.a == 1.291);
    CHECK(gamma.b == 103.9);
    CHECK(gamma.low == 0.0);
    CHECK(gamma.high == 600.0);
    CHECK(reaction({{"weibull", {1.195, 139.3}}}).shape == Distribution::Shape::weibull);
}

TEST_CASE("Nothing may happen after the end") {
    CHECK(has(only_problem(with(small_drill(), "/events", {{{"at", 601}, {"lock", "exit"}}}),
                           "/events/0/at"),
              "601"));
    CHECK(has(only_problem(with(small_drill(), "/alarm/time", 600), "/alarm/time"), "600"));
    CHECK(has(only_problem(with(small_drill(), "/hold/duration", 600), "/hold/duration"),
              "nobody would be released"));
}

TEST_CASE("Distributions that cannot be are told by number") {
    const auto profile = [](const json& speed) {
        return with(small_drill(), "/profiles", {{{"id", "pupil"}, {"free_speed", speed}}});
    };
    const std::string at = "/profiles/0/free_speed";
    CHECK(has(only_problem(profile(0), at), "between 0.05 and 5 m/s"));
    CHECK(has(only_problem(profile(-1.2), at), "not possible"));
    CHECK(has(only_problem(profile({{"normal", {1.3, -0.2}}}), at + "/normal/1"), "negative"));
    CHECK(
        has(only_problem(profile({{"uniform", {1.6, 0.9}}}), at + "/uniform"), "above the upper"));
    CHECK(has(only_problem(profile({{"triangular", {0.9, 1.7, 1.6}}}), at + "/triangular/1"),
              "does not lie between"));
    CHECK(has(only_problem(profile({{"normal", {1.3, 0.2}}, {"min", 2.0}, {"max", 1.0}}), at),
              "above the upper"));
    CHECK(has(only_problem(profile({{"normal", {1.3, 0.2}}, {"min", 1.5}}), at + "/normal/0"),
              "does not lie between"));
    CHECK(has(only_problem(profile({{"gamma", {0.0, 0.2}}}), at + "/gamma/0"), "0.1 to 100"));
    CHECK(has(only_problem(profile({{"weibull", {4.0, -1.3}}}), at + "/weibull/1"), "positive"));
    CHECK(has(only_problem(profile({{"gamma", {30.0, 1.3}}}), at + "/gamma"), "not possible"));
    CHECK(has(only_problem(profile({{"weibull", {4.0, 1.3}}, {"min", 1.5}}), at + "/weibull"),
              "does not lie between"));
    CHECK(has(only_problem(profile({{"bell", {1.3, 0.2}}}), at), "normal"));
    CHECK(has(only_problem(profile("fast"), at), "uniform"));
    CHECK(has(only_problem(with(small_drill(), "/groups/0/pre_movement", {{"own", -5}}),
                           "/groups/0/pre_movement/own"),
              "not possible"));
}

TEST_CASE("A profile changes the built-in one of its name, or is an adult with differences") {
    json drill = small_drill();
    drill["profiles"] = {
        {{"id", "pupil"}, {"free_speed", 1.0}},
        {{"id", "scout"}, {"body_radius", 0.2}, {"stairs_up", 0.6}, {"enters_smoke", true}}};
    drill["groups"][0]["people"][1]["profile"] = "scout";
    const Scenario scenario = read(drill);
    const auto profile = [&](std::size_t entry) {
        const Occupants& some = scenario.groups[0].occupants[entry];
        return scenario.profiles[static_cast<std::size_t>(some.profile)];
    };
    CHECK(profile(0).id == "pupil");
    CHECK(profile(0).free_speed.a == 1.0);
    CHECK(profile(0).body_radius.a == 0.20);  // still a pupil's
    CHECK(profile(1).id == "scout");
    CHECK(profile(1).stairs_up == 0.6);
    CHECK(profile(1).enters_smoke);
    CHECK_FALSE(profile(0).enters_smoke);
    CHECK(profile(1).free_speed.a == 1.34);  // an adult's
    drill["profiles"].push_back({{"id", "scout"}});
    CHECK(has(only_problem(drill, "/profiles/2/id"), "twice"));
}

TEST_CASE("People are asked for by unit, by category, by level, or by several of them") {
    const auto units_of = [](const json& people) {
        const Scenario scenario =
            read(with(small_drill(), "/groups/0/people", json::array({people})));
        std::vector<std::string> ids;
        for (const Occupants& some : scenario.groups[0].occupants) {
            ids.push_back(scenario.plan.units[static_cast<std::size_t>(some.unit)].id + ":" +
                          std::to_string(some.count));
        }
        return ids;
    };
    using Ids = std::vector<std::string>;
    CHECK(units_of({{"unit", "hall"}, {"count", 3}}) == Ids{"hall:3"});
    CHECK(units_of({{"category", "classroom"}, {"count", 3}}) == Ids{"room:3"});
    // The level's rooms and passages, not its stair.
    CHECK(units_of({{"level", "L0"}, {"count", 3}}) == Ids{"room:3", "hall:3"});
    CHECK(units_of({{"level", "L0"}, {"category", "lobby"}, {"count", 3}}) == Ids{"hall:3"});
    CHECK(units_of({{"level", "L0"}, {"category", "stairs"}, {"count", 3}}) == Ids{"flight:3"});
    // 30 m2 and 29.84 m2 (a hole of 0.16 m2): 0.5 persons/m2 are 15 and 14.92.
    CHECK(units_of({{"level", "L0"}, {"density", 0.5}}) == Ids{"room:15", "hall:15"});
    CHECK(units_of({{"unit", "room"}, {"density", 0.04}}) == Ids{"room:1"});
}

TEST_CASE("A group on levels with turns of their own goes in parts") {
    json drill = small_drill();
    drill["groups"] = {
        {{"id", "both"},
         {"people",
          {{{"unit", "room"}, {"count", 5}},
           {{"unit", "landing"}, {"count", 6}},
           {{"unit", "hall"}, {"count", 7}}}}},
        {{"id", "own"}, {"release_after", 99}, {"people", {{{"unit", "hall"}, {"count", 1}}}}},
        {{"id", "ruled"}, {"people", {{{"unit", "hall"}, {"count", 2}}}}}};
    drill["release"] = {{{"level", "L0"}, {"after", 10}},
                        {{"level", "L1"}, {"after", 40}},
                        {{"group", "ruled"}, {"after", 70}}};
    const Scenario scenario = read(drill);
    REQUIRE(scenario.groups.size() == 4);
    CHECK(scenario.groups[0].id == "both");
    CHECK(scenario.groups[0].release_after == 10.0);
    REQUIRE(scenario.groups[0].occupants.size() == 2);  // room and hall, both on L0
    CHECK(scenario.groups[0].occupants[1].count == 7);
    CHECK(scenario.groups[1].id == "both");
    CHECK(scenario.groups[1].number == scenario.groups[0].number);
    CHECK(scenario.groups[1].release_after == 40.0);
    CHECK(scenario.groups[2].release_after == 99.0);
    CHECK(scenario.groups[3].release_after == 70.0);

    drill["release"].push_back({{"level", "L1"}, {"after", 50}});
    CHECK(has(only_problem(drill, "/release/3"), "two rules"));
    drill["release"][3] = {{"group", "own"}, {"after", 50}};
    CHECK(has(only_problem(drill, "/release/3"), "two rules"));
}

TEST_CASE("Fixtures of the drill join those of the plan, absent unless present") {
    const auto boxes = [](const std::string& id, double x, bool present) {
        return json{{"type", "Feature"},
                    {"id", id},
                    {"present", present},
                    {"geometry",
                     {{"type", "Polygon"},
                      {"coordinates", {{{x, 4}, {x + 0.5, 4}, {x + 0.5, 4.5}, {x, 4.5}, {x, 4}}}}}},
                    {"properties", {{"category", "goods"}, {"evac", {{"unit", "hall"}}}}}};
    };
    json drill = small_drill();
    drill["fixtures"] = {boxes("boxes", 8, false), boxes("crate", 9, true)};
    drill["events"] = {{{"at", 30}, {"put_down", "boxes"}}};
    const Scenario scenario = read(drill);
    REQUIRE(scenario.plan.fixtures.size() == 3);
    CHECK(scenario.fixture_present == std::vector<char>{1, 0, 1});
    CHECK(scenario.events[0].element == 1);

    json twice = drill;
    twice["fixtures"][1]["id"] = "desk";  // the plan has one
    CHECK(has(only_problem(twice, "/fixtures/1/id"), "twice"));
    json astray = drill;
    astray["fixtures"][0] = boxes("boxes", 50, false);
    CHECK(problem_at(problems_of(astray), "/fixtures/0").element == "boxes");
    json nowhere = drill;
    nowhere["fixtures"][0]["properties"]["evac"]["unit"] = "halll";
    CHECK(
        has(say(Language::en, problem_at(problems_of(nowhere), "/fixtures/0/properties/evac/unit")),
            "did you mean \"hall\"?"));
}

TEST_CASE("All defects of a drill and of its plan come in one list, with their files") {
    const DrillFolder folder("both_bad");
    json plan = small_plan();
    feature(plan, "door")["properties"]["evac"]["clear_width"] = -1;
    folder.write("small.plan.json", plan);
    json drill = small_drill();
    drill["seed"] = -1;
    drill["step"] = 0.03;
    drill["hold"] = {{"duraton", 3}};
    try {
        read_scenario(folder.write("bad.drill.json", drill));
        FAIL("read");
    } catch (const InputError& error) {
        const auto file_of = [&](const std::string& pointer) {
            return std::filesystem::path(problem_at(error.problems(), pointer).file).filename();
        };
        CHECK(file_of("/seed") == "bad.drill.json");
        CHECK(file_of("/step") == "bad.drill.json");
        const auto of_plan =
            std::count_if(error.problems().begin(), error.problems().end(), [](const Problem& one) {
                return std::filesystem::path(one.file).filename() == "small.plan.json" &&
                       one.element == "door";
            });
        CHECK(of_plan == 1);
    }

    CHECK(has(only_problem(with(small_drill(), "/plan", "big.plan.json"), "/plan"), "no plan"));
}

TEST_CASE("A defect in one place does not hide those beside it") {
    json drill = small_drill();
    drill["groups"][0]["people"] = {{{"unit", "rom"}, {"count", 3}},
                                    {{"unit", "room"}, {"count", 2.5}},
                                    {{"unit", "room"}, {"profile", "pupl"}, {"count", 1}}};
    drill["groups"][0]["exits"] = {"door"};
    drill["profiles"] = {{{"id", "a"}, {"free_speed", "x"}, {"body_radius", 9}}};
    const std::vector<Problem> problems = problems_of(drill);
    for (const char* pointer :
         {"/groups/0/people/0/unit", "/groups/0/people/1/count", "/groups/0/people/2/profile",
          "/groups/0/exits/0", "/profiles/0/free_speed", "/profiles/0/body_radius"}) {
        CHECK_NOTHROW(problem_at(problems, pointer));
    }
    CHECK(problems.size() == 6);
}
