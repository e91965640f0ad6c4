#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

CaseFolder iso_case(int number, const std::string& nist, const Label& title, const Label& setup,
                    bool fast) {
    return case_in("iso20414", fmt::format("iso-{:02d}", number), title,
                   fmt::format("ISO 20414:2020, test {} (NIST TN 1822, {})", number, nist), setup,
                   fast);
}

CaseFolder pre_evacuation() {
    CaseFolder one = iso_case(
        1, "1.1", both("Pre-evacuation times", "疏散前时间分布"),
        both(
            "Room of 8 m by 5 m, exit of 1 m, 10 persons; one run for each distribution, six seeds",
            "房间8米×5米，出口1米，10人；每种分布一组，六个种子"),
        true);
    Json drill = drill_in("iso-01", both("Ten who begin in their time", "10人分别起步"),
                          "../../rimea/rimea-05/room-8x5.plan.json", 320.0, 5.0);
    drill["profiles"].push_back(walker("walker", 1.0));
    drill["groups"].push_back(group_in("all", "room", "walker", 10));
    one.drills.push_back(drill);
    struct Kind {
        const char* id;
        Json distribution;
        double first, last;
    };
    const Kind kinds[] = {
        {"uniform", {{"uniform", {10.0, 100.0}}}, 10.0, 100.0},
        {"normal", {{"normal", {60.0, 20.0}}, {"min", 0.0}, {"max", 200.0}}, 0.0, 200.0},
        {"lognormal", {{"lognormal", {60.0, 0.5}}, {"min", 0.0}, {"max", 300.0}}, 0.0, 300.0},
        // Lovreglio et al. 2019, offices.
        {"gamma", {{"gamma", {1.291, 103.9}}, {"min", 0.0}, {"max", 300.0}}, 0.0, 300.0},
        {"weibull", {{"weibull", {1.195, 139.3}}, {"min", 0.0}, {"max", 300.0}}, 0.0, 300.0},
        {"triangular", {{"triangular", {10.0, 40.0, 100.0}}}, 10.0, 100.0}};
    for (const Kind& kind : kinds) {
        const std::string id = kind.id;
        add_run(one, id, "iso-01.drill.json",
                Json::array({put("/profiles/0/pre_movement", kind.distribution)}), 6);
        const auto of_times = [&](const char* stat) {
            measure(one, id + "-" + stat, id, "property", std::string(stat) == "ks" ? "" : "s",
                    {{"of", "pre_movement"}, {"stat", stat}});
            return id + "-" + stat;
        };
        const Label support = both("within the support", "在分布范围内");
        expect_at_least(one, of_times("min"), kind.first, support);
        expect_at_most(one, of_times("max"), kind.last, support);
        expect_at_least(one, of_times("ks"), 0.05, drawn_as_told);
        measure(one, id + "-error", id, "start_error", "s");
        expect_at_most(one, id + "-error", 0.5,
                       both("each starts at the time drawn", "每人在抽得的时刻起步"));
    }
    return one;
}

CaseFolder corridor_speed() {
    CaseFolder one = iso_case(
        2, "2.1", both("Speed in a corridor", "走廊步行速度"),
        both("Corridor of 2 m by 40 m, one person of 1.0 m/s", "走廊2米×40米，1人，1.0米/秒"),
        true);
    add_run(one, "walk", "../../rimea/rimea-01/rimea-01.drill.json",
            Json::array({put("/profiles/0/free_speed", 1.0)}));
    measure(one, "speed", "walk", "speed", "m/s", {{"area", box(12.0, 0.0, 32.0, 2.0)}});
    measure(one, "begun", "walk", "unit_empty", "s", {{"of", "before"}});
    measure(one, "ended", "walk", "unit_empty", "s", {{"of", "way"}});
    derive(one, "time", "difference", {"ended", "begun"}, "s");
    expect_within(one, "speed", 0.95, 1.05,
                  both("1.0 ± 0.05 m/s in the middle", "中段1.0±0.05米/秒"));
    return one;
}

CaseFolder stair_speed() {
    CaseFolder one =
        iso_case(3, "2.2", both("Speed on stairs", "楼梯步行速度"),
                 both("Stair of 2 m, 10 m along the slope, one person of 1.0 m/s with a "
                      "factor of 0.5 on stairs, up and down",
                      "楼梯宽2米、斜长10米，1人1.0米/秒，楼梯系数0.5，上行与下行"),
                 true);
    add_run(one, "up", "../../rimea/rimea-02/rimea-02.drill.json");
    add_run(one, "down", "../../rimea/rimea-03/rimea-03.drill.json",
            Json::array({put("/profiles/0/stairs_down", 0.5)}));
    for (const std::string run : {"up", "down"}) {
        measure(one, "speed-" + run, run, "speed", "m/s", {{"area", box(3.0, 0.0, 9.0, 2.0)}});
        expect_within(one, "speed-" + run, 0.45, 0.55,
                      both("0.5 ± 0.05 m/s on plan", "水平0.5±0.05米/秒"));
    }
    return one;
}

CaseFolder corner() {
    CaseFolder one =
        iso_case(4, "2.3", both("Movement round a corner", "绕转角行走"),
                 both("Corner of corridors of 2 m, 20 persons", "宽2米走廊转角，20人"), true);
    add_run(one, "walk", "../../rimea/rimea-06/rimea-06.drill.json");
    measure(one, "inside", "walk", "still_inside", "");
    measure(one, "in-walls", "walk", "outside_floor", "");
    expect_at_most(one, "inside", 0.0, both("all get out", "全部疏散"));
    expect_at_most(one, "in-walls", 0.0,
                   both("nobody more than 1 mm outside the floor", "无人越出可行区域1毫米"));
    return one;
}

CaseFolder demography() {
    CaseFolder one =
        iso_case(5, "2.4", both("Assigned demographics", "人群参数分配"),
                 both("Room of 100 m by 100 m, 100 persons of N(1.2, 0.2) m/s, six seeds",
                      "100米×100米房间，100人，速度N(1.2, 0.2)米/秒，六个种子"),
                 false);
    Plan plan = bare_plan("field", "Room of 100 m by 100 m", "100米×100米房间");
    const int room = add_floor(plan, "room", {0.0, 0.0, 100.0, 100.0}, 0.0, "room");
    add_way_out(plan, "exit", room, upright(100.0, 49.0, 51.0));
    one.plans.push_back(plan);
    Json drill =
        drill_in("iso-05", both("A hundred speeds", "百人速度"), "field.plan.json", 1.0, 5.0);
    drill["profiles"].push_back(walker("walker", {{"normal", {1.2, 0.2}}}));
    drill["groups"].push_back(group_in("all", "room", "walker", 100));
    one.drills.push_back(drill);
    add_run(one, "draw", "iso-05.drill.json", nullptr, 6);
    for (const char* stat : {"mean", "deviation", "ks"}) {
        measure(one, stat, "draw", "property", std::string(stat) == "ks" ? "" : "m/s",
                {{"of", "free_speed"}, {"stat", stat}});
    }
    expect_within(one, "mean", 1.15, 1.25, both("1.2 ± 0.05 m/s", "1.2±0.05米/秒"));
    expect_within(one, "deviation", 0.15, 0.25, both("0.2 ± 0.05 m/s", "0.2±0.05米/秒"));
    expect_at_least(one, "ks", 0.05, drawn_as_told);
    return one;
}

CaseFolder counterflow() {
    CaseFolder one = iso_case(
        6, "2.8", both("Counterflow", "对向人流"),
        both(
            "Rooms of 10 m by 10 m, corridor of 10 m by 2 m; 100 persons against 0, 10, 50 and 100",
            "两个10米×10米房间，走廊10米×2米；100人与0、10、50、100人对向"),
        false);
    std::vector<std::string> times;
    for (const int against : {0, 10, 50, 100}) {
        const std::string id = fmt::format("against-{}", against);
        add_run(one, id, "../../imo/imo-08/imo-08.drill.json",
                Json::array({put("/groups/1/people/0/count", against)}));
        times.push_back(fmt::format("t-{}", against));
        measure(one, times.back(), id, "unit_empty", "s", {{"of", "corridor"}, {"group", "there"}});
    }
    measure(one, "inside", "against-100", "still_inside", "");
    expect_increasing(one, times, both("the time to cross grows", "通过时间递增"));
    expect_at_most(one, "inside", 0.0, both("no deadlock", "不得锁死"));
    return one;
}

CaseFolder disabled() {
    CaseFolder one = iso_case(
        7, "2.10", both("People with a movement disability", "行动不便者"),
        both("Two rooms of 4 m by 5 m joined by a ramp of 12 m by 1.5 m; 24 persons of 1.25 m/s "
             "(radius 0.2 m) with and without one of 0.8 m/s (radius 0.4 m) before them",
             "两个4米×5米房间，以12米×1.5米坡道相连；24人（1.25米/"
             "秒、半径0.2米），前方有或无1名行动不便者"
             "（0.8米/秒、半径0.4米）"),
        true);
    Plan plan = bare_plan("ramp", "Two rooms joined by a ramp", "坡道相连的两个房间");
    const int zone_1 = add_floor(plan, "zone-1", {0.0, 0.0, 2.8, 5.0}, 0.0, "room");
    const int zone_2 = add_floor(plan, "zone-2", {2.8, 0.0, 4.0, 5.0}, 0.0, "room");
    const int ramp = add_floor(plan, "ramp", {4.0, 1.75, 16.0, 3.25}, 0.0, "ramp");
    const int room = add_floor(plan, "room-2", {16.0, 0.0, 20.0, 5.0}, 1.0, "room");
    add_way(plan, "zones", zone_1, zone_2, upright(2.8, 0.0, 5.0));
    add_way(plan, "ramp-foot", zone_2, ramp, upright(4.0, 1.75, 3.25));
    add_way(plan, "ramp-head", room, ramp, upright(16.0, 1.75, 3.25));
    add_way_out(plan, "exit", room, upright(20.0, 1.75, 3.25));
    one.plans.push_back(plan);
    Json drill = drill_in("iso-07", both("Behind somebody slow", "跟随慢行者"), "ramp.plan.json",
                          200.0, 10.0);
    drill["profiles"] = {walker("walker", 1.25), walker("disabled", 0.8, 0.4)};
    drill["groups"] = {group_in("others", "zone-1", "walker", 24),
                       group_in("disabled", "zone-2", "disabled", 1)};
    one.drills.push_back(drill);
    add_run(one, "with", "iso-07.drill.json", nullptr, 3);
    add_run(one, "without", "iso-07.drill.json", Json::array({put("/groups/1/people/0/count", 0)}),
            3);
    measure(one, "t-with", "with", "time_out", "s");
    measure(one, "t-without", "without", "time_out", "s");
    expect_increasing(one, {"t-without", "t-with"},
                      both("longer with the disabled person", "有行动不便者时更久"));
    return one;
}

}  // namespace

CaseFolders iso_components() {
    return {pre_evacuation(), corridor_speed(), stair_speed(), corner(),
            demography(),     counterflow(),    disabled()};
}

}  // namespace evac::drawing
