#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

constexpr const char* circular = "IMO MSC.1/Circ.1533, annex 3, appendix 2, ";

std::string test(int number) {
    return fmt::format("{}test {}", circular, number);
}

/// Males of 30 to 50 years (table 3.4).
Json test_person(const std::string& id) {
    return walker(id, {{"uniform", {0.97, 1.62}}});
}

CaseFolder lone_walk(int number, const Label& title, const Label& setup, const std::string& drill,
                     const std::string& from, const Json& patch, double seconds) {
    CaseFolder one =
        case_in("imo", fmt::format("imo-{:02d}", number), title, test(number), setup, true);
    add_run(one, "walk", drill, patch);
    measure(one, "begun", "walk", "unit_empty", "s", {{"of", from}});
    measure(one, "ended", "walk", "unit_empty", "s", {{"of", "way"}});
    derive(one, "time", "difference", {"ended", "begun"}, "s");
    expect_within(one, "time", 0.95 * seconds, 1.05 * seconds,
                  both(fmt::format("{:g} s; 5 % of the speed, as RiMEA allows", seconds),
                       fmt::format("{:g}秒；速度允许5%偏差（同RiMEA）", seconds)));
    return one;
}

CaseFolder exit_flow() {
    CaseFolder one = case_in("imo", "imo-04", both("Exit flow rate", "出口流量"), test(4),
                             both("Room of 8 m by 5 m, exit of 1 m, 100 persons; with the flow "
                                  "that codes design with, and "
                                  "as calibrated by experiments",
                                  "房间8米×5米，出口1米，100人；规范设计流量与实验标定流量各一"),
                             true);
    Json drill = drill_in("imo-04", both("A hundred leave a room", "百人离开房间"),
                          "../../rimea/rimea-05/room-8x5.plan.json", 200.0, 10.0);
    drill["flow"] = "design";
    drill["profiles"].push_back(test_person("walker"));
    drill["groups"].push_back(group_in("all", "room", "walker", 100));
    one.drills.push_back(drill);
    add_run(one, "design", "imo-04.drill.json");
    add_run(one, "calibrated", "imo-04.drill.json", Json::array({put("/flow", "calibrated")}));
    for (const std::string run : {"design", "calibrated"}) {
        // A step before the exit: behind it nobody is seen any more.
        measure(one, "flow-" + run, run, "flow", "1/s",
                {{"line", eastward(7.9, 1.5, 3.5)}, {"from", 0.0}, {"to", 1.0}});
        measure(one, "time-" + run, run, "time_out", "s");
    }
    expect_at_most(one, "flow-design", 1.33,
                   both("1.33 persons/s over the whole period", "全程不超过1.33人/秒"));
    return one;
}

CaseFolder reaction() {
    CaseFolder one =
        case_in("imo", "imo-05", both("Response duration", "反应时间"), test(5),
                both("Room of 8 m by 5 m, 10 persons, response evenly from 10 to 100 s",
                     "房间8米×5米，10人，反应时间10至100秒均匀分布"),
                true);
    add_run(one, "walk", "../../rimea/rimea-05/rimea-05.drill.json");
    measure(one, "error", "walk", "start_error", "s");
    expect_at_most(one, "error", 0.5, both("each starts at its own time", "每人在各自时刻起步"));
    return one;
}

CaseFolder corner() {
    CaseFolder one =
        case_in("imo", "imo-06", both("Rounding corners", "绕转角"), test(6),
                both("Corner of corridors of 2 m, 20 persons", "宽2米走廊转角，20人"), true);
    add_run(one, "walk", "../../rimea/rimea-06/rimea-06.drill.json");
    measure(one, "inside", "walk", "still_inside", "");
    measure(one, "in-walls", "walk", "outside_floor", "");
    expect_at_most(one, "inside", 0.0, both("all get round", "全部通过"));
    expect_at_most(one, "in-walls", 0.0, both("nobody goes through walls", "无人穿墙"));
    return one;
}

CaseFolder demography() {
    CaseFolder one = case_in(
        "imo", "imo-07", both("Assignment of population demographics", "人群参数分配"), test(7),
        both("50 males of 30 to 50 years, six seeds", "50名30至50岁男性，六个种子"), true);
    Json drill = drill_in("imo-07", both("Fifty males", "50名男性"),
                          "../../rimea/rimea-07/hall-20.plan.json", 1.0, 10.0);
    drill["profiles"].push_back(test_person("males-30-50"));
    drill["groups"].push_back(group_in("all", "hall", "males-30-50", 50));
    one.drills.push_back(drill);
    add_run(one, "draw", "imo-07.drill.json", nullptr, 6);
    for (const char* stat : {"mean", "deviation", "min", "max", "ks"}) {
        measure(one, stat, "draw", "property", std::string(stat) == "ks" ? "" : "m/s",
                {{"of", "free_speed"}, {"stat", stat}});
    }
    const Label says = both("0.97 to 1.62 m/s (table 3.4)", "0.97至1.62米/秒（表3.4）");
    expect_at_least(one, "min", 0.97, says);
    expect_at_most(one, "max", 1.62, says);
    // Three standard errors of 300 people drawn evenly: mean 1.295, deviation 0.188 m/s.
    const Label moments = both(
        "1.295 and 0.188 m/s, as of an even distribution over the table's "
        "range; three standard errors of 300 people",
        "均匀分布的均值1.295与标准差0.188米/秒；300人的三倍标准误差");
    expect_within(one, "mean", 1.262, 1.328, moments);
    expect_within(one, "deviation", 0.173, 0.203, moments);
    expect_at_least(one, "ks", 0.05, drawn_as_told);
    return one;
}

CaseFolder counterflow() {
    CaseFolder one = case_in(
        "imo", "imo-08",
        both("Counterflow: two rooms joined by a corridor", "对向人流：两室以走廊相连"), test(8),
        both("Rooms of 10 m by 10 m, corridor of 10 m by 2 m; 100 persons cross against 0, 10, 50 "
             "and "
             "100",
             "两个10米×10米房间，走廊10米×2米；100人与0、10、50、100人对向"));
    Plan plan = bare_plan("two-rooms", "Two rooms joined by a corridor", "走廊相连的两个房间");
    const int first = add_floor(plan, "room-1", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    const int corridor = add_floor(plan, "corridor", {10.0, 4.0, 20.0, 6.0});
    const int second = add_floor(plan, "room-2", {20.0, 0.0, 30.0, 10.0}, 0.0, "room");
    add_way(plan, "door-1", first, corridor, upright(10.0, 4.0, 6.0));
    add_way(plan, "door-2", corridor, second, upright(20.0, 4.0, 6.0));
    add_way_out(plan, "exit-1", first, upright(0.0, 0.0, 10.0));
    add_way_out(plan, "exit-2", second, upright(30.0, 0.0, 10.0));
    one.plans.push_back(plan);
    Json drill = drill_in("imo-08", both("Against one another", "相向而行"), "two-rooms.plan.json",
                          600.0, 5.0);
    drill["profiles"].push_back(test_person("walker"));
    Json there = group_in("there", "room-1", "walker", 100);
    there["exits"] = {"exit-2"};
    Json back = group_in("back", "room-2", "walker", 0);
    back["exits"] = {"exit-1"};
    drill["groups"] = {there, back};
    one.drills.push_back(drill);
    std::vector<std::string> times;
    for (const int against : {0, 10, 50, 100}) {
        const std::string id = fmt::format("against-{}", against);
        add_run(one, id, "imo-08.drill.json",
                Json::array({put("/groups/1/people/0/count", against)}));
        times.push_back(fmt::format("t-{}", against));
        measure(one, times.back(), id, "unit_empty", "s", {{"of", "corridor"}, {"group", "there"}});
        measure(one, fmt::format("inside-{}", against), id, "still_inside", "");
        expect_at_most(one, fmt::format("inside-{}", against), 0.0,
                       both("all get through", "全部通过"));
    }
    expect_increasing(one, times,
                      both("the more come against them, the later the last is through",
                           "对向人数越多，最后一人通过越晚"));
    return one;
}

CaseFolder public_room() {
    CaseFolder one = case_in(
        "imo", "imo-09", both("Crowd leaving a large public room", "人群离开大型公共舱室"), test(9),
        both("Room of 30 m by 20 m, 1000 persons, four exits of 1 m; then two of them closed",
             "30米×20米舱室，1000人，四个1米出口；再关闭其中两个"));
    Plan plan = bare_plan("public-room", "Public room of 30 m by 20 m", "30米×20米公共舱室");
    const int room = add_floor(plan, "room", {0.0, 0.0, 30.0, 20.0}, 0.0, "room");
    add_way_out(plan, "south-west", room, level_line(0.0, 4.5, 5.5));
    add_way_out(plan, "south-east", room, level_line(0.0, 24.5, 25.5));
    add_way_out(plan, "north-west", room, level_line(20.0, 4.5, 5.5));
    add_way_out(plan, "north-east", room, level_line(20.0, 24.5, 25.5));
    one.plans.push_back(plan);
    Json drill = drill_in("imo-09", both("A thousand leave a public room", "千人离开公共舱室"),
                          "public-room.plan.json", 1200.0, 2.0);
    drill["profiles"].push_back(test_person("walker"));
    drill["groups"].push_back(group_in("all", "room", "walker", 1000));
    one.drills.push_back(drill);
    add_run(one, "four", "imo-09.drill.json");
    add_run(
        one, "two", "imo-09.drill.json",
        Json::array({put("/events", {{{"at", 0}, {"block", "north-west"}, {"announced", true}},
                                     {{"at", 0}, {"block", "north-east"}, {"announced", true}}})}));
    measure(one, "t-four", "four", "time_out", "s");
    measure(one, "t-two", "two", "time_out", "s");
    derive(one, "ratio", "ratio", {"t-two", "t-four"}, "");
    expect_increasing(one, {"t-four", "t-two"}, both("about doubled", "约增至两倍"));
    expect_within(one, "ratio", 1.8, 2.2,
                  both("doubled; the 10 % are ours", "增至两倍；±10%为自定容差"));
    return one;
}

CaseFolder allocation() {
    CaseFolder one =
        case_in("imo", "imo-10", both("Exit route allocation", "疏散路线分配"), test(10),
                both("Cabin corridor with 12 cabins, 23 persons: 15 to the main exit, 8 to the "
                     "secondary one",
                     "客舱走廊12间舱室，23人：15人走主出口，8人走次出口"),
                true);
    add_run(one, "walk", "../../rimea/rimea-10/rimea-10.drill.json");
    measure(one, "by-main", "walk", "left_by", "", {{"of", "exit-main"}, {"group", "main"}});
    measure(one, "by-secondary", "walk", "left_by", "",
            {{"of", "exit-secondary"}, {"group", "secondary"}});
    const Label says = both("all by the exit given to them", "全部使用分配的出口");
    expect_within(one, "by-main", 15.0, 15.0, says);
    expect_within(one, "by-secondary", 8.0, 8.0, says);
    return one;
}

CaseFolder staircase() {
    CaseFolder one =
        case_in("imo", "imo-11", both("Staircase", "楼梯"), test(11),
                both("Room with 150 persons, corridor of 2 m by 12 m, stair up 2 m wide",
                     "150人房间，走廊2米×12米，上行楼梯宽2米"));
    one.plans.push_back(room_corridor_stair("to-the-stair", 8.0, 10.0, 12.0));
    Json drill =
        drill_in("imo-11", both("Up the stair", "上楼梯"), "to-the-stair.plan.json", 400.0, 5.0);
    Json person = test_person("walker");
    person["stairs_up"] = 0.5;
    drill["profiles"].push_back(person);
    drill["groups"].push_back(group_in("all", "room", "walker", 150));
    one.drills.push_back(drill);
    add_run(one, "walk", "imo-11.drill.json", nullptr, 3);
    const Json window = {20.0, 60.0};
    measure(one, "at-exit", "walk", "density", "1/m²",
            {{"area", box(6.0, 4.0, 8.0, 6.0)}, {"window", window}});
    measure(one, "corridor", "walk", "density", "1/m²",
            {{"area", box(12.0, 4.0, 14.0, 6.0)}, {"window", window}});
    measure(one, "at-foot", "walk", "density", "1/m²",
            {{"area", box(18.0, 4.0, 20.0, 6.0)}, {"window", window}});
    measure(one, "flow", "walk", "flow", "1/s", {{"line", eastward(13.0, 4.0, 6.0)}});
    const Label says = both("congestion at the exit and at the foot, a steady flow between",
                            "出口与梯脚拥堵，其间流动平稳");
    expect_increasing(one, {"corridor", "at-exit"}, says);
    expect_increasing(one, {"corridor", "at-foot"}, says);
    return one;
}

CaseFolder flow_and_density() {
    CaseFolder one = case_in("imo", "imo-12", both("Flow and density", "流量与密度关系"), test(12),
                             both("Corridor without obstruction at 2 and at 5 persons per m²",
                                  "无障碍走廊，密度2与5人/平方米"));
    for (const int density : {2, 5}) {
        const std::string id = fmt::format("d{}", density);
        add_run(one, id, "../../rimea/rimea-04/rimea-04.drill.json",
                Json::array({put("/groups/0/people/0/density", density)}));
        measure(one, "js-" + id, id, "flow", "1/(m s)",
                {{"line", eastward(13.0, 0.0, 2.0)}, {"width", 2.0}, {"from", 0.0}, {"to", 1.0}});
    }
    expect_increasing(one, {"js-d5", "js-d2"},
                      both("less flows at very high density", "极高密度下流量更小"));
    return one;
}

}  // namespace

CaseFolders imo_cases() {
    const std::string stair = "../../rimea/rimea-0";
    return {lone_walk(1, both("Speed in a corridor", "走廊步行速度"),
                      both("Corridor of 2 m by 40 m, one person of 1.0 m/s",
                           "走廊2米×40米，1人，1.0米/秒"),
                      "../../rimea/rimea-01/rimea-01.drill.json", "before",
                      Json::array({put("/profiles/0/free_speed", 1.0)}), 40.0),
            // 1.0 m/s along the incline are 0.8 m/s on plan.
            lone_walk(2, both("Speed up a staircase", "上楼梯速度"),
                      both("Stair 2 m wide, 10 m along the incline, one person of 1.0 m/s along it",
                           "楼梯宽2米、斜长10米，1人，沿坡1.0米/秒"),
                      stair + "2/rimea-02.drill.json", "before",
                      Json::array({put("/profiles/0/stairs_up", 0.8)}), 10.0),
            lone_walk(3, both("Speed down a staircase", "下楼梯速度"),
                      both("Stair 2 m wide, 10 m along the incline, one person of 1.0 m/s along it",
                           "楼梯宽2米、斜长10米，1人，沿坡1.0米/秒"),
                      stair + "3/rimea-03.drill.json", "behind",
                      Json::array({put("/profiles/0/stairs_down", 0.8)}), 10.0),
            exit_flow(), reaction(), corner(), demography(), counterflow(), public_room(),
            allocation(), staircase(), flow_and_density()};
}

}  // namespace evac::drawing
