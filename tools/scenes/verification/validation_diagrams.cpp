#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

namespace evac::drawing {

namespace {

const char* const juelich = "Experiments of Jülich (HERMES), Voronoi data binned";

const Label juelich_single_file =
    both("experiments in single file, Jülich (mean)", "Jülich 单列实验（均值）");
const Label juelich_open =
    both("experiments in an open corridor of 3 m, Jülich (mean)", "Jülich 3米开放走廊实验（均值）");
const Label juelich_closed = both("experiments in a closed corridor of 1.8 m, Jülich (mean)",
                                  "Jülich 1.8米封闭走廊实验（均值）");
const Label corbetta_up =
    both("people going up, Corbetta et al. (middle of the band)", "上行，Corbetta 等（区间中值）");
const Label corbetta_down = both("people going down, Corbetta et al. (middle of the band)",
                                 "下行，Corbetta 等（区间中值）");

const Label in_band = both(
    "between the 10 % and 90 % of the experiments, or within 20 % of their "
    "mean, in three quarters of the bins",
    "四分之三的区间落在实验10%至90%之间或均值±20%内");

/// The walkers of the open corridor: 1.50 m/s where they had room, bodies as adults have them.
Json student() {
    Json student = walker("student", {{"normal", {1.5, 0.2}}, {"min", 1.0}, {"max", 2.0}});
    student.erase("body_radius");
    return student;
}

// ---- Single file ------------------------------------------------------------------------------

CaseFolder single_file() {
    CaseFolder one =
        case_in("validation", "val-single-file", both("Single file", "单列行走基本图"),
                "Experiments of Jülich in single file (Seyfried et al. 2005, 2010), binned",
                both("Ring of 32.8 m with 10 to 56 persons, measured over 3.8 m",
                     "32.8米环道10至56人，3.8米测区"));
    std::vector<std::string> shares;
    for (const int people : {10, 20, 30, 40, 50, 56}) {
        const std::string id = fmt::format("n{}", people);
        // Evaluated as soon as the queue has formed, unlike the three laps that RiMEA asks for.
        add_run(one, id, "../../rimea/rimea-16/rimea-16.drill.json",
                Json::array({put("/groups/0/people/0/count", people / 2),
                             put("/groups/0/people/1/count", people - people / 2)}),
                2);
        const Json where = {
            {"area", box(4.6, 0.0, 8.4, 0.5)}, {"length", 3.8}, {"window", {60.0, 179.0}}};
        Json diagram = where;
        diagram["reference"] = "../../data/fd_single_file.csv";
        diagram["x_name"] = axis_density_single_file();
        diagram["reference_name"] = text_of(juelich_single_file);
        shares.push_back("band-" + id);
        measure(one, shares.back(), id, "fundamental_diagram", "", diagram);
        measure(one, "v-" + id, id, "speed", "m/s", where);
    }
    derive(one, "band", "statistic", shares, "", {{"stat", "mean"}});
    expect_at_least(one, "band", 0.75, in_band);
    return one;
}

// ---- An open corridor -------------------------------------------------------------------------

constexpr double wait_length = 12.0;
constexpr double corridor_end = wait_length + 8.0;
constexpr double south_wall = 3.5;
constexpr double north_wall = 6.5;

Plan open_corridor(const std::string& id, double in, double out) {
    Plan plan =
        bare_plan(id, "Corridor of 3 m with an entrance and an exit", "3米走廊（入口与出口可变）");
    const int room = add_floor(plan, "room", {0.0, 0.0, wait_length, 10.0}, 0.0, "room");
    const int corridor =
        add_floor(plan, "corridor", {wait_length, south_wall, corridor_end, north_wall});
    const int beyond = add_floor(plan, "beyond", {corridor_end, 0.0, corridor_end + 4.0, 10.0});
    add_way(plan, "entrance", room, corridor, upright(wait_length, 5.0 - 0.5 * in, 5.0 + 0.5 * in));
    add_way(plan, "end", corridor, beyond, upright(corridor_end, 5.0 - 0.5 * out, 5.0 + 0.5 * out));
    add_way_out(plan, "exit", beyond, upright(corridor_end + 4.0, 0.0, 10.0));
    return plan;
}

CaseFolder open_diagram() {
    CaseFolder one =
        case_in("validation", "val-corridor-open",
                both("Open corridor of 3 m", "3米开放走廊基本图"), juelich,
                both("250 persons enter a corridor of 8 m by 3 m by 0.6 m to 3 m and leave it by 1 "
                     "m to 3 m; "
                     "measured over 2 m in its middle",
                     "250人经0.6至3米入口进入8米×3米走廊，经1至3米出口离开；中部2米测区"));
    struct Widths {
        int in, out;  // [cm]
    };
    constexpr Widths widths[] = {{60, 300},  {80, 300},  {120, 300}, {180, 300}, {300, 300},
                                 {300, 200}, {300, 160}, {300, 120}, {300, 100}};
    Json drill = drill_in("val-corridor-open", both("Through a corridor", "通过走廊"),
                          "open-060-300.plan.json", 300.0, 10.0);
    drill["motivation"] = "calm";
    drill["profiles"].push_back(student());
    drill["groups"].push_back(group_in("all", "room", "student", 250));
    one.drills.push_back(drill);
    std::vector<std::string> shares;
    for (const Widths& w : widths) {
        const std::string id = fmt::format("open-{:03d}-{:03d}", w.in, w.out);
        one.plans.push_back(open_corridor(id, w.in / 100.0, w.out / 100.0));
        add_run(one, id, "val-corridor-open.drill.json",
                Json::array({put("/plan", id + ".plan.json")}));
        const double middle = 0.5 * (wait_length + corridor_end);
        Json where = {{"area", box(middle - 1.0, south_wall, middle + 1.0, north_wall)},
                      {"window", {10.0, 300.0}}};
        measure(one, "v-" + id, id, "speed", "m/s", where);
        measure(one, "rho-" + id, id, "density", "1/m²", where);
        measure(one, "js-" + id, id, "flow", "1/(m s)",
                {{"line", eastward(middle, south_wall, north_wall)},
                 {"width", 3.0},
                 {"from", 0.3},
                 {"to", 0.8}});
        where["reference"] = "../../data/fd_open_corridor.csv";
        where["reference_name"] = text_of(juelich_open);
        where["bin"] = 0.4;
        shares.push_back("band-" + id);
        measure(one, shares.back(), id, "fundamental_diagram", "", where);
    }
    derive(one, "band", "statistic", shares, "", {{"stat", "mean"}});
    expect_at_least(one, "band", 0.75, in_band);
    return one;
}

// ---- A closed corridor ------------------------------------------------------------------------

CaseFolder closed_diagram() {
    CaseFolder one =
        case_in("validation", "val-corridor-closed",
                both("Closed corridor against the open one", "环形走廊基本图"),
                std::string(juelich) +
                    "; the closed corridor of the experiments is shown, not judged: its "
                    "people walked more slowly",
                both("Ring 3 m wide, 0.2 to 3.4 persons per m², measured over 2 m",
                     "3米宽环廊，每平方米0.2至3.4人，2米测区"));
    one.plans.push_back(ring("ring-3m", 3.0, 20.0, 3.0));
    Json drill = drill_in("val-corridor-closed", both("Round a wide ring", "宽环廊行走"),
                          "ring-3m.plan.json", 90.0, 5.0);
    drill["motivation"] = "calm";
    drill["profiles"].push_back(student());
    drill["groups"].push_back(
        walks_round({{"id", "all"},
                     {"people", {{{"level", "L0"}, {"profile", "student"}, {"density", 1.0}}}}}));
    one.drills.push_back(drill);
    std::vector<std::string> shares;
    for (const double density : {0.2, 0.6, 1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.4}) {
        const std::string id = fmt::format("d{:g}", density);
        add_run(one, id, "val-corridor-closed.drill.json",
                Json::array({put("/groups/0/people/0/density", density)}));
        Json where = {{"area", box(9.0, 0.0, 11.0, 3.0)}, {"window", {30.0, 89.0}}};
        measure(one, "v-" + id, id, "speed", "m/s", where);
        measure(one, "rho-" + id, id, "density", "1/m²", where);
        where["bin"] = 0.4;
        where["reference"] = "../../data/fd_open_corridor.csv";
        where["reference_name"] = text_of(juelich_open);
        shares.push_back("band-" + id);
        measure(one, shares.back(), id, "fundamental_diagram", "", where);
        where["reference"] = "../../data/fd_closed_corridor.csv";
        where["reference_name"] = text_of(juelich_closed);
        measure(one, "closed-" + id, id, "fundamental_diagram", "", where);
    }
    derive(one, "band", "statistic", shares, "", {{"stat", "mean"}});
    expect_at_least(one, "band", 0.75, in_band);
    return one;
}

// ---- Stairs -----------------------------------------------------------------------------------

CaseFolder stairs() {
    CaseFolder one = case_in(
        "validation", "val-stairs", both("Stairs", "楼梯"),
        "Corbetta et al. (band of RiMEA 4.1.1, test 13); flows of the SFPE Handbook beside them",
        both("100 persons over a stair 2 m wide, 5 m on plan, up and down",
             "100人通过宽2米、水平5米楼梯，上行与下行"));
    const Json down = Json::array(
        {put("/groups/0/people/0/unit", "room-high"), put("/groups/0/exits", {"exit-low"})});
    const std::string drill = "../../rimea/rimea-13/rimea-13.drill.json";
    add_run(one, "up", drill, nullptr, 5);
    add_run(one, "down", drill, down, 5);
    for (const std::string run : {"up", "down"}) {
        const Json flight = {{"area", box(12.0, 4.0, 17.0, 6.0)}};
        Json diagram = flight;
        diagram["reference"] = "../../rimea/rimea-13/" + run + ".csv";
        diagram["reference_name"] = text_of(run == "up" ? corbetta_up : corbetta_down);
        measure(one, "band-" + run, run, "fundamental_diagram", "", diagram);
        measure(one, "v-" + run, run, "speed", "m/s", flight);
        measure(one, "rho-" + run, run, "density", "1/m²",
                {{"area", box(12.0, 4.0, 17.0, 6.0)}, {"window", {15.0, 40.0}}});
        measure(one, "js-" + run, run, "flow", "1/(m s)",
                {{"line", run == "up" ? eastward(14.5, 4.0, 6.0) : westward(14.5, 4.0, 6.0)},
                 {"width", 2.0}});
        expect_at_least(one, "band-" + run, 0.5,
                        both("half of the samples in the band", "半数以上样本在带内"));
    }
    return one;
}

// ---- The time step ----------------------------------------------------------------------------

CaseFolder time_step() {
    CaseFolder one = case_in(
        "validation", "val-step", both("Independence of the time step", "时间步长无关性"),
        "Our own requirement: nothing may hang on the step",
        both("Opening of 1 m, and a closed corridor with 1.0 (free flow) and 2.6 (jam) persons per "
             "m², steps of 0.05 s and 0.025 s, three seeds; 1.8 per m², where free flow turns into "
             "a jam sooner or later by chance, is shown and not judged",
             "1米开口，以及每平方米1.0人（自由流）与2.6人（拥堵）的环形走廊，步长0.05与0."
             "025秒，三个种子"
             "；每平方米1.8人处于自由流转为拥堵的临界，时刻随机，只显示不判定"));
    const Json halved = put("/step", 0.025);
    const std::string opening = "../val-bottleneck-width/val-bottleneck-width.drill.json";
    const std::string closed = "../val-corridor-closed/val-corridor-closed.drill.json";
    const Label says = both("the same within 5 %", "相差不超过5%");
    constexpr int seeds = 3;
    add_run(one, "door", opening, nullptr, seeds);
    add_run(one, "door-half", opening, Json::array({halved}), seeds);
    for (const std::string run : {"door", "door-half"}) {
        measure(one, "j-" + run, run, "flow", "1/s", {{"line", eastward(12.0, 4.5, 5.5)}});
    }
    derive(one, "flows", "ratio", {"j-door", "j-door-half"}, "");
    expect_within(one, "flows", 0.95, 1.05, says);
    struct Ring {
        const char* id;
        double density;  // [1/m2]
        bool judged;
    };
    for (const Ring& ring :
         {Ring{"free", 1.0, true}, Ring{"jam", 2.6, true}, Ring{"edge", 1.8, false}}) {
        const std::string id = ring.id;
        const Json filled = put("/groups/0/people/0/density", ring.density);
        add_run(one, id, closed, Json::array({filled}), seeds);
        add_run(one, id + "-half", closed, Json::array({filled, halved}), seeds);
        for (const std::string& run : {id, id + "-half"}) {
            measure(one, "v-" + run, run, "speed", "m/s",
                    {{"area", box(6.0, 0.0, 14.0, 3.0)}, {"window", {30.0, 89.0}}});
        }
        const std::string ratio = "speeds-" + id;
        derive(one, ratio, "ratio", {"v-" + id, "v-" + id + "-half"}, "");
        if (ring.judged) {
            expect_within(one, ratio, 0.95, 1.05, says);
        }
    }
    return one;
}

}  // namespace

CaseFolders validation_diagrams() {
    return {single_file(), open_diagram(), closed_diagram(), stairs(), time_step()};
}

}  // namespace evac::drawing
