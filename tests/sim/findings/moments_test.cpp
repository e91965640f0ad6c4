// The captions of a drill, from outcomes made by hand: what is told, when, and what is told once.

#include "sim/findings/moments.hpp"
#include "tests/scenes/blocks.hpp"
#include "tests/scenes/buildings.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace evac;
using Kind = Moment::Kind;

namespace {

Label both(const std::string& en, const std::string& zh) {
    return {{{"en", en}, {"zh", zh}}};
}

/// "corridor" with the exits "west" (index 0, named) and "east" (1), and two crates.
Plan named_corridor() {
    Plan plan = scenes::corridor(20, 2);
    plan.openings[0].name = both("West exit", "西出口");
    plan.openings[1].name = both("East exit", "东出口");
    for (const char* id : {"crate-1", "crate-2"}) {
        scenes::add_fixture(plan, id, scenes::rectangle({4, 0}, {6, 1}), 0);
    }
    plan.fixtures[0].name = both("Crate", "木箱");
    return plan;
}

/// The storeys of dog_leg() with names, an entrance to the staircase on the upper one, "lobby", and
/// a yard.
Plan named_storeys() {
    Plan plan = scenes::dog_leg();
    plan.levels[0].name = both("Floor 1", "一层");
    plan.levels[1].name = both("Floor 2", "二层");
    const int lobby =
        scenes::add_unit(plan, "lobby", "walkway", scenes::rectangle({5, -4}, {8, 0}), 1);
    plan.units[static_cast<std::size_t>(lobby)].stair = "east";
    plan.units[static_cast<std::size_t>(lobby)].name = both("East stair", "东楼梯");
    scenes::add_opening(plan, "lobby_door", {5, -2}, {5, -1}, find_unit(plan, "hall_1"), lobby);
    scenes::add_level(plan, "yard", -1.0);
    plan.levels.back().outdoors = true;
    return plan;
}

struct Drilled {
    Plan plan = named_corridor();
    std::vector<Happening> happenings;
    std::vector<CurvePoint> curve;
    std::vector<Finding> findings;
    int people = 0;
    std::optional<double> first_out;
    std::optional<double> last_out;
    bool whole = true;
    double end = 0.0;
    std::optional<int> left_inside;

    std::vector<Moment> told() const {
        return moments({plan, happenings, curve, findings, people, first_out, last_out, whole, end,
                        left_inside});
    }
};

Happening at(double time, Happening::Kind kind, int element = -1) {
    return {kind, time, element, -1};
}

Finding queue(const Plan& plan, const std::string& element, double time, int people,
              int level = 0) {
    Finding finding;
    finding.kind = FindingKind::queue;
    finding.id = "queue:" + element;
    finding.element = element;
    finding.level = level;
    finding.people = people;
    finding.time = time;
    if (const int opening = find_opening(plan, element); opening >= 0) {
        finding.place = plan.openings[static_cast<std::size_t>(opening)].line.middle();
    }
    return finding;
}

/// Ten people who leave one a second from 5 s to 14 s, each half a second after the last look.
Drilled ten_leave() {
    Drilled drilled;
    drilled.people = 10;
    drilled.first_out = 4.5;
    drilled.last_out = 13.5;
    drilled.end = 20.0;
    for (int t = 0; t <= 20; ++t) {
        const int inside = std::clamp(14 - t, 0, 10);
        drilled.curve.push_back({static_cast<double>(t), inside, {inside}});
    }
    return drilled;
}

std::vector<std::string> lines(const std::vector<Moment>& moments, Language language) {
    std::vector<std::string> lines;
    for (const Moment& moment : moments) {
        lines.push_back(moment.text.in(language));
    }
    return lines;
}

std::vector<Moment> of(Kind kind, std::vector<Moment> moments) {
    moments.erase(std::remove_if(moments.begin(), moments.end(),
                                 [&](const Moment& moment) { return moment.kind != kind; }),
                  moments.end());
    return moments;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a drill is told in order of time and in both languages") {
    Drilled drilled = ten_leave();
    drilled.happenings = {
        at(0.0, Happening::Kind::alarm),       at(1.0, Happening::Kind::locked, 0),
        at(2.0, Happening::Kind::put_down, 0), at(3.0, Happening::Kind::turned_round, 0),
        at(12.0, Happening::Kind::removed, 0), at(12.5, Happening::Kind::opened, 0)};
    drilled.findings = {queue(drilled.plan, "east", 7.0, 57)};
    const std::vector<Moment> told = drilled.told();
    CHECK(lines(told, Language::en) ==
          Lines{"The alarm sounds", "West exit is locked", "Crate is put down",
                "Somebody finds West exit locked and turns round", "The first person is out",
                "Jam at East exit: 57 waiting", "Half are out: 5 of 10", "Crate is taken away",
                "West exit is opened", "All 10 out"});
    CHECK(lines(told, Language::zh) == Lines{"警报响起", "西出口已上锁", "木箱被放下",
                                             "有人发现西出口上锁，折返", "首人撤出",
                                             "东出口处拥堵：57人等候", "半数已撤离：5/10人",
                                             "木箱被移走", "西出口已打开", "10人全部撤离"});
    std::vector<double> times;
    std::vector<Kind> kinds;
    for (const Moment& moment : told) {
        times.push_back(moment.time);
        kinds.push_back(moment.kind);
    }
    CHECK(times == std::vector<double>{0, 1, 2, 3, 4.5, 7, 9, 12, 12.5, 13.5});
    CHECK(kinds == std::vector<Kind>{Kind::alarm, Kind::closed, Kind::thing, Kind::closed,
                                     Kind::first_out, Kind::jam, Kind::half_out, Kind::thing,
                                     Kind::opened, Kind::all_out});
}

TEST_CASE("a moment says where to look, and which finding it is about") {
    Drilled drilled = ten_leave();
    drilled.happenings = {at(1.0, Happening::Kind::blocked, 1),
                          at(2.0, Happening::Kind::put_down, 1)};
    Finding other = queue(drilled.plan, "west", 3.0, 20);
    other.kind = FindingKind::density;
    drilled.findings = {other, queue(drilled.plan, "east", 7.0, 57)};
    const std::vector<Moment> told = drilled.told();
    REQUIRE(told.size() == 6);
    CHECK(told[0].text.in(Language::en) == "East exit is blocked");
    CHECK(told[0].level == 0);
    CHECK(told[0].place == Vec2(20, 1));  // the middle of its line
    CHECK(told[0].finding == -1);
    CHECK(told[1].text.in(Language::en) == "crate-2 is put down");  // has no name
    CHECK(told[1].text.in(Language::zh) == "crate-2被放下");
    CHECK(told[1].place == Vec2(5, 0.5));
    CHECK(told[2].kind == Kind::first_out);
    CHECK_FALSE(told[2].place);
    CHECK(told[2].level == -1);
    CHECK(told[3].kind == Kind::jam);
    CHECK(told[3].finding == 1);
    CHECK(told[3].level == 0);
    CHECK(told[3].place == Vec2(20, 1));
}

TEST_CASE("what happens to several doors or things within a second is told once") {
    Drilled drilled;
    const auto told = [&](std::vector<Happening> happenings) {
        drilled.happenings = std::move(happenings);
        return drilled.told();
    };
    using Happened = Happening::Kind;
    const std::vector<Moment> locked =
        told({at(5.0, Happened::locked, 0), at(5.9, Happened::locked, 1)});
    REQUIRE(locked.size() == 1);
    CHECK(locked[0].text.in(Language::en) == "2 doors locked");
    CHECK(locked[0].text.in(Language::zh) == "2个门口已上锁");
    CHECK(locked[0].time == 5.0);
    CHECK(locked[0].level == 0);   // both are there
    CHECK_FALSE(locked[0].place);  // but in two places
    CHECK(told({at(5.9, Happened::locked, 0), at(6.0, Happened::locked, 1)}).size() == 2);
    const auto line = [&](std::vector<Happening> happenings) {
        const std::vector<Moment> all = told(std::move(happenings));
        return all.size() == 1 ? all[0].text.in(Language::en) : std::to_string(all.size());
    };
    CHECK(line({at(5, Happened::blocked, 0), at(5, Happened::blocked, 1)}) == "2 doors blocked");
    CHECK(line({at(5, Happened::locked, 0), at(5, Happened::blocked, 1)}) ==
          "2 doors locked or blocked");
    CHECK(line({at(5, Happened::opened, 0), at(5, Happened::opened, 1)}) == "2 doors opened");
    CHECK(line({at(5, Happened::put_down, 0), at(5, Happened::put_down, 1)}) ==
          "2 things put down");
    CHECK(line({at(5, Happened::removed, 0), at(5, Happened::removed, 1)}) ==
          "2 things taken away");
    CHECK(line({at(5, Happened::put_down, 0), at(5, Happened::removed, 1)}) ==
          "2 things put down or taken away");
    CHECK(line({at(5, Happened::turned_round, 0), at(5, Happened::turned_round, 1)}) ==
          "People find 2 doors closed and turn round");
    // The same door twice is one door; a door and a thing are two pieces of news.
    CHECK(line({at(5, Happened::locked, 0), at(5, Happened::locked, 0)}) == "West exit is locked");
    CHECK(line({at(5, Happened::locked, 0), at(5, Happened::put_down, 0)}) == "2");
    CHECK(line({at(5, Happened::alarm), at(5.5, Happened::alarm)}) == "The alarm sounds");
}

TEST_CASE("of those who turn round at a closed opening only the first is told of") {
    Drilled drilled;
    // What was done to the west exit last counts.
    drilled.happenings = {
        at(0, Happening::Kind::blocked, 0),       at(0, Happening::Kind::locked, 0),
        at(0, Happening::Kind::opened, 1),        at(8, Happening::Kind::turned_round, 0),
        at(9, Happening::Kind::turned_round, 0),  at(10, Happening::Kind::blocked, 1),
        at(15, Happening::Kind::turned_round, 1), at(16, Happening::Kind::turned_round, 0)};
    const std::vector<Moment> told = drilled.told();
    CHECK(lines(told, Language::en) == Lines{"West exit is locked", "East exit is opened",
                                             "Somebody finds West exit locked and turns round",
                                             "East exit is blocked",
                                             "Somebody finds East exit blocked and turns round"});
    CHECK(told[2].time == 8.0);
    CHECK(told[2].place == Vec2(0, 1));
    CHECK(told[4].text.in(Language::zh) == "有人发现东出口堵塞，折返");
}

TEST_CASE("happenings about nothing in the plan are passed over") {
    Drilled drilled;
    drilled.happenings = {at(1, Happening::Kind::locked, -1), at(1, Happening::Kind::locked, 2),
                          at(1, Happening::Kind::put_down, 2), at(1, Happening::Kind::stuck, 0)};
    CHECK(drilled.told().empty());
}

TEST_CASE("a place jams once, when its queue is longest") {
    Drilled drilled;
    const Plan& plan = drilled.plan;
    drilled.findings = {queue(plan, "west", 30.0, 40), queue(plan, "west", 20.0, 60),
                        queue(plan, "west", 50.0, 60), queue(plan, "east", 40.0, 12)};
    const std::vector<Moment> told = drilled.told();
    REQUIRE(told.size() == 2);
    CHECK(told[0].text.in(Language::en) == "Jam at West exit: 60 waiting");
    CHECK(told[0].time == 20.0);
    CHECK(told[0].finding == 1);
    CHECK(told[1].text.in(Language::en) == "Jam at East exit: 12 waiting");
}

TEST_CASE("of places that jam in the same second the longest queue is told") {
    Drilled drilled;
    drilled.findings = {queue(drilled.plan, "west", 30.0, 40),
                        queue(drilled.plan, "east", 30.0, 41)};
    const std::vector<Moment> told = drilled.told();
    REQUIRE(told.size() == 1);
    CHECK(told[0].text.in(Language::en) == "Jam at East exit: 41 waiting; 1 more");
    CHECK(told[0].text.in(Language::zh) == "东出口处拥堵：41人等候，另有1处");
    CHECK(told[0].finding == 1);
}

TEST_CASE("queues beside things and in units are jams, those without a time are not") {
    Drilled drilled;
    drilled.findings = {
        queue(drilled.plan, "crate-1", 30.0, 40), queue(drilled.plan, "corridor", 35.0, 20),
        queue(drilled.plan, "elsewhere", 40.0, 15, -1), queue(drilled.plan, "west", 45.0, 30)};
    drilled.findings[3].time.reset();
    CHECK(lines(drilled.told(), Language::en) == Lines{"Jam at Crate: 40 waiting",
                                                       "Jam at corridor: 20 waiting",
                                                       "Jam at elsewhere: 15 waiting"});
    CHECK(drilled.told()[2].level == -1);
}

TEST_CASE("all of a staircase on one level is one place, called as people know it") {
    Drilled drilled;
    drilled.plan = named_storeys();
    // A flight, a mid landing's opening and the landing lie on L0; the lobby on L1.
    drilled.findings = {
        queue(drilled.plan, "turn_a", 30.0, 40), queue(drilled.plan, "flight_b", 32.0, 50),
        queue(drilled.plan, "lobby", 45.0, 25, 1), queue(drilled.plan, "lobby_door", 60.0, 12, 1)};
    const std::vector<Moment> told = drilled.told();
    CHECK(lines(told, Language::en) ==
          Lines{"Jam at flight_b: 50 waiting",  // no way in on this level bears a name
                "Jam at Floor 2 East stair: 25 waiting", "Jam at lobby_door: 12 waiting"});
    CHECK(told[1].text.in(Language::zh) == "二层东楼梯处拥堵：25人等候");
    CHECK(told[1].level == 1);
}

TEST_CASE("an opening at capacity is told where it does not jam") {
    Drilled drilled;
    drilled.findings = {queue(drilled.plan, "west", 30.0, 40), queue(drilled.plan, "west", 10.0, 5),
                        queue(drilled.plan, "east", 12.0, 5)};
    drilled.findings[1].kind = FindingKind::at_capacity;
    drilled.findings[2].kind = FindingKind::at_capacity;
    const std::vector<Moment> told = drilled.told();
    CHECK(lines(told, Language::en) ==
          Lines{"East exit: no more can pass at a time", "Jam at West exit: 40 waiting"});
    CHECK(told[0].kind == Kind::finding);
    CHECK(told[0].finding == 2);
    CHECK(told[0].time == 12.0);
}

TEST_CASE("a level is clear when its last person has left for good") {
    Drilled drilled;
    drilled.plan = named_storeys();
    REQUIRE(drilled.plan.levels.size() == 3);
    drilled.people = 9;
    drilled.last_out = 40.0;
    drilled.end = 40.0;
    // Level 0 stands empty at 10 s, but those from above come through. The yard is no storey.
    drilled.curve = {{0, 9, {2, 5, 2}},
                     {10, 5, {0, 5, 0}},
                     {20, 5, {4, 1, 0}},
                     {30, 3, {3, 0, 0}},
                     {40, 0, {0, 0, 0}}};
    const std::vector<Moment> clear = of(Kind::level_clear, drilled.told());
    REQUIRE(clear.size() == 1);  // that the last level is clear, "All 9 out" says
    CHECK(clear[0].text.in(Language::en) == "Floor 2 is clear");
    CHECK(clear[0].text.in(Language::zh) == "二层已清空");
    CHECK(clear[0].time == 30.0);
    CHECK(clear[0].level == 1);
    // The log of the drill knows it better than the curve.
    drilled.happenings = {at(29.35, Happening::Kind::level_clear, 1)};
    REQUIRE(of(Kind::level_clear, drilled.told()).size() == 1);
    CHECK(of(Kind::level_clear, drilled.told())[0].time == 29.35);
}

TEST_CASE("a level with nobody at the start, or somebody at the end, is not called clear") {
    Drilled drilled;
    drilled.plan = named_storeys();
    drilled.people = 5;
    drilled.end = 20.0;
    drilled.curve = {{0, 5, {0, 5, 0}}, {10, 5, {4, 1, 0}}, {20, 1, {0, 1, 0}}};
    CHECK(of(Kind::level_clear, drilled.told()).empty());
    CHECK(lines(of(Kind::left_inside, drilled.told()), Language::en) == Lines{"1 still inside"});
}

TEST_CASE("levels that are clear in the same second are told of together") {
    Drilled drilled;
    drilled.plan = named_storeys();
    drilled.people = 5;
    drilled.end = 20.0;
    drilled.curve = {{0, 5, {2, 2, 1}}, {10, 1, {0, 0, 1}}, {20, 1, {0, 0, 1}}};
    const std::vector<Moment> clear = of(Kind::level_clear, drilled.told());
    REQUIRE(clear.size() == 1);
    CHECK(clear[0].text.in(Language::en) == "2 levels are clear");
    CHECK(clear[0].text.in(Language::zh) == "2个楼层已清空");
    CHECK(clear[0].level == -1);
}

TEST_CASE("who is left inside is told at the end of a whole drill only") {
    Drilled drilled = ten_leave();
    drilled.curve.resize(12);  // to 11 s: 3 inside
    drilled.last_out = 10.5;
    drilled.end = 60.0;
    const std::vector<Moment> told = drilled.told();
    REQUIRE_FALSE(told.empty());
    CHECK(told.back().kind == Kind::left_inside);
    CHECK(told.back().text.in(Language::en) == "3 still inside");
    CHECK(told.back().text.in(Language::zh) == "仍有3人在内");
    CHECK(told.back().time == 60.0);
    CHECK(of(Kind::all_out, told).empty());
    drilled.whole = false;
    CHECK(lines(drilled.told(), Language::en) ==
          Lines{"The first person is out", "Half are out: 5 of 10"});
}

TEST_CASE("where the curve misses the last to leave, the count left inside decides") {
    Drilled drilled = ten_leave();
    drilled.curve.resize(14);  // to 13 s: one inside, who leaves at 13.5 s
    drilled.end = 13.5;
    const std::vector<Moment> unsure = drilled.told();
    CHECK(of(Kind::all_out, unsure).empty());
    CHECK(of(Kind::left_inside, unsure).empty());
    drilled.left_inside = 0;
    CHECK(lines(of(Kind::all_out, drilled.told()), Language::en) == Lines{"All 10 out"});
    CHECK(drilled.told().back().time == 13.5);
    drilled.left_inside = 1;
    CHECK(of(Kind::all_out, drilled.told()).empty());
    CHECK(lines(of(Kind::left_inside, drilled.told()), Language::en) == Lines{"1 still inside"});
}

TEST_CASE("a record that breaks off after all are out has the time from its curve") {
    Drilled drilled = ten_leave();
    drilled.whole = false;
    drilled.last_out.reset();
    const std::vector<Moment> out = of(Kind::all_out, drilled.told());
    REQUIRE(out.size() == 1);
    CHECK(out[0].time == 14.0);
}

TEST_CASE("one person is out once, and a drill without people has nothing to tell") {
    Drilled drilled;
    drilled.people = 1;
    drilled.first_out = 5.2;
    drilled.last_out = 5.2;
    drilled.curve = {{0, 1, {1}}, {5, 1, {1}}, {6, 0, {0}}};
    drilled.end = 6.0;
    CHECK(lines(drilled.told(), Language::en) == Lines{"The only person is out"});
    CHECK(Drilled{}.told().empty());
}

TEST_CASE("a caption with a long name is cut to fit, between letters") {
    Drilled drilled;
    drilled.plan.openings[0].name =
        both("West stair, Floor 1 mid landing, lower flight, inner side",
             "西楼梯一层休息平台下段靠内侧的一扇非常宽大的双开防火门");
    drilled.happenings = {at(1, Happening::Kind::locked, 0),
                          at(2, Happening::Kind::turned_round, 0)};
    const std::vector<Moment> told = drilled.told();
    REQUIRE(told.size() == 2);
    CHECK(told[1].text.in(Language::en) ==
          "Somebody finds West stair, Floor 1 … locked and turns round");
    CHECK(told[1].text.in(Language::en).size() <= 62);  // the ellipsis has three bytes
    // 20 letters, the ellipsis and 9 of the sentence: 30.
    CHECK(told[1].text.in(Language::zh) ==
          "有人发现西楼梯一层休息平台下段靠内侧的一扇非常宽…上锁，折返");
    // Its 27 letters and the 3 of the sentence just fit.
    CHECK(told[0].text.in(Language::zh) ==
          drilled.plan.openings[0].name.in(Language::zh) + "已上锁");
}
