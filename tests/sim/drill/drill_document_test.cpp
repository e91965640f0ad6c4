#include "sim/drill/drill_document.hpp"

#include <catch2/catch.hpp>

#include "sim/drill/drill.hpp"
#include "sim/plan/read.hpp"
#include "sim/text/problem.hpp"
#include "tests/sim/drill/drill_files.hpp"

#include <algorithm>

using namespace evac;
using namespace evac::testing;
using nlohmann::json;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

fs::path shipped(const std::string& name) {
    return fs::path(EVAC_SOURCE_DIR) / "scenarios" / name;
}

/// What is left of a drill after some time.
struct Run {
    Outcome outcome;
    std::vector<char> fixture_present;
    double time = 0.0;  // [s]
};

Run run(Scenario scenario, double seconds) {
    Drill drill(std::move(scenario), 2);
    while (!finished(drill) && drill.time() < seconds) {
        step(drill);
    }
    return {drill.outcome, drill.fixture_present, drill.time()};
}

/// The state hashes of all whole seconds up to `seconds`.
std::vector<std::uint64_t> course(Scenario scenario, double seconds) {
    return run(std::move(scenario), seconds).outcome.hash_by_second;
}

/// An upright rectangle with one corner at (x, y) [m].
Polygon box(double x, double y, double width, double depth) {
    return {{{x, y}, {x + width, y}, {x + width, y + depth}, {x, y + depth}}, {}};
}

Change change_of(Change::Kind kind, const std::string& element) {
    Change change;
    change.kind = kind;
    change.element = element;
    return change;
}

Change place_of(Change::Kind kind, const std::string& element, const std::string& unit,
                const Polygon& polygon) {
    Change change = change_of(kind, element);
    change.unit = unit;
    change.polygon = polygon;
    return change;
}

/// The document after the change, which must be a sound drill.
DrillDocument after(const DrillDocument& document, const Change& change) {
    DrillDocument result = changed(document, scenario_of(document).plan, change);
    CHECK_NOTHROW(scenario_of(result));
    return result;
}

/// The only problem of a change that cannot be made.
Problem refusal(const DrillDocument& document, const Change& change) {
    const Plan plan = scenario_of(document).plan;
    try {
        changed(document, plan, change);
    } catch (const InputError& error) {
        CHECK(error.problems().size() == 1);
        return error.problems().front();
    }
    FAIL("the change was made");
    return {};
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The small drill with these events, and a crate of its own in the hall: there from the start, or
/// put down by an event.
DrillDocument small_document(const DrillFolder& folder, const json& events,
                             bool crate_present = true) {
    json drill = small_drill();
    drill["fixtures"] = json::parse(R"json([{
      "type": "Feature", "id": "crate", "feature_type": "fixture",
      "geometry": {"type": "Polygon", "coordinates": [[[7,4],[7.5,4],[7.5,4.5],[7,4.5],[7,4]]]},
      "properties": {"category": "goods", "name": {"en": "Crate"}, "evac": {"unit": "hall"}}}])json");
    drill["fixtures"][0]["present"] = crate_present;
    drill["events"] = events;
    return read_drill_document(folder.write("small.drill.json", drill));
}

json events_of(const DrillDocument& document) {
    return document.json.contains("events") ? json(document.json["events"]) : json::array();
}

const Fixture& fixture(const Scenario& scenario, const std::string& id) {
    return scenario.plan.fixtures.at(static_cast<std::size_t>(find_fixture(scenario.plan, id)));
}

std::string unit_of(const Scenario& scenario, const std::string& id) {
    return unit_at(scenario.plan, fixture(scenario, id).unit).id;
}

}  // namespace

TEST_CASE("a shipped drill comes out the same from its document as from its file") {
    for (const char* name : {"school", "school-earthquake", "workshop", "workshop-blocked"}) {
        INFO(name);
        const DrillDocument document = read_drill_document(shipped(name));
        CHECK(document.file.filename() == std::string(name) + ".drill.json");
        CHECK(course(scenario_of(document), 40.0) == course(read_scenario(shipped(name)), 40.0));
    }
}

TEST_CASE("a plan without a drill becomes the document of its default drill") {
    const DrillFolder folder("document_of_plan");
    const DrillDocument document = read_drill_document(folder.path());  // nothing but a plan
    CHECK(document.file.filename() == "small.plan.json");
    CHECK(document.json["plan"] == "small.plan.json");
    const json people = json(document.json["groups"][0]["people"]);
    CHECK(people == json{{{"unit", "room"}, {"profile", "adult"}, {"count", 40}}});

    const Scenario scenario = scenario_of(document);
    const Scenario original = default_scenario(read_plan(folder.path() / "small.plan.json"));
    CHECK(scenario.id == original.id);
    CHECK(scenario.name.by_language == original.name.by_language);
    CHECK(scenario.groups[0].name.by_language == original.groups[0].name.by_language);
    CHECK(course(scenario, 60.0) == course(original, 60.0));

    const fs::path saved = folder.path() / "new" / "small.drill.json";
    save(document, saved);
    CHECK(course(read_scenario(saved), 60.0) == course(original, 60.0));
    const fs::path workshop_plan = shipped("workshop/workshop.plan.json");
    CHECK(course(scenario_of(read_drill_document(workshop_plan)), 5.0) ==
          course(read_scenario(workshop_plan), 5.0));
}

TEST_CASE("a document with defects is refused when it is read, with all of them") {
    const DrillFolder folder("bad_document");
    json drill = small_drill();
    drill["step"] = 0.03;
    drill["groups"][0]["people"][0]["unit"] = "romo";
    try {
        read_drill_document(folder.write("bad.drill.json", drill));
        FAIL("read");
    } catch (const InputError& error) {
        CHECK(error.problems().size() == 2);
    }
    CHECK_THROWS_AS(read_drill_document(folder.path() / "none.drill.json"), InputError);
}

TEST_CASE("an opening is locked or blocked for the whole drill, whatever the drill had in mind") {
    const DrillFolder folder("document_lock");
    const json others = {{{"at", 9}, {"lock", "exit"}}, {{"at", 7}, {"remove", "desk"}}};
    json events = others;
    events.push_back({{"at", 5}, {"block", "door"}});
    events.push_back({{"at", 30}, {"open", "door"}});
    const DrillDocument document = small_document(folder, events);

    json expected = others;
    expected.push_back({{"at", 0}, {"lock", "door"}, {"announced", false}});
    const DrillDocument locked = after(document, change_of(Change::Kind::lock, "door"));
    CHECK(events_of(locked) == expected);
    // The change of mind replaces the change.
    expected.back() = {{"at", 0}, {"block", "door"}, {"announced", false}};
    const DrillDocument blocked = after(locked, change_of(Change::Kind::block, "door"));
    CHECK(events_of(blocked) == expected);
    CHECK(events_of(after(blocked, change_of(Change::Kind::open, "door"))) == others);
}

TEST_CASE("to open takes an event only where the plan itself locks") {
    const DrillFolder folder("document_open");
    json plan = small_plan();
    feature(plan, "door")["properties"]["evac"]["lock"] = "locked";
    folder.write("small.plan.json", plan);
    const DrillDocument document = small_document(folder, {{{"at", 5}, {"open", "door"}}});
    CHECK(events_of(after(document, change_of(Change::Kind::open, "door"))) ==
          json{{{"at", 0}, {"open", "door"}}});
    const DrillDocument opened = after(document, change_of(Change::Kind::open, "exit"));
    CHECK(events_of(opened) == events_of(document));
}

TEST_CASE("a new thing stands there from the start and goes again without a trace") {
    const DrillFolder folder("document_place");
    const DrillDocument document = read_drill_document(folder.write("a.drill.json", small_drill()));
    const Plan plan = scenario_of(document).plan;
    const std::string id = fresh_thing_id(plan);
    CHECK(id == "thing-1");
    Change change = place_of(Change::Kind::place, id, "hall", box(9.0, 3.0, 1.0, 0.5));
    std::reverse(change.polygon.outer.begin(), change.polygon.outer.end());  // drawn the other way
    change.category = "ebike";
    change.name = untranslated("Bike");
    const DrillDocument placed = after(document, change);

    const Scenario scenario = scenario_of(placed);
    const Fixture& thing = fixture(scenario, id);
    CHECK(scenario.fixture_present == std::vector<char>{1, 1});
    CHECK(area(thing.polygon) == Approx(0.5));
    CHECK(thing.category == "ebike");
    CHECK(thing.movable);
    CHECK(thing.name.in(Language::zh) == "Bike");
    CHECK(unit_of(scenario, id) == "hall");
    CHECK(fresh_thing_id(scenario.plan) == "thing-2");

    CHECK(after(placed, change_of(Change::Kind::remove, id)).json == document.json);
    CHECK(refusal(placed, change).element == id);  // the id is taken
}

TEST_CASE("a thing of the drill is moved with all that is known of it") {
    const DrillFolder folder("document_move");
    const json events = {{{"at", 12}, {"put_down", "crate"}}};
    const DrillDocument document = small_document(folder, events, false);
    // To the landing, a level further up.
    const DrillDocument moved =
        after(document, place_of(Change::Kind::move, "crate", "landing", box(16, 1, 1, 1)));
    const Scenario scenario = scenario_of(moved);
    CHECK(scenario.plan.fixtures.size() == 2);
    CHECK(unit_of(scenario, "crate") == "landing");
    CHECK(fixture(scenario, "crate").name.in(Language::en) == "Crate");
    CHECK(centroid(fixture(scenario, "crate").polygon).isApprox(Vec2(16.5, 1.5)));
    CHECK(scenario.fixture_present == std::vector<char>{1, 0});  // still put down by its event
    CHECK(events_of(moved) == events);
}

TEST_CASE("a thing of the plan is moved by taking it away and putting its like elsewhere") {
    const DrillFolder folder("document_move_of_plan");
    const DrillDocument document = small_document(folder, {{{"at", 30}, {"remove", "desk"}}});
    const DrillDocument moved =
        after(document, place_of(Change::Kind::move, "desk", "hall", box(9, 3, 1, 1)));
    const Scenario scenario = scenario_of(moved);
    const Fixture& desk = fixture(scenario, "desk");
    const Fixture& thing = fixture(scenario, "thing-1");
    CHECK(unit_of(scenario, "desk") == "room");
    CHECK(unit_of(scenario, "thing-1") == "hall");
    CHECK(thing.category == desk.category);
    CHECK(thing.movable == desk.movable);  // unlike other furniture
    CHECK(thing.owner == "class 1");
    CHECK(thing.since == "2024-09-01");
    // What was to become of the desk becomes of its like.
    CHECK(events_of(moved) ==
          json{{{"at", 30}, {"remove", "thing-1"}}, {{"at", 0}, {"remove", "desk"}}});

    const Run drill = run(scenario, 1.0);
    CHECK(drill.fixture_present == std::vector<char>{0, 1, 1});
    CHECK(drill.outcome.placed == 21);

    // It is a thing of the drill now, and is moved as such.
    const DrillDocument again =
        after(moved, place_of(Change::Kind::move, "thing-1", "room", box(4, 3, 1, 1)));
    CHECK(scenario_of(again).plan.fixtures.size() == 3);
    CHECK(unit_of(scenario_of(again), "thing-1") == "room");
    CHECK(events_of(again) == events_of(moved));
}

TEST_CASE("what is removed is gone with its events, a thing of the plan by an event") {
    const DrillFolder folder("document_remove");
    const json events = {{{"at", 12}, {"put_down", "crate"}},
                         {{"at", 20}, {"remove", "crate"}},
                         {{"at", 25}, {"remove", "desk"}},
                         {{"at", 26}, {"put_down", "desk"}}};
    const DrillDocument document = small_document(folder, events, false);

    const DrillDocument without_crate = after(document, change_of(Change::Kind::remove, "crate"));
    CHECK(events_of(without_crate) == json{events[2], events[3]});
    CHECK_FALSE(without_crate.json.contains("fixtures"));

    const DrillDocument without_desk = after(document, change_of(Change::Kind::remove, "desk"));
    CHECK(events_of(without_desk) == json{events[0], events[1], {{"at", 0}, {"remove", "desk"}}});
    CHECK(run(scenario_of(without_desk), 1.0).fixture_present == std::vector<char>{0, 0});
}

TEST_CASE("an opening and a thing of the same id are told apart") {
    const DrillFolder folder("document_same_id");
    json drill = small_drill();
    const DrillDocument document = read_drill_document(folder.write("a.drill.json", drill));
    const DrillDocument locked = after(document, change_of(Change::Kind::lock, "door"));
    const DrillDocument placed =
        after(locked, place_of(Change::Kind::place, "door", "hall", box(9, 3, 1, 1)));
    CHECK(after(placed, change_of(Change::Kind::remove, "door")).json == locked.json);
}

TEST_CASE("a group is led by stairs and exits, or finds its own way again") {
    const DrillFolder folder("document_assign");
    const DrillDocument document = small_document(folder, json::array());
    Change change = change_of(Change::Kind::assign, "class");
    change.stairs = {"east"};
    change.exits = {"exit", "window"};
    const DrillDocument led = after(document, change);
    const Scenario scenario = scenario_of(led);
    CHECK(scenario.groups[0].stairs == std::vector<std::string>{"east"});
    CHECK(scenario.groups[0].exits == std::vector<int>{find_opening(scenario.plan, "exit"),
                                                       find_opening(scenario.plan, "window")});

    const DrillDocument free = after(led, change_of(Change::Kind::assign, "class"));
    CHECK(free.json["groups"] == document.json["groups"]);

    change.stairs = {"esat"};
    CHECK(has(say(Language::en, refusal(document, change)), "did you mean \"east\"?"));
    change.stairs.clear();
    change.exits = {"door"};
    CHECK(has(say(Language::en, refusal(document, change)), "\"door\" is no exit"));
}

TEST_CASE("who keeps the old document can go back") {
    const DrillFolder folder("document_undo");
    const DrillDocument first = small_document(folder, {{{"at", 5}, {"lock", "exit"}}});
    const ordered_json before = first.json;
    DrillDocument last = first;
    for (const Change& change :
         {change_of(Change::Kind::block, "door"), change_of(Change::Kind::remove, "crate"),
          place_of(Change::Kind::move, "desk", "room", box(4, 3, 1, 1))}) {
        last = after(last, change);
    }
    CHECK(last.json != before);
    CHECK(first.json == before);
    CHECK(course(scenario_of(first), 20.0) ==
          course(read_scenario(folder.path() / "small.drill.json"), 20.0));
}

TEST_CASE("a change to something that is not there is refused by name") {
    const DrillFolder folder("document_unknown");
    const DrillDocument document = small_document(folder, json::array());
    for (const Change::Kind kind :
         {Change::Kind::open, Change::Kind::lock, Change::Kind::block, Change::Kind::move,
          Change::Kind::remove, Change::Kind::assign}) {
        const Problem problem =
            refusal(document, place_of(kind, "dragon", "hall", box(9, 3, 1, 1)));
        CHECK(problem.element == "dragon");
        CHECK(problem.file == document.file.string());
        CHECK(has(say(Language::en, problem), "the drill has no \"dragon\""));
    }
    // Each kind looks among its own.
    CHECK(refusal(document, change_of(Change::Kind::lock, "desk")).element == "desk");
    CHECK(refusal(document, change_of(Change::Kind::remove, "door")).element == "door");
}

TEST_CASE("a thing is put down in one unit or not at all") {
    const DrillFolder folder("document_nowhere");
    const DrillDocument document = small_document(folder, json::array());
    const auto refused = [&](const std::string& unit, const Polygon& polygon) {
        const Problem placed =
            refusal(document, place_of(Change::Kind::place, "thing-1", unit, polygon));
        const Problem moved =
            refusal(document, place_of(Change::Kind::move, "crate", unit, polygon));
        CHECK(placed.element == "thing-1");
        CHECK(moved.element == "crate");
        return say(Language::en, placed);
    };
    CHECK(has(refused("", box(50, 3, 1, 1)), "outside of every room"));
    CHECK(has(refused("halll", box(9, 3, 1, 1)), "did you mean \"hall\"?"));
    CHECK(has(refused("hall", box(5.5, 3, 1, 1)), "lie outside the unit hall"));
    CHECK_FALSE(refused("hall", {{{9, 3}, {10, 3}}, {}}).empty());
}

TEST_CASE("the unit around a thing holds all of it, on its own level, and can be walked on") {
    const Plan plan = plan_from_json(small_plan(), "small.plan.json");
    const int ground = find_level(plan, "L0");
    CHECK(unit_around(plan, ground, box(1, 3, 1, 1)) == "room");
    CHECK(unit_around(plan, ground, box(9, 3, 1, 1)) == "hall");
    CHECK(unit_around(plan, ground, box(0, 3, 1, 1)) == "room");        // against the wall
    CHECK(unit_around(plan, ground, box(5.5, 3, 1, 1)).empty());        // through the wall
    CHECK(unit_around(plan, ground, box(7.5, 1.5, 1.4, 1.4)).empty());  // around the column
    CHECK(unit_around(plan, ground, box(50, 3, 1, 1)).empty());         // outside of all
    CHECK(unit_around(plan, ground, box(16, 1, 1, 1)).empty());         // a level further up
    CHECK(unit_around(plan, find_level(plan, "L1"), box(16, 1, 1, 1)) == "landing");
    CHECK(unit_around(plan, ground, {{{1, 3}, {2, 4}, {2, 3}, {1, 4}}, {}}).empty());  // a bow tie
    CHECK(unit_around(plan, ground, box(6.001, 3, 0.02, 0.02)) == "hall");  // small, beside a wall
    CHECK(unit_around(plan, -1, box(1, 3, 1, 1)).empty());
}

TEST_CASE("a saved drill reads back near its plan and far from it") {
    const DrillFolder folder("document_save");
    const DrillFolder far("document_save_far");
    json drill = small_drill();
    drill["$schema"] = "schema/drill.schema.json";
    const DrillDocument document =
        after(read_drill_document(folder.write("small.drill.json", drill)),
              place_of(Change::Kind::place, "thing-1", "hall", box(9, 3, 1, 1)));
    const std::vector<std::uint64_t> expected = course(scenario_of(document), 60.0);
    const auto plan_in = [](const fs::path& file) {
        return read_drill_document(file).json["plan"].get<std::string>();
    };

    const fs::path near = folder.path() / "what-if.drill.json";
    save(document, near);
    CHECK(plan_in(near) == "small.plan.json");
    CHECK(course(read_scenario(near), 60.0) == expected);

    const fs::path below = folder.path() / "a" / "b" / "what-if.drill.json";
    save(document, below);
    CHECK(plan_in(below) == "../../small.plan.json");
    CHECK(read_drill_document(below).json["$schema"] == "../../schema/drill.schema.json");
    CHECK(course(read_scenario(below), 60.0) == expected);

    const fs::path elsewhere = far.path() / "what-if.drill.json";
    save(document, elsewhere);
    CHECK(plan_in(elsewhere) == "../" + folder.path().filename().string() + "/small.plan.json");
    CHECK(course(read_scenario(elsewhere), 60.0) == expected);

    // Saved once more, from there to where it came from.
    save(read_drill_document(elsewhere), near);
    CHECK(plan_in(near) == "small.plan.json");
}

TEST_CASE("a drill saved through a symbolic link finds its plan from both sides") {
    const DrillFolder folder("document_link");
    const fs::path real = folder.path() / "deep" / "real";
    fs::create_directories(real);
    fs::create_directory_symlink(real, folder.path() / "link");
    const DrillDocument document = read_drill_document(folder.write("a.drill.json", small_drill()));
    save(document, folder.path() / "link" / "b.drill.json");
    CHECK_NOTHROW(read_scenario(folder.path() / "link" / "b.drill.json"));
    CHECK_NOTHROW(read_scenario(real / "b.drill.json"));
}

TEST_CASE("a drill is saved whole or not at all") {
    const DrillFolder folder("document_unsaved");
    const DrillDocument document = read_drill_document(folder.write("a.drill.json", small_drill()));
    CHECK_THROWS_AS(save(document, folder.path() / "b.json"), InputError);
    CHECK_THROWS_AS(save(document, "/proc/b.drill.json"), InputError);
    CHECK_FALSE(fs::exists(folder.path() / "b.json"));
    fs::create_directory(folder.path() / "c.drill.json");
    CHECK_THROWS_AS(save(document, folder.path() / "c.drill.json"), InputError);
    CHECK(fs::is_empty(folder.path() / "c.drill.json"));
}

TEST_CASE("to lock the west exit of the workshop sends the turning shop another way") {
    DrillDocument document = read_drill_document(shipped("workshop"));
    ordered_json& groups = document.json["groups"];
    groups = ordered_json::array({groups[0]});  // 45 people, sent to the west exit
    const Plan plan = scenario_of(document).plan;
    const int west = find_opening(plan, "exit-west");
    const DrillDocument locked =
        changed(document, plan, change_of(Change::Kind::lock, "exit-west"));

    const auto through_west = [&](const Run& drill) {
        return std::count_if(drill.outcome.people.begin(), drill.outcome.people.end(),
                             [&](const PersonOutcome& one) { return one.exit_opening == west; });
    };
    const Run before = run(scenario_of(document), 600.0);
    const Run since = run(scenario_of(locked), 600.0);
    CHECK(before.outcome.out == 45);
    CHECK(since.outcome.out == 45);
    CHECK(through_west(before) == 45);
    CHECK(through_west(since) == 0);
    // They find out at the door and walk on: later out, though the way from the south exit to the
    // assembly point is so much shorter that they are there sooner.
    const auto last_out = [](const Run& drill) {
        double last = 0.0;
        for (const PersonOutcome& one : drill.outcome.people) {
            last = std::max(last, one.exit_time);
        }
        return last;
    };
    CAPTURE(last_out(before), last_out(since), before.time, since.time);
    CHECK(std::any_of(since.outcome.people.begin(), since.outcome.people.end(),
                      [](const PersonOutcome& one) { return one.turned_round > 0; }));
    CHECK(last_out(since) > last_out(before) + 10.0);
}
