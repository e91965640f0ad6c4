#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

#include <array>

namespace evac::drawing {

namespace {

constexpr const char* guideline = "RiMEA guideline 4.1.1, annex 1, ";

// ---- 8: three storeys of cabins ---------------------------------------------------------------

constexpr double room_width = 2.0;
constexpr double room_depth = 3.0;
constexpr double corridor_width = 2.0;
constexpr double row_end = 22.0;    // of the longest row
constexpr double hall_from = 16.0;  // the short rows in the middle end here

struct Row {
    const char* id;
    int rooms;
    double south;
    double door;      // y of the wall between the rooms and their corridor
    bool corridor_a;  // else b
};

/// Four rows of rooms along two corridors that a hall joins in the east; returns that hall.
int add_storey(Plan& plan, int level, int ground_rooms) {
    const std::string at = plan.levels[static_cast<std::size_t>(level)].id + "-";
    const auto add = [&](const std::string& id, const std::string& category, const Rect& area) {
        return add_unit(plan, level, at + id, {}, category, area);
    };
    const int a = add("corridor-a", "walkway", {0.0, 3.0, row_end, 5.0});
    const int b = add("corridor-b", "walkway", {0.0, 11.0, row_end, 13.0});
    const int hall = add("hall", "walkway", {hall_from, 5.0, row_end, 11.0});
    add_way(plan, at + "hall-a", a, hall, level_line(5.0, hall_from, row_end));
    add_way(plan, at + "hall-b", b, hall, level_line(11.0, hall_from, row_end));
    const std::array<Row, 4> rows{{{"row-1", ground_rooms, 0.0, 3.0, true},
                                   {"row-2", 8, 5.0, 5.0, true},
                                   {"row-3", 8, 8.0, 11.0, false},
                                   {"row-4", 11, 13.0, 13.0, false}}};
    for (const Row& row : rows) {
        for (int i = 0; i < row.rooms; ++i) {
            const double west = i * room_width;
            const std::string id = fmt::format("{}-{}", row.id, i + 1);
            const int room =
                add(id, "room", {west, row.south, west + room_width, row.south + room_depth});
            add_way(plan, at + id + "-door", room, row.corridor_a ? a : b,
                    level_line(row.door, west + 0.5, west + 1.5));
        }
    }
    return hall;
}

Plan cabins() {
    Plan plan = bare_plan("three-storeys", "Three storeys of cabins", "三层客舱");
    plan.levels.clear();
    std::vector<int> levels;
    for (int storey = 0; storey < 3; ++storey) {
        levels.push_back(
            add_level(plan, fmt::format("L{}", storey),
                      both(fmt::format("Storey {}", storey), fmt::format("第{}层", storey + 1)),
                      storey, 3.0 * storey));
    }
    std::vector<int> halls;
    for (const int level : levels) {
        halls.push_back(add_storey(plan, level, level == 0 ? 9 : 11));
    }
    DogLegStair stair;
    stair.id = "stair";
    stair.name = both("Stair", "楼梯");
    stair.corner = Vec2(row_end, 5.0);
    stair.risers_per_flight = 10;
    stair.steps = {0.15, 0.3};
    const std::vector<int> landings = add_dog_leg_stair(plan, stair, levels);
    for (std::size_t i = 0; i < landings.size(); ++i) {
        add_way(plan, fmt::format("L{}-stair-gap", i), halls[i], landings[i],
                upright(row_end, 5.0, 7.0));
    }
    const int entrance = add_unit(plan, 0, "L0-entrance", {}, "lobby", {18.0, 0.0, row_end, 3.0});
    add_way(plan, "entrance-gap", find_unit(plan, "L0-corridor-a"), entrance,
            level_line(3.0, 18.0, row_end));
    add_way_out(plan, "exit", entrance, level_line(0.0, 19.0, 21.0));
    return plan;
}

CaseFolder parameters() {
    CaseFolder one = case_in(
        "rimea", "rimea-08", both("Parameter study", "参数研究"),
        std::string(guideline) + "test 8, figure 7",
        both("Three storeys of rooms of 2 m by 3 m with 4 persons each, 448 in all; one stair, one "
             "exit; all at 0.5, 0.75 and 1.0 m/s, then 0.75 m/s with a spread",
             "三层2米×3米房间，每间4人，共448人；一部楼梯、一个出口；速度0.5、0.75、1.0米/"
             "秒，再加离散"));
    one.plans.push_back(cabins());
    Json drill = drill_in("rimea-08", both("Three storeys leave", "三层疏散"),
                          "three-storeys.plan.json", 2400.0, 1.0);
    drill["profiles"].push_back(walker("walker", 0.75));
    drill["groups"].push_back(
        {{"id", "all"}, {"people", {{{"category", "room"}, {"profile", "walker"}, {"count", 4}}}}});
    one.drills.push_back(drill);
    const auto run = [&](const std::string& id, const Json& speed) {
        add_run(one, id, "rimea-08.drill.json",
                Json::array({put("/profiles/0/free_speed", speed)}));
        measure(one, "t-" + id, id, "time_out", "s");
    };
    run("slow", 0.5);
    run("middle", 0.75);
    run("fast", 1.0);
    run("spread", {{"uniform", {0.5, 1.0}}});
    expect_increasing(one, {"t-fast", "t-middle", "t-slow"},
                      both("our reading: the faster the people, the shorter the time",
                           "本项目的理解：速度越快，时间越短"));
    return one;
}

// ---- 9: a large public space ------------------------------------------------------------------

CaseFolder public_space() {
    CaseFolder one = case_in("rimea", "rimea-09",
                             both("A crowd leaves a large public space", "人群离开大型公共空间"),
                             std::string(guideline) + "test 9, figure 8",
                             both("Hall of 20 m by 20 m, 1000 persons, four doors of 1 m 2 m from "
                                  "the corners; then those "
                                  "of one wall locked",
                                  "大厅20米×20米，1000人，四个1米门距墙角2米；再锁闭一面墙的两门"));
    Plan plan = bare_plan("public-space", "Hall of 20 m by 20 m", "20米×20米大厅");
    const int hall = add_floor(plan, "hall", {0.0, 0.0, 20.0, 20.0}, 0.0, "room");
    add_way_out(plan, "south-west", hall, level_line(0.0, 2.0, 3.0));
    add_way_out(plan, "south-east", hall, level_line(0.0, 17.0, 18.0));
    add_way_out(plan, "north-west", hall, level_line(20.0, 2.0, 3.0));
    add_way_out(plan, "north-east", hall, level_line(20.0, 17.0, 18.0));
    one.plans.push_back(plan);
    Json drill = drill_in("rimea-09", both("A thousand leave a hall", "千人离开大厅"),
                          "public-space.plan.json", 1200.0, 2.0);
    drill["profiles"].push_back(walker("walker", 1.33));
    drill["groups"].push_back(group_in("all", "hall", "walker", 1000));
    one.drills.push_back(drill);
    add_run(one, "four", "rimea-09.drill.json");
    add_run(
        one, "two", "rimea-09.drill.json",
        Json::array({put("/events", {{{"at", 0}, {"block", "north-west"}, {"announced", true}},
                                     {{"at", 0}, {"block", "north-east"}, {"announced", true}}})}));
    measure(one, "t-four", "four", "time_out", "s");
    measure(one, "t-two", "two", "time_out", "s");
    derive(one, "ratio", "ratio", {"t-two", "t-four"}, "");
    expect_increasing(one, {"t-four", "t-two"},
                      both("about doubled; no criterion for exclusion, says the guideline",
                           "约增至两倍；指南注明不作为否决条件"));
    expect_within(one, "ratio", 1.8, 2.2,
                  both("doubled; the 10 % are ours", "增至两倍；±10%为自定容差"));
    return one;
}

// ---- 10: allocation of escape routes ----------------------------------------------------------

CaseFolder allocation() {
    CaseFolder one = case_in(
        "rimea", "rimea-10", both("Allocation of escape routes", "疏散路线分配"),
        std::string(guideline) + "test 10, figure 9",
        both(
            "Corridor of 1 m with 12 rooms, 23 persons; rooms 1-4 and 7-10 to the main exit, 5, 6, "
            "11 and 12 to the secondary one",
            "1米宽走廊两侧12间房，23人；1至4及7至10房走主出口，5、6、11、12房走次出口"),
        true);
    Plan plan = bare_plan("twelve-rooms", "Twelve rooms on a corridor", "走廊两侧12间房");
    constexpr double widths[] = {1.5, 1.5, 1.2, 1.5, 1.5, 1.5};
    constexpr double end = 8.7;
    const int corridor = add_floor(plan, "corridor", {0.0, 0.0, end, 1.0});
    Json to_main = Json::array();
    Json to_secondary = Json::array();
    for (const bool north : {true, false}) {
        double west = 0.0;
        for (int i = 0; i < 6; ++i) {
            const int number = i + 1 + (north ? 0 : 6);
            const std::string id = fmt::format("room-{}", number);
            const double east = west + widths[i];
            const double y = north ? 1.0 : 0.0;
            const int room = add_floor(
                plan, id, north ? Rect{west, 1.0, east, 6.0} : Rect{west, -5.0, east, 0.0}, 0.0,
                "room");
            // Room 3 is the way to the main exit.
            const double half = number == 3 ? 0.6 : 0.45;
            const double middle = 0.5 * (west + east);
            add_way(plan, id + "-door", room, corridor,
                    level_line(y, middle - half, middle + half));
            if (number == 3) {
                add_way_out(plan, "exit-main", room, level_line(6.0, west, east));
            }
            const bool secondary = i >= 4;
            (secondary ? to_secondary : to_main)
                .push_back(people_in(id, "walker", number == 3 ? 1 : 2));
            west = east;
        }
    }
    add_way_out(plan, "exit-secondary", corridor, upright(end, 0.0, 1.0));
    one.plans.push_back(plan);
    Json drill = drill_in("rimea-10", both("Each by the exit given to it", "按分配出口疏散"),
                          "twelve-rooms.plan.json", 120.0, 10.0);
    drill["profiles"].push_back(walker("walker", 1.33));
    drill["groups"] = {
        {{"id", "main"}, {"people", to_main}, {"exits", {"exit-main"}}},
        {{"id", "secondary"}, {"people", to_secondary}, {"exits", {"exit-secondary"}}}};
    one.drills.push_back(drill);
    add_run(one, "walk", "rimea-10.drill.json");
    measure(one, "by-main", "walk", "left_by", "", {{"of", "exit-main"}, {"group", "main"}});
    measure(one, "by-secondary", "walk", "left_by", "",
            {{"of", "exit-secondary"}, {"group", "secondary"}});
    measure(one, "all-main", "walk", "left_by", "", {{"of", "exit-main"}});
    measure(one, "all-secondary", "walk", "left_by", "", {{"of", "exit-secondary"}});
    const Label says = both("15 by the main exit, 8 by the secondary one, nobody else there",
                            "主出口15人、次出口8人，不得混用");
    expect_within(one, "by-main", 15.0, 15.0, says);
    expect_within(one, "by-secondary", 8.0, 8.0, says);
    expect_within(one, "all-main", 15.0, 15.0, says);
    expect_within(one, "all-secondary", 8.0, 8.0, says);
    return one;
}

// ---- 11: choice of the escape route -----------------------------------------------------------

CaseFolder choice() {
    CaseFolder one = case_in(
        "rimea", "rimea-11", both("Choice of the escape route", "疏散路线选择"),
        std::string(guideline) + "test 11, figure 10",
        both("Room of 30 m by 20 m, 1000 persons filled in from the left, two exits of 1 m in the "
             "same wall at 22 m and 28 m",
             "房间30米×20米，1000人自左侧密集布置，同侧墙22米、28米处各一个1米出口"));
    Plan plan = bare_plan("two-exits", "Room with two exits in one wall", "同侧两出口房间");
    constexpr double filled = 14.0;  // 1000 persons at 3.6 1/m2
    const int left = add_floor(plan, "left", {0.0, 0.0, filled, 20.0}, 0.0, "room");
    const int right = add_floor(plan, "right", {filled, 0.0, 30.0, 20.0}, 0.0, "room");
    add_way(plan, "across", left, right, upright(filled, 0.0, 20.0));
    add_way_out(plan, "exit-near", right, level_line(20.0, 21.5, 22.5));
    add_way_out(plan, "exit-far", right, level_line(20.0, 27.5, 28.5));
    one.plans.push_back(plan);
    Json drill = drill_in("rimea-11", both("Near exit or far exit", "近出口或远出口"),
                          "two-exits.plan.json", 1200.0, 2.0);
    drill["profiles"].push_back(walker("walker", 1.33));
    drill["groups"].push_back(group_in("all", "left", "walker", 1000));
    one.drills.push_back(drill);
    add_run(one, "walk", "rimea-11.drill.json");
    measure(one, "near", "walk", "left_by", "", {{"of", "exit-near"}});
    measure(one, "far", "walk", "left_by", "", {{"of", "exit-far"}});
    measure(one, "time", "walk", "time_out", "s");
    expect_at_least(one, "far", 1.0, both("some use the far exit", "有人使用远出口"));
    expect_increasing(one, {"far", "near"}, both("most use the near exit", "多数使用近出口"));
    return one;
}

}  // namespace

CaseFolders rimea_function() {
    return {parameters(), public_space(), allocation(), choice()};
}

}  // namespace evac::drawing
