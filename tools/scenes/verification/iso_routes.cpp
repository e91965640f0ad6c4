#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

CaseFolder iso_case(int number, const std::string& nist, const Label& title, const Label& setup,
                    bool fast) {
    return case_in("iso20414", fmt::format("iso-{:02d}", number), title,
                   nist.empty()
                       ? fmt::format("ISO 20414:2020, test {}", number)
                       : fmt::format("ISO 20414:2020, test {} (NIST TN 1822, {})", number, nist),
                   setup, fast);
}

/// 10 m by 15 m with an exit of 1 m in the middle of each wall of 15 m; "middle" is the part in
/// which people start, as far from one exit as from the other.
Plan two_exit_room() {
    Plan plan = bare_plan("two-exit-room", "Room with two exits", "两出口房间");
    const int west = add_floor(plan, "west", {0.0, 0.0, 3.0, 15.0}, 0.0, "room");
    const int middle = add_floor(plan, "middle", {3.0, 0.0, 7.0, 15.0}, 0.0, "room");
    const int east = add_floor(plan, "east", {7.0, 0.0, 10.0, 15.0}, 0.0, "room");
    add_way(plan, "to-west", middle, west, upright(3.0, 0.0, 15.0));
    add_way(plan, "to-east", middle, east, upright(7.0, 0.0, 15.0));
    add_way_out(plan, "exit-1", west, upright(0.0, 7.0, 8.0));
    add_way_out(plan, "exit-2", east, upright(10.0, 7.0, 8.0));
    return plan;
}

const char* const two_exit_plan = "../iso-09/two-exit-room.plan.json";

CaseFolder allocation() {
    CaseFolder one =
        iso_case(8, "3.1", both("Exit route allocation", "疏散路线分配"),
                 both("Corridor with 12 rooms, 23 persons: 15 to the main exit, 8 to the "
                      "secondary one",
                      "走廊两侧12间房，23人：15人走主出口，8人走次出口"),
                 true);
    add_run(one, "walk", "../../rimea/rimea-10/rimea-10.drill.json");
    measure(one, "by-main", "walk", "left_by", "",
            {{"of", "exit-main"}, {"group", "main"}, {"stat", "share"}});
    measure(one, "by-secondary", "walk", "left_by", "",
            {{"of", "exit-secondary"}, {"group", "secondary"}, {"stat", "share"}});
    const Label says = both("all by the exit given to them", "全部使用分配的出口");
    expect_at_least(one, "by-main", 1.0, says);
    expect_at_least(one, "by-secondary", 1.0, says);
    return one;
}

CaseFolder availability() {
    CaseFolder one = iso_case(
        9, "4.1", both("Dynamic availability of exits", "出口动态可用性"),
        both("Room of 10 m by 15 m, two exits of 1 m, 10 persons in the middle; exit 1 unavailable "
             "after 1 s",
             "10米×15米房间，两个1米出口，中部10人；1秒后出口1不可用"),
        true);
    one.plans.push_back(two_exit_room());
    Json drill = drill_in("iso-09", both("One exit fails", "一个出口失效"),
                          "two-exit-room.plan.json", 120.0, 10.0);
    drill["profiles"].push_back(walker("walker", 1.0));
    drill["groups"].push_back(group_in("all", "middle", "walker", 10));
    drill["events"] = Json::array({{{"at", 1}, {"block", "exit-1"}}});
    one.drills.push_back(drill);
    add_run(one, "walk", "iso-09.drill.json");
    measure(one, "by-exit-1", "walk", "left_by", "", {{"of", "exit-1"}});
    measure(one, "by-exit-2", "walk", "left_by", "", {{"of", "exit-2"}});
    expect_at_most(one, "by-exit-1", 0.0, both("exit 1 is not used", "出口1无人使用"));
    expect_at_least(one, "by-exit-2", 10.0, both("all leave by exit 2", "全部经出口2离开"));
    return one;
}

CaseFolder together() {
    CaseFolder one = iso_case(
        14, "2.9", both("Group behaviour", "群组行为"),
        both("Room of 24 m by 10 m, exit of 2 m 20 m away; group of 4 persons of 1.25 m/s and 1 of "
             "0.5 "
             "m/s that keeps together, and 10 others of 0.2 m/s",
             "24米×10米房间，2米出口在20米外；一组4人1.25米/秒与1人0.5米/秒结伴，另10人0.2米/秒"),
        true);
    Plan plan = bare_plan("long-room", "Long room", "长房间");
    const int start = add_floor(plan, "start", {0.0, 0.0, 4.0, 10.0}, 0.0, "room");
    const int rest = add_floor(plan, "rest", {4.0, 0.0, 24.0, 10.0}, 0.0, "room");
    add_way(plan, "on", start, rest, upright(4.0, 0.0, 10.0));
    add_way_out(plan, "exit", rest, upright(24.0, 4.0, 6.0));
    one.plans.push_back(plan);
    Json drill = drill_in("iso-14", both("A group keeps together", "结伴而行"),
                          "long-room.plan.json", 240.0, 5.0);
    drill["profiles"] = {walker("quick", 1.25), walker("slow", 0.5), walker("others", 0.2)};
    drill["groups"] = {
        {{"id", "group-1"},
         {"together", "close"},
         {"people", {people_in("start", "quick", 4), people_in("start", "slow", 1)}}},
        group_in("group-2", "start", "others", 10)};
    one.drills.push_back(drill);
    add_run(one, "walk", "iso-14.drill.json");
    measure(one, "spread", "walk", "time_out", "s", {{"group", "group-1"}, {"stat", "spread"}});
    measure(one, "last", "walk", "time_out", "s", {{"group", "group-1"}});
    expect_at_most(one, "spread", 10.0,
                   both("they arrive together, within 10 s", "同组到达时间相差不超过10秒"));
    return one;
}

CaseFolder influence() {
    CaseFolder one =
        iso_case(15, "3.2", both("Social influence", "社会影响"),
                 both("Room of 10 m by 15 m, two exits of 1 m, two free persons; then one more who "
                      "is bound to "
                      "exit 2; 1000 seeds",
                      "10米×15米房间，两个1米出口，2名自由人员；再加1名固定走出口2者；1000个种子"),
                 false);
    Json drill = drill_in("iso-15", both("Two and one", "二人与一人"), two_exit_plan, 60.0, 5.0);
    drill["profiles"].push_back(walker("walker", 1.0));
    Json bound = group_in("bound", "middle", "walker", 0);
    bound["exits"] = {"exit-2"};
    drill["groups"] = {group_in("free", "middle", "walker", 2), bound};
    one.drills.push_back(drill);
    constexpr int seeds = 1000;
    add_run(one, "alone", "iso-15.drill.json", nullptr, seeds);
    add_run(one, "with", "iso-15.drill.json", Json::array({put("/groups/1/people/0/count", 1)}),
            seeds);
    const Json share = {{"of", "exit-2"}, {"group", "free"}, {"stat", "share"}};
    measure(one, "share-alone", "alone", "left_by", "", share);
    measure(one, "share-with", "with", "left_by", "", share);
    derive(one, "rise", "difference", {"share-with", "share-alone"}, "");
    derive(one, "rise-over-error", "over_seeds", {"rise"}, "", {{"stat", "t"}});
    expect_increasing(one, {"share-alone", "share-with"},
                      both("more of the free persons use exit 2", "自由人员使用出口2的比例上升"));
    expect_at_least(one, "rise-over-error", 2.0,
                    both("by more than twice the standard error of the rise, seed by seed",
                         "逐种子比较，升幅大于其标准误差的两倍"));
    return one;
}

CaseFolder affiliation() {
    CaseFolder one = iso_case(
        16, "3.3", both("Affiliation with an exit", "熟悉出口"),
        both("Room of 10 m by 15 m, two exits of 1 m, 20 persons; first who know both, then who "
             "know "
             "the exit by which they came; 20 seeds",
             "10米×15米房间，两个1米出口，20人；先熟悉两出口，后仅熟悉来时的出口；20个种子"),
        true);
    Json drill =
        drill_in("iso-16", both("The exit they know", "熟悉的出口"), two_exit_plan, 60.0, 5.0);
    drill["profiles"].push_back(walker("walker", 1.0));
    drill["groups"].push_back(group_in("all", "middle", "walker", 20));
    one.drills.push_back(drill);
    add_run(one, "both", "iso-16.drill.json", nullptr, 20);
    add_run(one, "familiar", "iso-16.drill.json",
            Json::array({put("/profiles/0/knows", "way_in"), put("/groups/0/came_in", "exit-2")}),
            20);
    const Json second = {{"of", "exit-2"}, {"stat", "share"}};
    measure(one, "share-both", "both", "left_by", "", second);
    measure(one, "share-familiar", "familiar", "left_by", "", second);
    expect_within(one, "share-both", 0.45, 0.55,
                  both("balanced: the exits differ by 10 % at most", "均衡：两出口相差不超过10%"));
    expect_increasing(one, {"share-both", "share-familiar"},
                      both("exit 2 is preferred", "偏好出口2"));
    return one;
}

CaseFolder route() {
    CaseFolder one = iso_case(
        17, "", both("Choice of route", "路线选择"),
        both("Ring corridor of 20 m by 20 m, 2 m wide, short cut over two flights; 20 persons",
             "20米×20米、宽2米环廊，经两段梯段的捷径；20人"),
        true);
    add_run(one, "walk", "../../rimea/rimea-14/rimea-14.drill.json");
    measure(one, "short", "walk", "passed", "", {{"line", eastward(10.0, 9.0, 11.0)}});
    measure(one, "all", "walk", "time_out", "", {{"stat", "count"}});
    derive(one, "share", "ratio", {"short", "all"}, "");
    // One person of twenty is a share of 0.05: more than half begins at 0.55.
    expect_at_least(one, "share", 0.55,
                    both("more than half take the shorter way", "过半走较短路线"));
    return one;
}

CaseFolder lift() {
    CaseFolder one =
        iso_case(20, "2.7", both("Lift", "电梯"),
                 both("Two rooms at 0 m and 3.5 m joined by a lift alone; one person of 1.0 m/s "
                      "above, exit of "
                      "1 m below",
                      "0米与3.5米处两房间仅以电梯相连；上层1人，1.0米/秒，下层1米出口"),
                 true);
    Plan plan = bare_plan("lift", "Two rooms joined by a lift", "电梯相连的两个房间");
    const int above = add_level(plan, "L1", both("Upper floor", "上层"), 1, 3.5);
    const int below = add_floor(plan, "room-1", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    const int car_below = add_floor(plan, "car-1", {10.0, 4.0, 12.0, 6.0}, 0.0, "elevator");
    const int start = add_unit(plan, above, "start", {}, "room", {0.0, 4.5, 0.6, 5.5});
    const int upper = add_unit(plan, above, "room-2", {}, "room", {0.6, 0.0, 10.0, 10.0});
    const int car_above = add_unit(plan, above, "car-2", {}, "elevator", {10.0, 4.0, 12.0, 6.0});
    add_way_out(plan, "exit", below, upright(0.0, 4.5, 5.5));
    add_way(plan, "lift-door-1", below, car_below, upright(10.0, 4.5, 5.5));
    add_way(plan, "start-gap", start, upper, upright(0.6, 4.5, 5.5));
    add_way(plan, "lift-door-2", upper, car_above, upright(10.0, 4.5, 5.5));
    one.plans.push_back(plan);
    Json drill =
        drill_in("iso-20", both("Down by the lift", "乘电梯下楼"), "lift.plan.json", 200.0, 20.0);
    drill["profiles"].push_back(walker("walker", 1.0));
    Json group = group_in("one", "start", "walker", 1);
    group["lifts"] = true;
    drill["groups"].push_back(group);
    drill["lifts"] = Json::array({{{"id", "lift"},
                                   {"units", {"car-1", "car-2"}},
                                   {"speed", 1.0},
                                   {"acceleration", 0.8},
                                   {"start_delay", 0.0},
                                   {"opening", 3.0},
                                   {"closing", 3.0},
                                   {"dwell", 5.0}}});
    one.drills.push_back(drill);
    add_run(one, "ride", "iso-20.drill.json");
    measure(one, "time", "ride", "time_out", "s");
    measure(one, "out", "ride", "left_by", "", {{"of", "exit"}});
    expect_at_least(one, "out", 1.0, both("rides and leaves", "乘电梯并离开"));
    // From 0.3 m to 2.5 m before the door, where one calls: 7.2 s. The car comes empty from below:
    // doors 3 + 3 s, 3.5 m at 1 m/s and 0.8 m/s2 4.75 s. One steps in (0.5 s), the doors stay open
    // for 5 s, the same ride down, and 10.5 m to the exit.
    constexpr double by_hand = 7.2 + 10.75 + 0.5 + 5.0 + 10.75 + 10.5;
    expect_within(one, "time", 0.95 * by_hand, 1.05 * by_hand,
                  both("by hand: walk, call, dwell, ride and walk take 44.7 s; 5 %",
                       "手算：步行、呼梯、停站、运行、步行共44.7秒；±5%"));
    return one;
}

CaseFolder escalator() {
    CaseFolder one = iso_case(21, "", both("Escalator", "自动扶梯"),
                              both("People on an escalator", "人员使用自动扶梯"), false);
    one.document.erase("runs");
    one.document.erase("measures");
    one.document["not_modelled"] =
        text_of(both("Escalators are not modelled; draw one that stands still as a flight.",
                     "未模拟自动扶梯；停运的扶梯可按楼梯梯段绘制。"));
    return one;
}

}  // namespace

CaseFolders iso_routes() {
    return {allocation(),  availability(), together(), influence(),
            affiliation(), route(),        lift(),     escalator()};
}

}  // namespace evac::drawing
