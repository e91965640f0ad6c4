#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

// ---- Streams against one another --------------------------------------------------------------

CaseFolder counterflow() {
    CaseFolder one =
        case_in("validation", "val-counterflow", both("Streams against one another", "对向人流"),
                "IMO MSC.1/Circ.1533, test 8, in a corridor four times as long; the model was "
                "calibrated on the short one",
                both("100 persons against 100 in a corridor of 40 m by 2 m, five seeds",
                     "40米×2米走廊，100人对100人，五个种子"));
    Plan plan =
        bare_plan("long-corridor", "Rooms at both ends of a long corridor", "长走廊两端房间");
    const int west = add_floor(plan, "west", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    const int corridor = add_floor(plan, "corridor", {10.0, 4.0, 50.0, 6.0});
    const int east = add_floor(plan, "east", {50.0, 0.0, 60.0, 10.0}, 0.0, "room");
    add_way(plan, "door-west", west, corridor, upright(10.0, 4.0, 6.0));
    add_way(plan, "door-east", corridor, east, upright(50.0, 4.0, 6.0));
    add_way_out(plan, "exit-west", west, upright(0.0, 0.0, 10.0));
    add_way_out(plan, "exit-east", east, upright(60.0, 0.0, 10.0));
    one.plans.push_back(plan);
    Json drill = drill_in("val-counterflow", both("A hundred against a hundred", "百人对百人"),
                          "long-corridor.plan.json", 900.0, 4.0);
    drill["profiles"].push_back({{"id", "adult"}, {"pre_movement", 0}});
    Json eastbound = group_in("eastbound", "west", "adult", 100);
    eastbound["exits"] = {"exit-east"};
    Json westbound = group_in("westbound", "east", "adult", 100);
    westbound["exits"] = {"exit-west"};
    drill["groups"] = {eastbound, westbound};
    one.drills.push_back(drill);
    add_run(one, "walk", "val-counterflow.drill.json", nullptr, 5);
    measure(one, "inside", "walk", "still_inside", "");
    measure(one, "time", "walk", "time_out", "s");
    measure(one, "flow", "walk", "flow", "1/s",
            {{"line", eastward(30.0, 4.0, 6.0)}, {"group", "eastbound"}});
    measure(one, "pause", "walk", "longest_pause", "s", {{"line", eastward(30.0, 4.0, 6.0)}});
    expect_at_most(one, "inside", 0.0, both("no deadlock with any seed", "任何种子均不锁死"));
    std::vector<std::string> times;
    for (const int against : {0, 10, 50, 100}) {
        const std::string id = fmt::format("imo-{}", against);
        add_run(one, id, "../../imo/imo-08/imo-08.drill.json",
                Json::array({put("/groups/1/people/0/count", against)}), 3);
        times.push_back(fmt::format("t-{}", against));
        measure(one, times.back(), id, "unit_empty", "s", {{"of", "corridor"}, {"group", "there"}});
    }
    expect_increasing(one, times, both("the time to cross grows", "通过时间递增"));
    return one;
}

// ---- A corner ---------------------------------------------------------------------------------

CaseFolder corner() {
    CaseFolder one = case_in(
        "validation", "val-corner", both("Stream round a corner", "人流绕转角"),
        "Blind test, not calibrated",
        both(
            "Room with 150 persons before a corridor of 2.4 m, straight or with a corner after 8 m",
            "150人房间，2.4米走廊，直行或8米后转角"));
    constexpr double low = 3.8;
    constexpr double high = 6.2;
    Plan straight = bare_plan("straight-24", "Straight corridor of 2.4 m", "2.4米直走廊");
    const int room = add_floor(straight, "room", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    const int way = add_floor(straight, "corridor", {10.0, low, 28.4, high});
    add_way(straight, "door", room, way, upright(10.0, low, high));
    add_way_out(straight, "exit", way, upright(28.4, low, high));
    Plan bent = bare_plan("corner-24", "Corner of corridors of 2.4 m", "2.4米走廊转角");
    const int bent_room = add_floor(bent, "room", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    const int bend = add_floor(bent, "corridor",
                               {Vec2(10.0, low), Vec2(20.4, low), Vec2(20.4, 14.2),
                                Vec2(18.0, 14.2), Vec2(18.0, high), Vec2(10.0, high)});
    add_way(bent, "door", bent_room, bend, upright(10.0, low, high));
    add_way_out(bent, "exit", bend, level_line(14.2, 18.0, 20.4));
    one.plans = {straight, bent};
    Json drill = drill_in("val-corner", both("Round the corner", "绕转角"), "corner-24.plan.json",
                          300.0, 10.0);
    drill["profiles"].push_back({{"id", "adult"}, {"pre_movement", 0}});
    drill["groups"].push_back(group_in("all", "room", "adult", 150));
    one.drills.push_back(drill);
    add_run(one, "corner", "val-corner.drill.json", nullptr, 3);
    add_run(one, "straight", "val-corner.drill.json",
            Json::array({put("/plan", "straight-24.plan.json")}), 3);
    for (const std::string run : {"corner", "straight"}) {
        measure(one, "js-" + run, run, "flow", "1/(m s)",
                {{"line", eastward(15.0, low, high)}, {"width", 2.4}});
        measure(one, "t-" + run, run, "time_out", "s");
        measure(one, "v-" + run, run, "speed", "m/s",
                {{"area", box(18.0, low, 20.4, high)}, {"window", {10.0, 30.0}}});
    }
    measure(one, "density", "corner", "density", "1/m²",
            {{"area", box(18.0, low, 20.4, high)}, {"window", {10.0, 30.0}}});
    derive(one, "ratio", "ratio", {"js-corner", "js-straight"}, "");
    return one;
}

// ---- Merging ----------------------------------------------------------------------------------

CaseFolder merging() {
    CaseFolder one = case_in(
        "validation", "val-merging", both("Two streams merge", "两股人流汇合"),
        "Blind test, not calibrated: T-junction of equal corridors",
        both("T of corridors of 2.4 m, 150 persons from each side", "2.4米T形走廊，两侧各150人"));
    Plan plan = bare_plan("tee", "T of corridors of 2.4 m", "2.4米T形走廊");
    constexpr double half = 1.2;
    const int west = add_floor(plan, "west-room", {-20.0, -5.0, -10.0, 5.0}, 0.0, "room");
    const int east = add_floor(plan, "east-room", {10.0, -5.0, 20.0, 5.0}, 0.0, "room");
    const int tee =
        add_floor(plan, "tee",
                  {Vec2(-10.0, -half), Vec2(10.0, -half), Vec2(10.0, half), Vec2(half, half),
                   Vec2(half, 12.0), Vec2(-half, 12.0), Vec2(-half, half), Vec2(-10.0, half)});
    add_way(plan, "west-door", west, tee, upright(-10.0, -half, half));
    add_way(plan, "east-door", east, tee, upright(10.0, -half, half));
    add_way_out(plan, "exit", tee, level_line(12.0, -half, half));
    one.plans.push_back(plan);
    Json drill =
        drill_in("val-merging", both("From both sides", "两侧汇入"), "tee.plan.json", 400.0, 10.0);
    drill["profiles"].push_back({{"id", "adult"}, {"pre_movement", 0}});
    drill["groups"] = {group_in("from-west", "west-room", "adult", 150),
                       group_in("from-east", "east-room", "adult", 150)};
    one.drills.push_back(drill);
    add_run(one, "walk", "val-merging.drill.json", nullptr, 5);
    const auto through = [&](const std::string& id, const Json& line, const Json& more) {
        Json entry = {{"line", line}};
        entry.update(more);
        measure(one, id, "walk", "flow", "1/s", entry);
    };
    through("from-west", northward(6.0, -half, half), {{"group", "from-west"}});
    through("from-east", northward(6.0, -half, half), {{"group", "from-east"}});
    through("together", northward(6.0, -half, half), Json::object());
    derive(one, "ratio", "ratio", {"from-west", "from-east"}, "");
    measure(one, "js", "walk", "flow", "1/(m s)",
            {{"line", northward(6.0, -half, half)}, {"width", 2.4}});
    measure(one, "branch", "walk", "density", "1/m²",
            {{"area", box(-5.0, -half, -3.0, half)}, {"window", {15.0, 50.0}}});
    measure(one, "main", "walk", "density", "1/m²",
            {{"area", box(-half, 6.0, half, 8.0)}, {"window", {15.0, 50.0}}});
    expect_within(one, "ratio", 0.85, 1.15,
                  both("our proposal: 1:1 ± 15 %", "本项目建议：1:1±15%"));
    expect_increasing(
        one, {"main", "branch"},
        both("people jam before the junction, not behind it", "拥堵在汇合前而非汇合后"));
    return one;
}

// ---- A school ---------------------------------------------------------------------------------

CaseFolder school() {
    CaseFolder one = case_in("validation", "val-school-band",
                             both("Discharge of a school", "学校疏散平均流出率"),
                             "Drills published by schools: Haijun 4.7, Chongqing 9.3, San Rafael "
                             "2.5, Salobreña 2.5, Costa "
                             "Oeste 2.1 persons/s",
                             both("The shipped school in its fire drill", "随附学校的消防演练"));
    add_run(one, "drill", "../../../school/school.drill.json",
            Json::array({put("/record", {{"frames_per_second", 1}})}));
    measure(one, "people", "drill", "time_out", "", {{"stat", "count"}});
    measure(one, "time", "drill", "time_out", "s");
    measure(one, "inside", "drill", "still_inside", "");
    derive(one, "discharge", "ratio", {"people", "time"}, "1/s");
    expect_within(one, "discharge", 2.0, 10.0,
                  both("2 to 10 persons/s in published drills", "公开演练为2至10人/秒"));
    return one;
}

}  // namespace

CaseFolders validation_streams() {
    return {counterflow(), corner(), merging(), school()};
}

}  // namespace evac::drawing
