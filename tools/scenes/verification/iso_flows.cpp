#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

CaseFolder iso_case(int number, const std::string& source, const Label& title, const Label& setup,
                    bool fast = false) {
    return case_in("iso20414", fmt::format("iso-{:02d}", number), title,
                   fmt::format("ISO 20414:2020, test {}{}", number, source), setup, fast);
}

CaseFolder congestion() {
    CaseFolder one =
        iso_case(10, " (NIST TN 1822, 5.1)", both("Congestion", "拥堵"),
                 both("Room of 8 m by 5 m with 100 persons, corridor 2 m wide, stair up",
                      "8米×5米房间100人，宽2米走廊，上行楼梯"));
    one.plans.push_back(room_corridor_stair("room-to-stair", 8.0, 5.0, 12.0));
    Json drill =
        drill_in("iso-10", both("To the stair", "走向楼梯"), "room-to-stair.plan.json", 400.0, 5.0);
    Json person = walker("walker", 1.25);
    person["stairs_up"] = 0.5;
    drill["profiles"].push_back(person);
    drill["groups"].push_back(group_in("all", "room", "walker", 100));
    one.drills.push_back(drill);
    add_run(one, "walk", "iso-10.drill.json", nullptr, 3);
    const auto peak = [&](const std::string& id, double west, double east) {
        measure(one, id, "walk", "density", "1/m²",
                {{"area", box(west, 1.5, east, 3.5)}, {"stat", "max"}});
    };
    peak("at-exit", 6.0, 8.0);
    peak("corridor", 12.0, 14.0);
    peak("at-foot", 18.0, 20.0);
    const Label says = both("the peak is higher than in the corridor", "峰值高于走廊中段");
    expect_increasing(one, {"corridor", "at-exit"}, says);
    expect_increasing(one, {"corridor", "at-foot"}, says);
    return one;
}

CaseFolder exit_flow() {
    CaseFolder one = iso_case(
        11, " (NIST TN 1822, 5.2)", both("Maximum flow rate", "最大流量"),
        both("Room of 8 m by 5 m, exit of 1 m, 100 persons; flow as an input, and emergent",
             "房间8米×5米，出口1米，100人；流量为输入值与涌现值各一"),
        true);
    const std::string drill = "../../imo/imo-04/imo-04.drill.json";
    add_run(one, "input", drill);
    add_run(one, "emergent", drill, Json::array({put("/flow", "calibrated")}));
    for (const std::string run : {"input", "emergent"}) {
        measure(one, "flow-" + run, run, "flow", "1/(m s)",
                {{"line", eastward(7.9, 1.5, 3.5)}, {"width", 1.0}, {"from", 0.0}, {"to", 1.0}});
    }
    expect_at_most(one, "flow-input", 1.33, both("never above the input", "不超过输入值"));
    return one;
}

CaseFolder stair_flow() {
    CaseFolder one = iso_case(
        12, "", both("Flow on stairs of different widths", "不同宽度楼梯的流量"),
        both("Room of 10 m by 8 m with 100 persons before stairs of 1.0, 1.2, 1.4, 1.6 and 1.8 m",
             "10米×8米房间100人，楼梯宽1.0、1.2、1.4、1.6、1.8米"));
    Json drill =
        drill_in("iso-12", both("Up a stair", "上楼梯"), "stair-100.plan.json", 400.0, 5.0);
    drill["profiles"].push_back({{"id", "adult"}, {"pre_movement", 0}});
    Json group = group_in("all", "room-low", "adult", 100);
    group["exits"] = {"exit-high"};
    drill["groups"].push_back(group);
    one.drills.push_back(drill);
    std::vector<std::string> flows;
    Json widths = Json::array();
    for (const int width : {100, 120, 140, 160, 180}) {
        const std::string id = fmt::format("stair-{}", width);
        const double metres = width / 100.0;
        one.plans.push_back(
            stair_between_rooms(id, {0.0, 0.0, 10.0, 8.0}, metres, 5.0, {0.17, 0.25}));
        add_run(one, id, "iso-12.drill.json", Json::array({put("/plan", id + ".plan.json")}), 3);
        flows.push_back(fmt::format("flow-{}", width));
        widths.push_back(metres);
        measure(one, flows.back(), id, "flow", "1/s", {{"line", eastward(14.5, 3.0, 5.0)}});
    }
    derive(one, "slope", "regression", flows, "1/(m s)",
           {{"stat", "slope"}, {"x", widths}, {"x_name", axis_width()}, {"y_name", axis_flow()}});
    derive(one, "r2", "regression", flows, "", {{"stat", "r2"}, {"x", widths}});
    expect_within(one, "slope", 0.75, 1.40,
                  both("the flow grows with the width: 0.94 to 1.16 persons/s for each metre (SFPE "
                       "Handbook, stairs), ± 20 %",
                       "流量随宽度增大：每米0.94至1.16人/秒（SFPE手册，楼梯），±20%"));
    expect_at_least(one, "r2", 0.9, both("evenly with the width", "与宽度近成线性"));
    return one;
}

CaseFolder corridor_diagram() {
    CaseFolder one =
        iso_case(13, "", both("Flow, speed and density in a corridor", "走廊流量、速度与密度"),
                 both("Corridor of 60 m by 2 m, 60 to 480 persons (0.5 to 4 per m²) of 1.25 m/s, "
                      "measured from 20 "
                      "m to 40 m",
                      "走廊60米×2米，60至480人（每平方米0.5至4人），1.25米/秒，在20至40米段测量"));
    Plan plan = bare_plan("corridor-60", "Corridor of 60 m", "60米走廊");
    const int left = add_floor(plan, "left", {0.0, 0.0, 20.0, 2.0});
    const int middle = add_floor(plan, "middle", {20.0, 0.0, 40.0, 2.0});
    const int right = add_floor(plan, "right", {40.0, 0.0, 60.0, 2.0});
    add_way(plan, "left-middle", left, middle, upright(20.0, 0.0, 2.0));
    add_way(plan, "middle-right", middle, right, upright(40.0, 0.0, 2.0));
    add_way_out(plan, "exit", right, upright(60.0, 0.0, 2.0));
    one.plans.push_back(plan);
    Json drill = drill_in("iso-13", both("Along a full corridor", "满员走廊"),
                          "corridor-60.plan.json", 30.0, 5.0);
    drill["profiles"].push_back(walker("walker", 1.25));
    drill["groups"].push_back(
        {{"id", "all"}, {"people", {{{"level", "L0"}, {"profile", "walker"}, {"count", 20}}}}});
    one.drills.push_back(drill);
    std::vector<std::string> speeds;  // from the densest on
    Json at = Json::array();
    const Json window = {1.0, 15.0};  // before the crowd has thinned out from its ends
    for (const int people : {60, 120, 240, 360, 480}) {
        const std::string id = fmt::format("n{}", people);
        add_run(one, id, "iso-13.drill.json",
                Json::array({put("/groups/0/people/0/count", people / 3)}), 10);
        const Json where = {{"area", box(20.0, 0.0, 40.0, 2.0)}, {"window", window}};
        measure(one, "v-" + id, id, "speed", "m/s", where);
        measure(one, "rho-" + id, id, "density", "1/m²", where);
        measure(one, "js-" + id, id, "flow", "1/(m s)",
                {{"line", eastward(40.0, 0.0, 2.0)},
                 {"width", 2.0},
                 {"window", window},
                 {"from", 0.0},
                 {"to", 1.0}});
        derive(one, "rho-v-" + id, "product", {"rho-" + id, "v-" + id}, "1/(m s)");
        derive(one, "ratio-" + id, "ratio", {"js-" + id, "rho-v-" + id}, "");
        expect_within(one, "ratio-" + id, 0.8, 1.2,
                      both("the flow is density times speed; 20 %, since they are taken over 20 m "
                           "and at its end",
                           "流量等于密度乘速度；一为20米段、一为其末端，容差20%"));
        speeds.insert(speeds.begin(), "v-" + id);
        at.insert(at.begin(), people / 120.0);
    }
    expect_increasing(one, speeds,
                      both("the speed falls as the density grows", "速度随密度增大而下降"));
    expect_increasing(
        one, {"js-n480", "js-n240"},
        both("less flows at 4 than at 2 persons per m²", "每平方米4人时流量小于2人时"));
    expect_at_most(one, "v-n60", 1.2501, both("nobody walks faster than alone", "不快于自由速度"));
    derive(one, "slope", "regression", speeds, "m³/s",
           {{"stat", "slope"}, {"x", at}, {"x_name", axis_density()}, {"y_name", axis_speed()}});
    return one;
}

}  // namespace

CaseFolders iso_flows() {
    return {congestion(), exit_flow(), stair_flow(), corridor_diagram()};
}

}  // namespace evac::drawing
