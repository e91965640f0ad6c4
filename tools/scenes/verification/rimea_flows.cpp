#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

#include <array>

namespace evac::drawing {

namespace {

constexpr const char* guideline = "RiMEA guideline 4.1.1, annex 1, ";

// ---- 4: fundamental diagram -------------------------------------------------------------------

CaseFolder diagram() {
    CaseFolder one = case_in(
        "rimea", "rimea-04", both("Fundamental diagram", "基本图"),
        std::string(guideline) + "test 4; points of Weidmann 1993 beside it",
        both(
            "Corridor 2 m wide, closed in itself (instead of 1000 m by 10 m), 0.5 to 6 persons per "
            "m²; measured in 2 m by 2 m over 60 s, the first 10 s left out",
            "宽2米环形走廊（代替1000×10米），密度0.5至6人/平方米；2×2米区域内测60秒，舍去前10秒"));
    one.plans.push_back(ring("ring-2m", 2.0, 26.0, 2.0));
    Json drill =
        drill_in("rimea-04", both("Round and round", "环形行走"), "ring-2m.plan.json", 70.0, 5.0);
    // The highest density asks for small bodies: 6 persons per m2 have 0.167 m2 each.
    drill["profiles"].push_back(
        walker("walker", {{"normal", {1.34, 0.26}}, {"min", 0.7}, {"max", 2.0}}, 0.17));
    drill["groups"].push_back(walks_round(
        {{"id", "all"}, {"people", {{{"level", "L0"}, {"profile", "walker"}, {"density", 1.0}}}}}));
    one.drills.push_back(drill);
    std::vector<std::string> runs;
    std::vector<std::string> speeds;
    Json at = Json::array();
    for (const double density : {0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0}) {
        const std::string id = fmt::format("d{:g}", density);
        add_run(one, id, "rimea-04.drill.json",
                Json::array({put("/groups/0/people/0/density", density)}));
        const Json where = {{"area", box(12.0, 0.0, 14.0, 2.0)}, {"window", {10.0, 70.0}}};
        runs.push_back(id);
        speeds.insert(speeds.begin(), "v-" + id);
        at.insert(at.begin(), density);
        Json along = where;
        along["direction"] = {1.0, 0.0};
        measure(one, speeds.front(), id, "speed", "m/s", along);
        measure(one, "rho-" + id, id, "density", "1/m²", where);
        measure(one, "js-" + id, id, "flow", "1/(m s)",
                {{"line", eastward(13.0, 0.0, 2.0)}, {"width", 2.0}, {"from", 0.0}, {"to", 1.0}});
    }
    derive(one, "slowest", "statistic", speeds, "m/s", {{"stat", "min"}});
    expect_at_least(one, "slowest", 0.02,
                    both("the crowd moves at every density", "任何密度下人群均在移动"));
    measure(one, "advance", runs, "least_advance", "m", {{"window", {10.0, 70.0}}});
    derive(one, "slope", "regression", speeds, "m³/s",
           {{"stat", "slope"},
            {"x", at},
            {"x_name", axis_density()},
            {"y_name", axis_speed()},
            {"reference_name", text_of(both("Weidmann 1993", "Weidmann 1993"))},
            {"reference",
             {{0.5, 1.298},
              {1.0, 1.058},
              {1.5, 0.807},
              {2.0, 0.606},
              {3.0, 0.331},
              {4.0, 0.156},
              {5.0, 0.037}}}});
    expect_increasing(one, speeds,
                      both("the speed falls as the density grows", "速度随密度增大而下降"));
    return one;
}

// ---- 13: stairs -------------------------------------------------------------------------------

/// The digitised band of figure 16; its middle stands for the mean.
std::string stair_band(const std::vector<std::array<double, 3>>& rows) {
    std::string text = "density,mean,p10,p90\n";
    for (const auto& [density, low, high] : rows) {
        text += fmt::format("{:g},{:.3f},{:g},{:g}\n", density, 0.5 * (low + high), low, high);
    }
    return text;
}

CaseFolder stairs() {
    CaseFolder one = case_in(
        "rimea", "rimea-13", both("Fundamental diagram on stairs", "楼梯基本图"),
        std::string(guideline) + "test 13, figures 16 and 17 (Corbetta et al.), band digitised",
        both("Room of 10 m by 10 m with 100 persons, 2 m approach, stair 2 m wide and 5 m long on "
             "plan, 2 m departure; up and down",
             "10米×10米房间100人，引道2米，楼梯宽2米、水平长5米，其后2米；上行与下行"));
    one.plans.push_back(
        stair_between_rooms("stair-5", {0.0, 0.0, 10.0, 10.0}, 2.0, 5.0, {0.17, 0.25}));
    one.texts["up.csv"] = stair_band({{0.6, 0.48, 1.02},
                                      {0.8, 0.46, 0.93},
                                      {1.0, 0.46, 0.86},
                                      {1.2, 0.46, 0.80},
                                      {1.4, 0.46, 0.76},
                                      {1.5, 0.46, 0.74}});
    one.texts["down.csv"] = stair_band({{0.6, 0.66, 1.12},
                                        {0.8, 0.60, 1.00},
                                        {1.0, 0.55, 0.89},
                                        {1.2, 0.50, 0.81},
                                        {1.4, 0.48, 0.76},
                                        {1.5, 0.48, 0.73}});
    Json drill = drill_in("rimea-13", both("A hundred on a stair", "百人过楼梯"),
                          "stair-5.plan.json", 400.0, 10.0);
    drill["profiles"].push_back({{"id", "adult"}, {"pre_movement", 0}});
    Json group = group_in("all", "room-low", "adult", 100);
    group["exits"] = {"exit-high"};
    drill["groups"].push_back(group);
    one.drills.push_back(drill);
    add_run(one, "up", "rimea-13.drill.json", nullptr, 3);
    add_run(one, "down", "rimea-13.drill.json",
            Json::array({put("/groups/0/people/0/unit", "room-high"),
                         put("/groups/0/exits", {"exit-low"})}),
            3);
    for (const std::string run : {"up", "down"}) {
        const Json flight = {{"area", box(12.0, 4.0, 17.0, 6.0)}};
        Json diagram = flight;
        diagram["reference"] = run + ".csv";
        diagram["reference_name"] =
            text_of(run == "up" ? both("people going up, figure 16 (middle of the band)",
                                       "上行，图16（区间中值）")
                                : both("people going down, figure 17 (middle of the band)",
                                       "下行，图17（区间中值）"));
        diagram["band_name"] = text_of(corbetta_band);
        measure(one, "v-" + run, run, "speed", "m/s", flight);
        measure_diagram(one, "band-" + run, {run}, diagram, both("simulated", "仿真"));
        measure(one, "js-" + run, run, "flow", "1/(m s)",
                {{"line", run == "up" ? eastward(14.5, 4.0, 6.0) : westward(14.5, 4.0, 6.0)},
                 {"width", 2.0}});
        expect_at_least(one, "band-" + run, 0.75,
                        both("three quarters of the bins in the band", "四分之三的区间在带内"));
        expect_at_least(one, "bins-band-" + run, 4.0,
                        both("enough densities to judge by", "有足够的密度区间可供判定"));
    }
    expect_increasing(one, {"v-up", "v-down"},
                      both("people go down faster than up", "下行快于上行"));
    return one;
}

// ---- 14: choice of route ----------------------------------------------------------------------

CaseFolder route() {
    CaseFolder one =
        case_in("rimea", "rimea-14",
                both("Choice of route: stairs or the long way", "路线选择：楼梯或长路"),
                std::string(guideline) + "test 14, figure 18 (without dimensions)",
                both("Corridor of 2 m round a square of 20 m; across it a flight down, a corridor "
                     "and a flight "
                     "up; 20 persons",
                     "边长20米、宽2米的环廊；中间有下行梯段、走廊与上行梯段的捷径；20人"));
    Plan plan = bare_plan("short-cut", "Ring corridor with a short cut", "环廊与楼梯捷径");
    const Steps steps{0.16, 0.3};
    constexpr double run = 5.4;
    const double sunk = -run / steps.tread * steps.riser;
    const int room = add_floor(plan, "room", {-6.0, 7.0, 0.0, 13.0}, 0.0, "room");
    const int west = add_floor(plan, "west", {0.0, 2.0, 2.0, 18.0});
    const int north = add_floor(plan, "north", {0.0, 18.0, 20.0, 20.0});
    const int south = add_floor(plan, "south", {0.0, 0.0, 20.0, 2.0});
    const int east = add_floor(plan, "east", {18.0, 2.0, 20.0, 18.0});
    const int down = add_flight(plan, "down", {2.0, 9.0, 2.0 + run, 11.0}, sunk, steps);
    const int below = add_floor(plan, "below", {2.0 + run, 9.0, 18.0 - run, 11.0}, sunk);
    const int up = add_flight(plan, "up", {18.0 - run, 9.0, 18.0, 11.0}, sunk, steps);
    add_way(plan, "room-door", room, west, upright(0.0, 9.0, 11.0));
    add_way(plan, "north-west", west, north, level_line(18.0, 0.0, 2.0));
    add_way(plan, "south-west", west, south, level_line(2.0, 0.0, 2.0));
    add_way(plan, "north-east", north, east, level_line(18.0, 18.0, 20.0));
    add_way(plan, "south-east", south, east, level_line(2.0, 18.0, 20.0));
    add_way(plan, "down-head", west, down, upright(2.0, 9.0, 11.0));
    add_way(plan, "down-foot", below, down, upright(2.0 + run, 9.0, 11.0));
    add_way(plan, "up-foot", below, up, upright(18.0 - run, 9.0, 11.0));
    add_way(plan, "up-head", east, up, upright(18.0, 9.0, 11.0));
    add_way_out(plan, "exit", east, upright(20.0, 9.0, 11.0));
    one.plans.push_back(plan);
    Json drill = drill_in("rimea-14", both("Twenty choose their way", "20人选择路线"),
                          "short-cut.plan.json", 200.0, 10.0);
    drill["profiles"].push_back(walker("walker", 1.33));
    drill["groups"].push_back(group_in("all", "room", "walker", 20));
    one.drills.push_back(drill);
    add_run(one, "walk", "rimea-14.drill.json");
    measure(one, "short", "walk", "passed", "", {{"line", eastward(10.0, 9.0, 11.0)}});
    measure(one, "long-north", "walk", "passed", "", {{"line", eastward(10.0, 18.0, 20.0)}});
    measure(one, "long-south", "walk", "passed", "", {{"line", eastward(10.0, 0.0, 2.0)}});
    measure(one, "time", "walk", "time_out", "s");
    return one;
}

// ---- 15: a large crowd round a corner ---------------------------------------------------------

Plan wide_straight(const std::string& id, double length) {
    Plan plan = bare_plan(id, "Way of 20 m", "20米宽通道");
    const int start = add_floor(plan, "start", {0.0, 0.0, 6.0, 20.0});
    const int way = add_floor(plan, "way", {6.0, 0.0, length, 20.0});
    add_way(plan, "on", start, way, upright(6.0, 0.0, 20.0));
    add_way_out(plan, "exit", way, upright(length, 0.0, 20.0));
    return plan;
}

CaseFolder crowd_round_corner() {
    CaseFolder one =
        case_in("rimea", "rimea-15", both("Large crowd round a corner", "大规模人群绕转角"),
                std::string(guideline) + "test 15, figure 19",
                both("500 persons in the first 6 m of ways 20 m wide: 75.4 m straight, a corner "
                     "with arms of "
                     "34 m and 30 m on the middle line, 44 m straight",
                     "20米宽通道前6米内500人：直线75.4米、中线34+30米转角、直线44米"));
    one.plans.push_back(wide_straight("straight-long", 75.4));
    one.plans.push_back(wide_straight("straight-short", 44.0));
    Plan corner = bare_plan("wide-corner", "Corner of 20 m", "20米宽转角");
    const int start = add_floor(corner, "start", {0.0, 0.0, 6.0, 20.0});
    const int way = add_floor(corner, "way",
                              {Vec2(6.0, 0.0), Vec2(44.0, 0.0), Vec2(44.0, 40.0), Vec2(24.0, 40.0),
                               Vec2(24.0, 20.0), Vec2(6.0, 20.0)});
    add_way(corner, "on", start, way, upright(6.0, 0.0, 20.0));
    add_way_out(corner, "exit", way, level_line(40.0, 24.0, 44.0));
    one.plans.push_back(corner);
    Json drill = drill_in("rimea-15", both("Five hundred on a wide way", "500人行于宽通道"),
                          "wide-corner.plan.json", 400.0, 4.0);
    drill["profiles"].push_back(walker("walker", 1.33, 0.18));
    drill["groups"].push_back(group_in("all", "start", "walker", 500));
    one.drills.push_back(drill);
    for (const std::string plan : {"straight-short", "wide-corner", "straight-long"}) {
        add_run(one, plan, "rimea-15.drill.json", Json::array({put("/plan", plan + ".plan.json")}),
                20);
        measure(one, "t-" + plan, plan, "time_out", "s");
    }
    expect_increasing(one, {"t-straight-short", "t-wide-corner", "t-straight-long"},
                      both("between the inner and the outer way", "介于内侧与外侧路径之间"));
    return one;
}

// ---- 16: single file --------------------------------------------------------------------------

CaseFolder single_file() {
    constexpr double width = 0.5;
    constexpr double straight = 13.0;
    constexpr double apart = 2.0;
    CaseFolder one = case_in(
        "rimea", "rimea-16", both("One-dimensional fundamental diagram", "一维基本图（单列）"),
        std::string(guideline) + "test 16, figures 20 and 21; experiments of Jülich in single file",
        both("Ring 0.5 m wide (one body) and 32.8 m long, 10 to 56 persons, measured after three "
             "laps over "
             "3.8 m",
             "宽0.5米（一人宽）、长32.8米环道，10至56人，三圈后在3.8米内测量"));
    one.plans.push_back(ring("ring-single", width, straight, apart));
    Json drill = drill_in("rimea-16", both("Behind one another", "单列行走"),
                          "ring-single.plan.json", 180.0, 10.0);
    drill["profiles"].push_back(
        walker("walker", {{"normal", {1.24, 0.1}}, {"min", 0.9}, {"max", 1.6}}));
    drill["motivation"] = "calm";
    drill["profiles"].back()["body_radius"] = 0.23;  // the ring is as wide as they are
    drill["groups"].push_back(walks_round(
        {{"id", "all"},
         {"people", {people_in("south", "walker", 6), people_in("north", "walker", 6)}}}));
    one.drills.push_back(drill);
    struct Density {
        int people;
        double three_laps;  // by the speeds of the experiments [s]
    };
    constexpr Density densities[] = {{10, 100.0}, {20, 120.0}, {30, 140.0},
                                     {40, 220.0}, {50, 370.0}, {56, 480.0}};
    // 3.8 m and not 4 m: whole numbers of people then fall inside the bins of the table.
    const Json window = {-61.0, -1.0};
    const Json where = {{"area", box(4.6, 0.0, 8.4, width)}, {"length", 3.8}, {"window", window}};
    const auto run = [&](const std::string& id, int people, double from, Json patch) {
        patch.push_back(put("/time_limit", from + 61.0));
        patch.push_back(put("/groups/0/people/0/count", people / 2));
        patch.push_back(put("/groups/0/people/1/count", people - people / 2));
        add_run(one, id, "rimea-16.drill.json", patch);
        measure(one, "v-" + id, id, "speed", "m/s", where);
        measure(one, "rho-" + id, id, "density", "1/m", where);
    };
    std::vector<std::string> runs;
    for (const Density& density : densities) {
        runs.push_back(fmt::format("n{}", density.people));
        run(runs.back(), density.people, density.three_laps, Json::array());
    }
    Json diagram = where;
    diagram["reference"] = "../../data/fd_single_file.csv";
    diagram["x_name"] = axis_density_single_file();
    diagram["reference_name"] =
        text_of(both("experiments in single file, Jülich (mean)", "Jülich 单列实验（均值）"));
    measure_diagram(one, "band", runs, diagram, both("simulated, calm", "仿真（从容）"));
    run("slow", 20, 160.0, Json::array({put("/profiles/0/free_speed", 0.7)}));
    run("fast", 20, 120.0, Json::array({put("/profiles/0/free_speed", 1.6)}));
    expect_at_least(one, "band", 0.75,
                    both("between the 10 % and 90 % of the experiments, or within 20 % of their "
                         "mean, in three quarters of the bins",
                         "四分之三的区间落在实验10%至90%之间或均值±20%内"));
    expect_at_least(one, "bins-band", 7.0,
                    both("enough densities to judge by", "有足够的密度区间可供判定"));
    expect_all_moving(one, runs, window);
    expect_increasing(one, {"v-slow", "v-n20", "v-fast"},
                      both("other free speeds shift the curve", "自由速度改变则曲线平移"));
    return one;
}

}  // namespace

CaseFolders rimea_flows() {
    return {diagram(), stairs(), route(), crowd_round_corner(), single_file()};
}

}  // namespace evac::drawing
