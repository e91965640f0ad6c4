#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

constexpr const char* guideline = "RiMEA guideline 4.1.1, annex 1, ";
constexpr int seeds = 3;  // of each drill

/// 150 persons in "room" of this plan.
Json leave_room(const std::string& id, const std::string& plan) {
    Json drill = drill_in(id, both("150 persons leave a room", "150人离开房间"),
                          plan + ".plan.json", 400.0, 5.0);
    drill["profiles"].push_back(walker("walker", 1.33));
    drill["groups"].push_back(group_in("all", "room", "walker", 150));
    return drill;
}

Json with_plan(const std::string& plan) {
    return Json::array({put("/plan", plan + ".plan.json")});
}

CaseFolder goal() {
    CaseFolder one =
        case_in("rimea", "rimea-12a", both("Bottleneck: position of the goal", "瓶颈：目标位置"),
                std::string(guideline) + "test 12a, figure 11",
                both("Room of 10 m by 10 m, 150 persons, bottleneck 1 m wide and 0.2 m long; goal "
                     "of 2 m at 0, "
                     "1, 2, 5 and 10 m behind it",
                     "10米×10米房间150人，瓶颈宽1米长0.2米；宽2米的目标位于其后0、1、2、5、10米"));
    std::vector<std::string> times;
    for (const int away : {0, 1, 2, 5, 10}) {
        const std::string id = fmt::format("goal-{}", away);
        Plan plan = bare_plan(id, "A bottleneck and a goal", "瓶颈与目标");
        const int room = add_floor(plan, "room", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
        const int neck = add_floor(plan, "neck", {10.0, 4.5, 10.2, 5.5});
        add_way(plan, "narrows", room, neck, upright(10.0, 4.5, 5.5));
        if (away == 0) {
            add_way_out(plan, "exit", neck, upright(10.2, 4.5, 5.5));
        } else {
            const int beyond = add_floor(plan, "beyond", {10.2, 0.0, 10.2 + away, 10.0});
            add_way(plan, "narrows-end", neck, beyond, upright(10.2, 4.5, 5.5));
            add_way_out(plan, "exit", beyond, upright(10.2 + away, 4.0, 6.0));
        }
        one.plans.push_back(plan);
        add_run(one, id, "rimea-12a.drill.json", with_plan(id), 10);
        times.push_back(fmt::format("t-{}", away));
        measure(one, times.back(), id, "unit_empty", "s", {{"of", "room"}});
    }
    one.drills.push_back(leave_room("rimea-12a", "goal-0"));
    derive(one, "rise", "difference", {"t-10", "t-0"}, "s");
    derive(one, "rise-over-error", "over_seeds", {"rise"}, "", {{"stat", "t"}});
    derive(one, "farther", "ratio", {"t-10", "t-5"}, "");
    // A goal at once behind the bottleneck lets people vanish who would stand in the way.
    expect_at_least(one, "rise-over-error", 2.0,
                    both("grows with the distance of the goal, by more than twice the standard "
                         "error",
                         "随目标距离增大，增幅大于标准误差的两倍"));
    expect_within(one, "farther", 0.97, 1.03,
                  both("until it is constant: 5 m or 10 m make no difference (3 %)",
                       "直至不变：5米与10米无差别（3%）"));
    derive(one, "slope", "regression", times, "s/m",
           {{"stat", "slope"},
            {"x", {0, 1, 2, 5, 10}},
            {"x_name", text_of(both("distance of the goal [m]", "目标距离 [米]"))},
            {"y_name", text_of(both("room empty after [s]", "房间清空时间 [秒]"))}});
    return one;
}

CaseFolder neck_length() {
    CaseFolder one =
        case_in("rimea", "rimea-12b", both("Bottleneck: its length", "瓶颈：长度"),
                std::string(guideline) + "test 12b, figure 13",
                both("Room of 10 m by 10 m, 150 persons, bottleneck 1 m wide, 0.2 m or 5 m long",
                     "10米×10米房间150人，瓶颈宽1米，长0.2米或5米"));
    one.plans.push_back(narrows("neck-short", {.length = 0.2, .beyond = 10.0}));
    one.plans.push_back(narrows("neck-long", {.length = 5.0, .beyond = 10.0}));
    one.drills.push_back(leave_room("rimea-12b", "neck-short"));
    add_run(one, "short", "rimea-12b.drill.json", nullptr, seeds);
    add_run(one, "long", "rimea-12b.drill.json", with_plan("neck-long"), seeds);
    measure(one, "t-short", "short", "unit_empty", "s", {{"of", "room"}});
    measure(one, "t-long", "long", "unit_empty", "s", {{"of", "room"}});
    expect_increasing(one, {"t-short", "t-long"},
                      both("the room empties later before the long one", "长瓶颈清空更晚"));
    return one;
}

CaseFolder in_series() {
    CaseFolder one = case_in(
        "rimea", "rimea-12c",
        both("Bottleneck: congestion before a second one", "瓶颈：第二瓶颈前的拥堵"),
        std::string(guideline) + "test 12c, figure 14; check of RiMEA 3.0",
        both(
            "Rooms of 10 m by 10 m, 10 m by 10 m and 5 m by 10 m in a row, two bottlenecks of 1 m, "
            "150 persons in the first",
            "10×10、10×10、5×10米三室串联，两个1米瓶颈，首室150人"));
    Plan plan = bare_plan("two-bottlenecks", "Three rooms in a row", "三室串联");
    const int first = add_floor(plan, "room", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    const int neck_1 = add_floor(plan, "neck-1", {10.0, 4.5, 10.2, 5.5});
    const int second = add_floor(plan, "room-2", {10.2, 0.0, 20.2, 10.0}, 0.0, "room");
    const int neck_2 = add_floor(plan, "neck-2", {20.2, 4.5, 20.4, 5.5});
    const int third = add_floor(plan, "room-3", {20.4, 0.0, 25.4, 10.0}, 0.0, "room");
    add_way(plan, "n1", first, neck_1, upright(10.0, 4.5, 5.5));
    add_way(plan, "n1-end", neck_1, second, upright(10.2, 4.5, 5.5));
    add_way(plan, "n2", second, neck_2, upright(20.2, 4.5, 5.5));
    add_way(plan, "n2-end", neck_2, third, upright(20.4, 4.5, 5.5));
    add_way_out(plan, "exit", third, upright(25.4, 0.0, 10.0));
    one.plans.push_back(plan);
    one.drills.push_back(leave_room("rimea-12c", "two-bottlenecks"));
    add_run(one, "walk", "rimea-12c.drill.json", nullptr, seeds);
    measure(one, "flow-1", "walk", "flow", "1/s", {{"line", eastward(10.1, 4.0, 6.0)}});
    measure(one, "flow-2", "walk", "flow", "1/s", {{"line", eastward(20.3, 4.0, 6.0)}});
    derive(one, "difference", "difference", {"flow-1", "flow-2"}, "1/s");
    measure(one, "density-1", "walk", "density", "1/m²",
            {{"area", box(8.0, 4.0, 10.0, 6.0)}, {"window", {10.0, 50.0}}});
    measure(one, "density-2", "walk", "density", "1/m²",
            {{"area", box(18.2, 4.0, 20.2, 6.0)}, {"window", {20.0, 60.0}}});
    measure(one, "empty-1", "walk", "unit_empty", "s", {{"of", "room"}});
    measure(one, "empty-2", "walk", "unit_empty", "s", {{"of", "room-2"}});
    expect_at_least(one, "difference", -0.05,
                    both("J1 - J2 of RiMEA 3.0: no more can flow at the second than at the first",
                         "RiMEA 3.0的J1－J2：第二瓶颈流量不得大于第一瓶颈"));
    return one;
}

CaseFolder neck_width() {
    CaseFolder one = case_in(
        "rimea", "rimea-12d", both("Bottleneck: its width", "瓶颈：宽度"),
        std::string(guideline) + "test 12d",
        both("Room of 10 m by 10 m, 150 persons, bottleneck 5 m long and 0.8, 1.0 or 1.2 m wide",
             "10米×10米房间150人，瓶颈长5米，宽0.8、1.0、1.2米"));
    std::vector<std::string> flows;
    for (const int width : {80, 100, 120}) {
        const std::string id = fmt::format("width-{:03d}", width);
        one.plans.push_back(narrows(id, {.width = width / 100.0, .length = 5.0, .beyond = 10.0}));
        add_run(one, id, "rimea-12d.drill.json", with_plan(id), seeds);
        flows.push_back(fmt::format("flow-{:03d}", width));
        measure(one, flows.back(), id, "flow", "1/s", {{"line", eastward(12.5, 4.0, 6.0)}});
    }
    one.drills.push_back(leave_room("rimea-12d", "width-080"));
    expect_increasing(one, flows, both("the flow grows with the width", "流量随宽度增大"));
    return one;
}

}  // namespace

CaseFolders rimea_bottlenecks() {
    return {goal(), neck_length(), in_series(), neck_width()};
}

}  // namespace evac::drawing
