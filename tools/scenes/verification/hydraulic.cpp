#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

#include <array>

namespace evac::drawing {

namespace {

constexpr const char* handbook = "SFPE Handbook, hydraulic model (Gwynne and Rosenbaum)";

Json hydraulic(Json drill) {
    drill["model"] = "hydraulic";
    return drill;
}

CaseFolder door(const std::string& id, const std::string& plan, Plan drawn, int people,
                double seconds, const Label& title, const Label& setup, const Label& by_hand) {
    CaseFolder one = case_in("hydraulic", id, title, handbook, setup, true);
    if (!drawn.id.empty()) {
        one.plans.push_back(std::move(drawn));
    }
    Json drill = hydraulic(drill_in(id, title, plan, 400.0, 5.0));
    drill["profiles"].push_back(walker("walker", 1.19));
    drill["groups"].push_back(group_in("all", "room", "walker", people));
    one.drills.push_back(drill);
    add_run(one, "walk", id + ".drill.json");
    measure(one, "time", "walk", "time_out", "s");
    measure(one, "flow", "walk", "flow", "1/s", {{"line", eastward(7.9, 1.5, 3.5)}});
    expect_within(one, "time", 0.95 * seconds, 1.05 * seconds, by_hand);
    return one;
}

CaseFolder door_1m() {
    return door(
        "hyd-door-100", "../../rimea/rimea-05/room-8x5.plan.json", {}, 100, 107.4,
        both("Hand calculation: door of 1 m", "手算：1米门"),
        both("Room of 8 m by 5 m, 100 persons, door of 1 m (0.7 m effective)",
             "8米×5米房间100人，门1米（有效0.7米）"),
        both("N / (Fs We) = 107.4 s with Fs 1.33; 5 %", "N/(Fs·We)＝107.4秒（Fs 1.33）；±5%"));
}

CaseFolder door_06() {
    Plan plan = bare_plan("room-09", "A room with a door of 0.9 m", "0.9米门房间");
    const int room = add_floor(plan, "room", {0.0, 0.0, 8.0, 5.0}, 0.0, "room");
    add_way_out(plan, "exit", room, upright(8.0, 2.05, 2.95));
    return door(
        "hyd-door-060", "room-09.plan.json", plan, 50, 62.8,
        both("Hand calculation: 0.6 m effective", "手算：有效宽度0.6米"),
        both("50 persons through an effective width of 0.6 m (0.9 m less two layers of 0.15 m)",
             "50人通过有效宽度0.6米（0.9米减两侧各0.15米）"),
        both("62.8 s by hand; 5 %", "手算62.8秒；±5%"));
}

CaseFolder walk_at_density() {
    CaseFolder one =
        case_in("hydraulic", "hyd-density",
                both("Hand calculation: walking at a density", "手算：给定密度下步行"), handbook,
                both("Closed corridor 6 m wide, 2 persons per m² in its middle, where it is "
                     "measured; 20 m are walked in 30.5 s; eight seeds",
                     "宽6米环形走廊，中部测区每平方米2人；步行20米需30.5秒；八个种子"));
    one.plans.push_back(ring("ring-6m", 6.0, 30.0, 4.0));
    Json drill = hydraulic(drill_in("hyd-density", both("Two per square metre", "每平方米2人"),
                                    "ring-6m.plan.json", 20.0, 5.0));
    drill["profiles"].push_back(walker("walker", 1.19));
    // Nobody stands or walks right at the walls: at 1.8 persons per m2 of the whole floor there are
    // 2 in the middle. A few dozen people are there at a time, so that one seed is a coin toss.
    drill["groups"].push_back(walks_round(
        {{"id", "all"}, {"people", {{{"level", "L0"}, {"profile", "walker"}, {"density", 1.8}}}}}));
    one.drills.push_back(drill);
    add_run(one, "walk", "hyd-density.drill.json", nullptr, 8);
    const Json where = {{"area", box(10.0, 2.0, 20.0, 4.0)}, {"window", {1.0, 8.0}}};
    measure(one, "speed", "walk", "speed", "m/s", where);
    measure(one, "density", "walk", "density", "1/m²", where);
    constexpr double by_hand = 20.0 / 30.5;
    expect_within(one, "density", 1.9, 2.1,
                  both("the density that the hand calculation means", "即手算所指的密度"));
    expect_within(one, "speed", 0.9 * by_hand, 1.1 * by_hand,
                  both("1.40 (1 - 0.266 · 2) = 0.655 m/s; 10 %, the density varies",
                       "1.40(1－0.266×2)＝0.655米/秒；密度有波动，±10%"));
    return one;
}

CaseFolder stair() {
    CaseFolder one = case_in("hydraulic", "hyd-stair",
                             both("Hand calculation: stair of 10 m", "手算：10米楼梯"), handbook,
                             both("Stair of steps 180/280 mm, 10 m along the slope, one person",
                                  "踏步180/280毫米、斜长10米楼梯，1人"),
                             true);
    constexpr double run = 8.4115;  // 10 m along the slope, on plan [m]
    one.plans.push_back(stair_track("stair-280", run, 2.0, {0.18, 0.28}));
    Json drill = hydraulic(drill_in("hyd-stair", both("Up ten metres", "上行10米"),
                                    "stair-280.plan.json", 60.0, 20.0));
    // k = 1.077 m/s on this stair, S = 0.856 k = 0.922 m/s along the slope.
    Json person = walker("walker", 1.19);
    person["stairs_up"] = 0.922 * run / 10.0 / 1.19;
    drill["profiles"].push_back(person);
    Json group = group_in("one", "before", "walker", 1);
    group["exits"] = {"exit-behind"};
    drill["groups"].push_back(group);
    one.drills.push_back(drill);
    add_run(one, "walk", "hyd-stair.drill.json");
    measure(one, "begun", "walk", "unit_empty", "s", {{"of", "before"}});
    measure(one, "ended", "walk", "unit_empty", "s", {{"of", "way"}});
    derive(one, "time", "difference", {"ended", "begun"}, "s");
    expect_within(one, "time", 0.98 * 10.84, 1.02 * 10.84,
                  both("10.84 s by hand; 2 %", "手算10.84秒；±2%"));
    return one;
}

// ---- The nine-storey office of the handbook -----------------------------------------------------

CaseFolder nine_storeys() {
    CaseFolder one = case_in(
        "hydraulic", "hyd-nine-storeys", both("Hand calculation: nine storeys", "手算：九层办公楼"),
        "SFPE Handbook, worked example of a nine-storey office building",
        both("300 persons on each of eight upper storeys, two stairs 1.12 m wide behind doors of "
             "0.91 m, steps 178/279 mm",
             "八个上部楼层各300人，两部楼梯宽1.12米，楼梯门0.91米，踏步178/279毫米"));
    Plan plan = bare_plan("nine-storeys", "Nine storeys", "九层办公楼");
    plan.levels.clear();
    std::vector<int> levels;
    constexpr int storeys = 9;
    const Steps steps{0.178, 0.279};
    constexpr int risers = 10;  // per flight
    for (int i = 0; i < storeys; ++i) {
        levels.push_back(
            add_level(plan, fmt::format("L{}", i),
                      both(fmt::format("Storey {}", i + 1), fmt::format("第{}层", i + 1)), i,
                      2.0 * risers * steps.riser * i));
    }
    constexpr double length = 91.0;
    constexpr double depth = 24.0;
    std::vector<int> floors;
    for (const int level : levels) {
        floors.push_back(add_unit(plan, level, fmt::format("floor-{}", level), {}, "office",
                                  {0.0, 0.0, length, depth}));
    }
    for (const bool west : {true, false}) {
        DogLegStair dog_leg;
        dog_leg.id = west ? "stair-west" : "stair-east";
        dog_leg.name = west ? both("West stair", "西楼梯") : both("East stair", "东楼梯");
        dog_leg.flight_width = 1.12;
        dog_leg.floor_landing = 1.3;
        dog_leg.mid_landing = 1.3;
        dog_leg.risers_per_flight = risers;
        dog_leg.steps = steps;
        const double outer = width(dog_leg);
        dog_leg.corner = Vec2(west ? -outer : length, 8.0);
        const std::vector<int> landings = add_dog_leg_stair(plan, dog_leg, levels);
        const double x = west ? 0.0 : length;
        for (std::size_t i = 0; i < landings.size(); ++i) {
            const std::string door = fmt::format("{}-door-{}", dog_leg.id, i);
            // On the ground people leave from the landing: nobody is on that storey.
            if (i > 0) {
                add_way(plan, door, floors[i], landings[i], upright(x, 8.2, 9.11));
            }
        }
        add_way_out(plan, west ? "exit-west" : "exit-east", landings.front(),
                    level_line(8.0, dog_leg.corner.x() + 0.5, dog_leg.corner.x() + 1.41));
    }
    one.plans.push_back(plan);
    Json drill = hydraulic(drill_in("hyd-nine-storeys", both("Nine storeys leave", "九层疏散"),
                                    "nine-storeys.plan.json", 3000.0, 1.0));
    Json person = walker("walker", 1.19);
    person["stairs_down"] = 0.65;
    drill["profiles"].push_back(person);
    Json people = Json::array();
    for (int i = 1; i < storeys; ++i) {
        people.push_back(people_in(fmt::format("floor-{}", i), "walker", 300));
    }
    drill["groups"].push_back({{"id", "all"}, {"people", people}});
    one.drills.push_back(drill);
    add_run(one, "walk", "hyd-nine-storeys.drill.json");
    measure(one, "time", "walk", "time_out", "s");
    measure(one, "inside", "walk", "still_inside", "");
    expect_within(one, "time", 0.95 * 1518.0, 1.05 * 1524.0,
                  both("1518 to 1524 s in other programs; 5 %", "其他程序1518至1524秒；±5%"));
    return one;
}

}  // namespace

CaseFolders hydraulic_cases() {
    return {door_1m(), door_06(), walk_at_density(), stair(), nine_storeys()};
}

}  // namespace evac::drawing
