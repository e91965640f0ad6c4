#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

constexpr const char* guideline = "RiMEA guideline 4.1.1, annex 1, ";

/// Steps that rise 6 m over 8 m: 10 m along the slope.
constexpr Steps steep{0.1875, 0.25};

/// One person walks all of a track; "time" is that on the way itself.
void measure_track(CaseFolder& one, const std::string& run, const std::string& first,
                   const std::string& suffix) {
    measure(one, "begun" + suffix, run, "unit_empty", "s", {{"of", first}});
    measure(one, "ended" + suffix, run, "unit_empty", "s", {{"of", "way"}});
    derive(one, "time" + suffix, "difference", {"ended" + suffix, "begun" + suffix}, "s");
}

Json lone_walk(const std::string& id, const std::string& plan, const Json& profile,
               const std::string& from, const std::string& exit) {
    Json drill = drill_in(id, both("One person on its way", "单人行走"), plan, 120.0, 20.0);
    drill["profiles"].push_back(profile);
    Json group = group_in("one", from, "walker", 1);
    group["exits"] = Json::array({exit});
    drill["groups"].push_back(group);
    return drill;
}

CaseFolder corridor() {
    CaseFolder one = case_in(
        "rimea", "rimea-01", both("Speed in a corridor", "走廊内保持步行速度"),
        std::string(guideline) + "test 1",
        both("Corridor of 2 m by 40 m, one person of 1.33 m/s", "走廊2米×40米，1人，1.33米/秒"),
        true);
    one.plans.push_back(track("corridor-40", 40.0, 2.0, "walkway"));
    one.drills.push_back(lone_walk("rimea-01", "corridor-40.plan.json", walker("walker", 1.33),
                                   "before", "exit-behind"));
    add_run(one, "walk", "rimea-01.drill.json");
    measure_track(one, "walk", "before", "");
    measure(one, "speed", "walk", "speed", "m/s", {{"area", box(12.0, 0.0, 32.0, 2.0)}});
    expect_within(one, "time", 26.0, 34.0,
                  both("nominal 30.08 s; 0.4 m body, 1 s reaction, 5 % speed allowed",
                       "名义30.08秒；允许人体0.4米、反应1秒、速度5%的偏差"));
    return one;
}

CaseFolder stairs(bool up) {
    const std::string id = up ? "rimea-02" : "rimea-03";
    CaseFolder one = case_in(
        "rimea", id,
        up ? both("Speed up stairs", "上楼梯速度") : both("Speed down stairs", "下楼梯速度"),
        std::string(guideline) + (up ? "test 2" : "test 3"),
        up ? both("Stair 2 m wide, 10 m along the slope (8 m on plan), one person, 0.5 m/s on plan",
                  "楼梯宽2米、斜长10米（水平8米），1人，水平速度0.5米/秒")
           : both(
                 "Stair 2 m wide, 10 m along the slope (8 m on plan), one person, 0.65 m/s on plan",
                 "楼梯宽2米、斜长10米（水平8米），1人，水平速度0.65米/秒"),
        true);
    Json person = walker("walker", 1.0);
    person["stairs_up"] = 0.5;
    person["stairs_down"] = 0.65;
    if (up) {
        one.plans.push_back(stair_track("stair-10", 8.0, 2.0, steep));
        one.drills.push_back(lone_walk(id, "stair-10.plan.json", person, "before", "exit-behind"));
    } else {
        one.drills.push_back(
            lone_walk(id, "../rimea-02/stair-10.plan.json", person, "behind", "exit-before"));
    }
    add_run(one, "walk", id + ".drill.json");
    measure_track(one, "walk", up ? "before" : "behind", "");
    const double nominal = up ? 8.0 / 0.5 : 8.0 / 0.65;
    expect_within(one, "time", 0.95 * nominal, 1.05 * nominal,
                  both("8 m on plan at the set speed, 5 % (jpscore); RiMEA states no number",
                       "水平8米按设定速度，误差5%（jpscore）；RiMEA未给数值"));
    return one;
}

CaseFolder reaction() {
    CaseFolder one = case_in(
        "rimea", "rimea-05", both("Reaction times", "反应时间"), std::string(guideline) + "test 5",
        both("Room of 8 m by 5 m, exit of 1 m, 10 persons, reaction evenly from 10 to 100 s",
             "房间8米×5米，出口1米，10人，反应时间10至100秒均匀分布"),
        true);
    one.plans.push_back(small_room("room-8x5"));
    Json drill = drill_in("rimea-05", both("Ten persons who react in their time", "10人分别反应"),
                          "room-8x5.plan.json", 150.0, 20.0);
    Json person = walker("walker", 1.33);
    person["pre_movement"] = {{"uniform", {10.0, 100.0}}};
    drill["profiles"].push_back(person);
    drill["groups"].push_back(group_in("all", "room", "walker", 10));
    one.drills.push_back(drill);
    add_run(one, "walk", "rimea-05.drill.json");
    measure(one, "error", "walk", "start_error", "s");
    measure(one, "first", "walk", "property", "s", {{"of", "pre_movement"}, {"stat", "min"}});
    measure(one, "last", "walk", "property", "s", {{"of", "pre_movement"}, {"stat", "max"}});
    expect_at_most(one, "error", 0.5, both("each starts at its own time", "每人在各自时刻起步"));
    return one;
}

CaseFolder corner() {
    CaseFolder one =
        case_in("rimea", "rimea-06", both("Movement round a corner", "绕转角行走"),
                std::string(guideline) + "test 6, figure 6",
                both("Corner of two corridors of 2 m, arms of 12 m, 20 persons in the first 6 m",
                     "宽2米走廊转角，每臂12米，前6米内20人"),
                true);
    one.plans.push_back(corner_2m("corner-2"));
    Json drill = drill_in("rimea-06", both("Twenty round the corner", "20人绕转角"),
                          "corner-2.plan.json", 120.0, 10.0);
    drill["profiles"].push_back(walker("walker", 1.33));
    drill["groups"].push_back(group_in("all", "start", "walker", 20));
    one.drills.push_back(drill);
    add_run(one, "walk", "rimea-06.drill.json");
    measure(one, "inside", "walk", "still_inside", "");
    measure(one, "in-walls", "walk", "outside_floor", "");
    measure(one, "time", "walk", "time_out", "s");
    expect_at_most(one, "inside", 0.0, both("all get round", "全部通过"));
    expect_at_most(one, "in-walls", 0.0, both("nobody inside walls", "无人进入墙体"));
    return one;
}

/// Figure 3 (Weidmann) as others read it off, for one sex: men are 10.9 % faster than women, and
/// both together have the speed of the figure.
std::string speed_band(bool men) {
    struct Point {
        int age;
        double low, high;  // [m/s]
    };
    // Where they give one number, 0.02 m/s about it: as wide as their other bands.
    constexpr Point figure[] = {{20, 1.60, 1.64}, {30, 1.52, 1.56}, {40, 1.46, 1.50},
                                {50, 1.39, 1.43}, {60, 1.25, 1.29}, {70, 1.05, 1.09}};
    constexpr double men_faster = 0.109;
    const double factor = (men ? 1.0 + men_faster : 1.0) / (1.0 + 0.5 * men_faster);
    std::string text = "x,low,high\n";
    for (const Point& point : figure) {
        text +=
            fmt::format("{},{:.4f},{:.4f}\n", point.age, factor * point.low, factor * point.high);
    }
    return text;
}

CaseFolder demography() {
    CaseFolder one = case_in(
        "rimea", "rimea-07", both("Assignment of demographic parameters", "人口统计参数分配"),
        std::string(guideline) + "test 7, figure 3; age groups of RiMEA 3.0 (Weidmann)",
        both("50 persons of each age group, and 200 of the default population; six seeds",
             "每个年龄组50人，另有默认人群200人；六个种子"),
        true);
    Plan plan = bare_plan("hall-20", "Hall of 20 m by 20 m", "20米×20米大厅");
    const int hall = add_floor(plan, "hall", {0.0, 0.0, 20.0, 20.0}, 0.0, "room");
    add_way_out(plan, "exit", hall, upright(20.0, 8.0, 12.0));
    one.plans.push_back(plan);
    Json drill = drill_in("rimea-07", both("People of all ages", "各年龄人群"), "hall-20.plan.json",
                          1.0, 10.0);
    struct AgeGroup {
        const char* id;
        double slowest, fastest;
    };
    constexpr AgeGroup ages[] = {{"under-30", 0.58, 1.61},
                                 {"30-to-50", 1.41, 1.54},
                                 {"over-50", 0.68, 1.41},
                                 {"impaired", 0.46, 0.76}};
    add_run(one, "draw", "rimea-07.drill.json", nullptr, 6);
    for (const AgeGroup& age : ages) {
        drill["profiles"].push_back(
            walker(age.id, {{"uniform", {age.slowest, age.fastest}}}, 0.15));
        drill["groups"].push_back(group_in(age.id, "hall", age.id, 50));
        const auto of_speed = [&](const char* stat) {
            measure(one, std::string(age.id) + "-" + stat, "draw", "property",
                    std::string(stat) == "ks" ? "" : "m/s",
                    {{"of", "free_speed"}, {"stat", stat}, {"group", age.id}});
            return std::string(age.id) + "-" + stat;
        };
        const Label says = both("speeds of the age group", "该年龄组速度范围");
        expect_at_least(one, of_speed("min"), age.slowest, says);
        expect_at_most(one, of_speed("max"), age.fastest, says);
        expect_at_least(one, of_speed("ks"), 0.05, drawn_as_told);
    }
    drill["profiles"].push_back(
        {{"id", "anybody"}, {"population", "rimea"}, {"body_radius", 0.15}, {"pre_movement", 0}});
    drill["groups"].push_back(group_in("anybody", "hall", "anybody", 200));
    one.drills.push_back(drill);
    const auto of_anybody = [&](const char* id, const char* of, const char* stat) {
        measure(one, id, "draw", "property", "",
                {{"of", of}, {"stat", stat}, {"group", "anybody"}});
        return id;
    };
    const Label ages_say = both("ages from 10 to 85, normal about 50 ± 20 (3.2.4)",
                                "年龄10至85岁，正态50±20（3.2.4）");
    expect_at_least(one, of_anybody("youngest", "age", "min"), 10.0, ages_say);
    expect_at_most(one, of_anybody("oldest", "age", "max"), 85.0, ages_say);
    expect_at_least(one, of_anybody("age-ks", "age", "ks"), 0.05, ages_say);
    expect_within(one, of_anybody("men", "male", "mean"), 0.45, 0.55,
                  both("as many men as women", "男女各半"));
    for (const std::string sex : {"women", "men"}) {
        one.texts[sex + ".csv"] = speed_band(sex == "men");
        measure(one, "speed-of-" + sex, "draw", "property_band", "",
                {{"of", "free_speed"},
                 {"over", "age"},
                 {"group", "anybody"},
                 {"sex", sex},
                 {"reference", sex + ".csv"},
                 {"x_name", text_of(both("age [years]", "年龄 [岁]"))},
                 {"y_name", axis_speed()},
                 {"points_name", text_of(sex == "men" ? both("men, drawn", "抽取的男性")
                                                      : both("women, drawn", "抽取的女性"))},
                 {"reference_name",
                  text_of(both("figure 3, read off, for the sex", "图3读数，按性别"))},
                 {"band_name", text_of(both("as far as it can be read", "读数精度"))}});
        expect_at_least(
            one, "speed-of-" + sex, 1.0,
            both("everybody walks as fast as figure 3 has it for the age (read off to "
                 "0.02 m/s), men 10.9 % faster than women (3.2.4)",
                 "人人速度符合图3对应年龄（读数±0.02米/秒），男性比女性快10.9%（3.2.4）"));
    }
    return one;
}

}  // namespace

CaseFolders rimea_components() {
    return {corridor(), stairs(true), stairs(false), reaction(), corner(), demography()};
}

}  // namespace evac::drawing
