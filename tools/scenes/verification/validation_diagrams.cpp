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

const Label leisurely = both("simulated, leisurely", "仿真（闲步）");
const Label calm = both("simulated, calm", "仿真（从容）");
const Label calm_aside = both("simulated, calm (not judged)", "仿真（从容，不判定）");
const Label hurried =
    both("simulated, as in a drill (default; not judged)", "仿真（演练，默认；不判定）");

/// People who are as pressed as `motivation` has it, not as those of the experiment were.
Json pressed_as(const char* motivation, Json patch) {
    patch.push_back(put("/motivation", motivation));
    return patch;
}

void expect_in_band(CaseFolder& one, const std::string& diagram, int bins) {
    expect_at_least(one, diagram, 0.75, in_band);
    expect_at_least(one, "bins-" + diagram, bins,
                    both("enough densities to judge by", "有足够的密度区间可供判定"));
}

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
                both("Ring of 32.8 m with 10 to 56 persons, leisurely (calibrated on the closed "
                     "corridor of 1.8 m); measured over 3.8 m",
                     "32.8米环道10至56人，闲步（据1.8米环形走廊标定）；3.8米测区"));
    // Evaluated as soon as the queue has formed, unlike the three laps that RiMEA asks for.
    const Json window = {60.0, 179.0};
    Json where = {{"area", box(4.6, 0.0, 8.4, 0.5)}, {"length", 3.8}, {"window", window}};
    std::vector<std::string> runs;
    std::vector<std::string> in_drill;
    const std::string drill = "../../rimea/rimea-16/rimea-16.drill.json";
    for (const int people : {10, 20, 30, 40, 50, 56}) {
        const std::string id = fmt::format("n{}", people);
        const Json patch = Json::array({put("/groups/0/people/0/count", people / 2),
                                        put("/groups/0/people/1/count", people - people / 2)});
        runs.push_back(id);
        add_run(one, id, drill, pressed_as("leisurely", patch), 2);
        measure(one, "v-" + id, id, "speed", "m/s", where);
        in_drill.push_back("drill-" + id);
        add_run(one, in_drill.back(), drill, pressed_as("drill", patch));
    }
    where["reference"] = "../../data/fd_single_file.csv";
    where["x_name"] = axis_density_single_file();
    where["reference_name"] = text_of(juelich_single_file);
    measure_diagram(one, "band", runs, where, leisurely);
    measure_diagram(one, "drill", in_drill, where, hurried);
    expect_in_band(one, "band", 7);
    expect_all_moving(one, runs, window);
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
    CaseFolder one = case_in(
        "validation", "val-corridor-open", both("Open corridor of 3 m", "3米开放走廊基本图"),
        juelich,
        both("250 persons, calm, enter a corridor of 8 m by 3 m by 0.6 m to 3 m and leave it "
             "by 1 m to 3 m: the time gap of that setting is calibrated on this "
             "experiment; measured over 2 m in its middle",
             "250人以从容档经0.6至3米入口进入8米×3米走廊，经1至3米出口离开（该档的时间间隔即据此"
             "实验标定）；中部2米测区"));
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
    const double middle = 0.5 * (wait_length + corridor_end);
    Json where = {{"area", box(middle - 1.0, south_wall, middle + 1.0, north_wall)},
                  {"window", {10.0, 300.0}}};
    std::vector<std::string> runs;
    std::vector<std::string> in_drill;
    for (const Widths& w : widths) {
        const std::string id = fmt::format("open-{:03d}-{:03d}", w.in, w.out);
        const Json patch = Json::array({put("/plan", id + ".plan.json")});
        one.plans.push_back(open_corridor(id, w.in / 100.0, w.out / 100.0));
        runs.push_back(id);
        add_run(one, id, "val-corridor-open.drill.json", patch, 3);
        measure(one, "v-" + id, id, "speed", "m/s", where);
        measure(one, "rho-" + id, id, "density", "1/m²", where);
        measure(one, "js-" + id, id, "flow", "1/(m s)",
                {{"line", eastward(middle, south_wall, north_wall)},
                 {"width", 3.0},
                 {"from", 0.3},
                 {"to", 0.8}});
        in_drill.push_back("drill-" + id);
        add_run(one, in_drill.back(), "val-corridor-open.drill.json", pressed_as("drill", patch));
    }
    where["reference"] = "../../data/fd_open_corridor.csv";
    where["reference_name"] = text_of(juelich_open);
    where["bin"] = 0.4;
    measure_diagram(one, "band", runs, where, calm);
    measure_diagram(one, "drill", in_drill, where, hurried);
    expect_in_band(one, "band", 7);
    return one;
}

// ---- A closed corridor ------------------------------------------------------------------------

/// What is run in one ring: densities, its people, where their diagram is compared.
struct RingStudy {
    std::string prefix;  ///< of its runs
    std::string drill;
    double width, length;  ///< of the ring [m]
    std::vector<double> densities;
    std::string reference;
    Label reference_name;
};

/// Adds the plan, the drill and the runs; returns how the runs are measured.
Json add_ring(CaseFolder& one, const RingStudy& study, const Json& person, double apart,
              std::vector<std::string>& runs) {
    const std::string plan = fmt::format("ring-{:g}m", study.width);
    one.plans.push_back(ring(plan, study.width, study.length, apart));
    Json drill =
        drill_in(study.drill, both("Round a ring", "环廊行走"), plan + ".plan.json", 150.0, 5.0);
    drill["motivation"] = "leisurely";  // nobody gets anywhere
    drill["profiles"].push_back(person);
    drill["groups"].push_back(walks_round(
        {{"id", "all"},
         {"people", {{{"level", "L0"}, {"profile", person.at("id")}, {"density", 1.0}}}}}));
    one.drills.push_back(drill);
    const double middle = 0.5 * study.length;
    Json where = {{"area", box(middle - 1.0, 0.0, middle + 1.0, study.width)},
                  {"window", {30.0, 149.0}}};
    for (const double density : study.densities) {
        runs.push_back(fmt::format("{}{:g}", study.prefix, density));
        add_run(one, runs.back(), study.drill + ".drill.json",
                Json::array({put("/groups/0/people/0/density", density)}), 4);
        measure(one, "v-" + runs.back(), runs.back(), "speed", "m/s", where);
        measure(one, "rho-" + runs.back(), runs.back(), "density", "1/m²", where);
    }
    where["bin"] = 0.4;
    where["reference"] = study.reference;
    where["reference_name"] = text_of(study.reference_name);
    return where;
}

CaseFolder closed_diagram() {
    CaseFolder one = case_in(
        "validation", "val-corridor-closed", both("Closed corridor", "环形走廊基本图"),
        std::string(juelich) +
            "; the free speed of the people of the closed corridor is not published: theirs here "
            "is what its thinnest bin (0.2 per m²) shows, so that bin is no test",
        both("Ring 1.8 m wide and 30 m long as in the experiment, 0.2 to 4.2 persons per m² of "
             "1.12 ± 0.08 m/s, leisurely: the time gap of that setting is calibrated on this "
             "experiment; and the people of the open corridor (1.5 ± 0.2 m/s) as leisurely in a "
             "ring 3 m wide, compared with the open corridor; measured over 2 m",
             "与实验相同的1.8米宽、30米长环廊，每平方米0.2至4.2人，1.12±0.08米/秒，闲步（该档的时"
             "间间隔即据此实验标定）；另将开放走廊的人员（1.5±0.2米/秒）以闲步置于3米宽环廊，与开"
             "放走廊对照；2米测区"));
    const RingStudy closed{"c",
                           "val-corridor-closed-180",
                           1.8,
                           9.4,
                           {0.2, 0.6, 1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.4, 3.8, 4.2},
                           "../../data/fd_closed_corridor.csv",
                           juelich_closed};
    std::vector<std::string> runs;
    Json slower = student();
    slower["id"] = "walker";
    slower["free_speed"] = {{"normal", {1.12, 0.08}}, {"min", 0.9}, {"max", 1.4}};
    const Json where = add_ring(one, closed, slower, 2.0, runs);
    measure_diagram(one, "band", runs, where, leisurely);
    for (const auto& [motivation, label] : {std::pair("calm", calm_aside), {"drill", hurried}}) {
        std::vector<std::string> others;
        for (const double density : closed.densities) {
            others.push_back(fmt::format("{}-c{:g}", motivation, density));
            add_run(
                one, others.back(), closed.drill + ".drill.json",
                pressed_as(motivation, Json::array({put("/groups/0/people/0/density", density)})));
        }
        measure_diagram(one, motivation, others, where, label);
    }

    const RingStudy wide{"d",
                         "val-corridor-closed",
                         3.0,
                         20.0,
                         {0.2, 0.6, 1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.4},
                         "../../data/fd_open_corridor.csv",
                         juelich_open};
    std::vector<std::string> runs_open;
    const Json where_open = add_ring(one, wide, student(), 3.0, runs_open);
    measure_diagram(one, "band-open", runs_open, where_open, leisurely);
    expect_in_band(one, "band", 9);
    expect_in_band(one, "band-open", 7);
    runs.insert(runs.end(), runs_open.begin(), runs_open.end());
    expect_all_moving(one, runs, {30.0, 149.0}, 2.0);
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
        diagram["band_name"] = text_of(corbetta_band);
        measure_diagram(one, "band-" + run, {run}, diagram, both("simulated", "仿真"));
        measure(one, "v-" + run, run, "speed", "m/s", flight);
        measure(one, "rho-" + run, run, "density", "1/m²",
                {{"area", box(12.0, 4.0, 17.0, 6.0)}, {"window", {15.0, 40.0}}});
        measure(one, "js-" + run, run, "flow", "1/(m s)",
                {{"line", run == "up" ? eastward(14.5, 4.0, 6.0) : westward(14.5, 4.0, 6.0)},
                 {"width", 2.0}});
        expect_at_least(one, "band-" + run, 0.75,
                        both("three quarters of the bins in the band", "四分之三的区间在带内"));
        expect_at_least(one, "bins-band-" + run, 4.0,
                        both("enough densities to judge by", "有足够的密度区间可供判定"));
    }
    return one;
}

// ---- The time step and the lattice ------------------------------------------------------------

/// The same drills twice, as they are and with one change, which must not matter.
void expect_same(CaseFolder& one, const std::string& id, const std::string& drill,
                 const Json& patch, const Json& change, const std::string& kind,
                 const std::string& unit, const Json& where, int seeds = 5) {
    Json changed = patch;
    changed.push_back(change);
    add_run(one, id, drill, patch, seeds);
    add_run(one, id + "-finer", drill, changed, seeds);
    for (const std::string& run : {id, id + "-finer"}) {
        measure(one, (kind == "flow" ? "j-" : "v-") + run, run, kind, unit, where);
    }
    const std::string ratio = (kind == "flow" ? "flows-" : "speeds-") + id;
    const std::string of = kind == "flow" ? "j-" : "v-";
    derive(one, ratio, "ratio", {of + id, of + id + "-finer"}, "");
    expect_within(one, ratio, 0.95, 1.05, both("the same within 5 %", "相差不超过5%"));
}

void expect_same_door_and_rings(CaseFolder& one, const Json& change) {
    expect_same(one, "door", "../val-bottleneck-width/val-bottleneck-width.drill.json",
                Json::array(), change, "flow", "1/s", {{"line", eastward(12.0, 4.5, 5.5)}});
    const Json where = {{"area", box(6.0, 0.0, 14.0, 3.0)}, {"window", {30.0, 89.0}}};
    struct Ring {
        const char* id;
        double density;  // [1/m2]
        int seeds;       // speeds scatter in a jam, and most where free flow turns into one
    };
    for (const Ring& ring : {Ring{"free", 1.0, 5}, Ring{"edge", 1.8, 16}, Ring{"jam", 2.6, 16}}) {
        Json patch = Json::array(
            {put("/groups/0/people/0/density", ring.density), put("/time_limit", 90.0)});
        expect_same(one, ring.id, "../val-corridor-closed/val-corridor-closed.drill.json",
                    pressed_as("calm", std::move(patch)), change, "speed", "m/s", where,
                    ring.seeds);
    }
}

const char* const our_own = "Our own requirement: nothing may hang on the step or the lattice";

CaseFolder time_step() {
    CaseFolder one = case_in(
        "validation", "val-step", both("Independence of the time step", "时间步长无关性"), our_own,
        both("Opening of 1 m, and a closed corridor with 1.0 (free flow), 1.8 (where it turns into "
             "a jam) and 2.6 (jam) persons per m², steps of 0.05 s and 0.025 s, five or ten seeds",
             "1米开口，以及每平方米1.0人（自由流）、1.8人（临界）与2.6人（拥堵）的环形走廊，步长0."
             "05与0.025秒，五或十个种子"));
    expect_same_door_and_rings(one, put("/step", 0.025));
    return one;
}

CaseFolder lattice() {
    CaseFolder one = case_in(
        "validation", "val-lattice", both("Independence of the lattice", "网格间距无关性"), our_own,
        both("The drills of val-step and the corner of val-corner, with the points at which ways "
             "are known 0.1 m and 0.05 m apart, five or ten seeds",
             "val-step的演练与val-corner的转角，路径网格间距0.1米与0.05米，五或十个种子"));
    const Json finer = put("/lattice", 0.05);
    expect_same_door_and_rings(one, finer);
    expect_same(one, "corner", "../val-corner/val-corner.drill.json", Json::array(), finer, "flow",
                "1/s", {{"line", eastward(15.0, 3.8, 6.2)}});
    return one;
}

}  // namespace

CaseFolders validation_diagrams() {
    return {single_file(), open_diagram(), closed_diagram(), stairs(), time_step(), lattice()};
}

}  // namespace evac::drawing
