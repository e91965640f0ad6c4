#include "tools/scenes/verification/drafting.hpp"

#include "tools/scenes/verification/cases.hpp"

#include <utility>

namespace evac::drawing {

Plan bare_plan(const std::string& id, std::string english, std::string chinese) {
    Plan plan;
    plan.id = id;
    plan.name = both(std::move(english), std::move(chinese));
    add_level(plan, "L0", both("Floor", "楼面"), 0, 0.0);
    return plan;
}

int add_floor(Plan& plan, const std::string& id, const Rect& area, double elevation,
              const std::string& category) {
    const int unit = add_unit(plan, 0, id, {}, category, area);
    plan.units.back().elevation = elevation;
    return unit;
}

int add_floor(Plan& plan, const std::string& id, const std::vector<Vec2>& outline) {
    const int unit = add_unit(plan, 0, id, {}, "walkway", {});
    plan.units.back().polygon = {outline, {}};
    orient(plan.units.back().polygon);
    return unit;
}

int add_flight(Plan& plan, const std::string& id, const Rect& area, double elevation,
               const Steps& steps) {
    const int unit = add_floor(plan, id, area, elevation, "stairs");
    plan.units.back().steps = steps;
    plan.units.back().stair = id;
    return unit;
}

int add_way(Plan& plan, const std::string& id, int first, int second, const Segment& line) {
    return add_gap(plan, id, {}, first, second, line);
}

int add_one_way(Plan& plan, const std::string& id, int first, int second, const Segment& line) {
    const int way = add_gap(plan, id, {}, first, second, line);
    plan.openings.back().one_way = 1;
    return way;
}

int add_way_out(Plan& plan, const std::string& id, int unit, const Segment& line) {
    const int way = add_gap(plan, id, {}, unit, outside, line);
    plan.openings.back().exit = true;
    return way;
}

Segment upright(double x, double south, double north) {
    return {Vec2(x, south), Vec2(x, north)};
}

Segment level_line(double y, double west, double east) {
    return {Vec2(west, y), Vec2(east, y)};
}

// ---- Drills -----------------------------------------------------------------------------------

Json walker(const std::string& id, const Json& free_speed, const Json& body_radius) {
    return {
        {"id", id}, {"free_speed", free_speed}, {"body_radius", body_radius}, {"pre_movement", 0}};
}

Json group_in(const std::string& id, const std::string& unit, const std::string& profile,
              int count) {
    return {{"id", id}, {"people", Json::array({people_in(unit, profile, count)})}};
}

Json drill_in(const std::string& id, const Label& name, const std::string& plan_file,
              double time_limit, double frames_per_second) {
    Json drill = draft_drill(id, name, plan_file);
    drill["time_limit"] = time_limit;
    drill["record"] = {{"frames_per_second", frames_per_second}};
    drill["profiles"] = Json::array();
    drill["groups"] = Json::array();
    return drill;
}

Json walks_round(Json group) {
    group["visits"] = Json::array();
    for (const char* unit : {"south", "east", "north", "west"}) {
        group["visits"].push_back({{"unit", unit}});
    }
    group["laps"] = 0;
    return group;
}

Json put(const std::string& pointer, const Json& value) {
    return {{"op", "add"}, {"path", pointer}, {"value", value}};
}

// ---- Cases ------------------------------------------------------------------------------------

CaseFolder case_in(const std::string& suite, const std::string& id, const Label& title,
                   const std::string& source, const Label& setup, bool fast) {
    CaseFolder one;
    one.suite = suite;
    one.id = id;
    one.document = {{"format", "case"},
                    {"version", 1},
                    {"id", id},
                    {"suite", suite},
                    {"title", text_of(title)},
                    {"source", source},
                    {"setup", text_of(setup)},
                    {"runs", Json::array()},
                    {"measures", Json::array()}};
    if (fast) {
        one.document["fast"] = true;
    }
    return one;
}

void add_run(CaseFolder& one, const std::string& id, const std::string& drill, const Json& patch,
             int seeds) {
    Json run = {{"id", id}, {"drill", drill}};
    if (!patch.is_null()) {
        run["patch"] = patch;
    }
    if (seeds > 1) {
        run["seeds"] = seeds;
    }
    one.document["runs"].push_back(std::move(run));
}

void measure(CaseFolder& one, const std::string& id, const std::string& run,
             const std::string& kind, const std::string& unit, const Json& more) {
    Json entry = {{"id", id}, {"run", run}, {"kind", kind}};
    if (!unit.empty()) {
        entry["unit"] = unit;
    }
    entry.update(more);
    one.document["measures"].push_back(std::move(entry));
}

void measure(CaseFolder& one, const std::string& id, const std::vector<std::string>& runs,
             const std::string& kind, const std::string& unit, const Json& more) {
    Json entry = {{"id", id}, {"runs", runs}, {"kind", kind}};
    if (!unit.empty()) {
        entry["unit"] = unit;
    }
    entry.update(more);
    one.document["measures"].push_back(std::move(entry));
}

void derive(CaseFolder& one, const std::string& id, const std::string& kind,
            const std::vector<std::string>& of, const std::string& unit, const Json& more) {
    Json entry = {{"id", id}, {"kind", kind}, {"measures", of}};
    if (!unit.empty()) {
        entry["unit"] = unit;
    }
    entry.update(more);
    one.document["measures"].push_back(std::move(entry));
}

namespace {

void add_check(CaseFolder& one, Json check, const Label& says) {
    check["says"] = text_of(says);
    one.document["checks"].push_back(std::move(check));
}

}  // namespace

void expect_within(CaseFolder& one, const std::string& measure, double low, double high,
                   const Label& says) {
    add_check(one, {{"measure", measure}, {"at_least", low}, {"at_most", high}}, says);
}

void expect_at_least(CaseFolder& one, const std::string& measure, double low, const Label& says) {
    add_check(one, {{"measure", measure}, {"at_least", low}}, says);
}

void expect_at_most(CaseFolder& one, const std::string& measure, double high, const Label& says) {
    add_check(one, {{"measure", measure}, {"at_most", high}}, says);
}

void expect_increasing(CaseFolder& one, const std::vector<std::string>& measures, const Label& says,
                       double slack) {
    Json check = {{"increasing", measures}};
    if (slack > 0.0) {
        check["slack"] = slack;
    }
    add_check(one, std::move(check), says);
}

void expect_all_moving(CaseFolder& one, const std::vector<std::string>& runs, const Json& window,
                       double least) {
    measure(one, "advance", runs, "least_advance", "m", {{"window", window}});
    expect_at_least(one, "advance", least, both("everybody keeps moving", "人人持续前行"));
}

void measure_diagram(CaseFolder& one, const std::string& id, const std::vector<std::string>& runs,
                     const Json& where, const Label& points_name) {
    Json diagram = where;
    diagram["points_name"] = text_of(points_name);
    measure(one, id, runs, "fundamental_diagram", "", diagram);
    diagram["stat"] = "count";
    measure(one, "bins-" + id, runs, "fundamental_diagram", "", diagram);
}

const Label corbetta_band = both("slow to fast people, with their scatter (Corbetta et al.)",
                                 "慢速至快速人群及其离散（Corbetta 等）");

const Label drawn_as_told =
    both("Kolmogorov-Smirnov probability above 0.05", "柯尔莫哥洛夫－斯米尔诺夫检验概率大于0.05");

Json axis_density() {
    return text_of(both("density [1/m²]", "密度 [人/米²]"));
}

Json axis_density_single_file() {
    return text_of(both("density [1/m]", "密度 [人/米]"));
}

Json axis_speed() {
    return text_of(both("speed [m/s]", "速度 [米/秒]"));
}

Json axis_width() {
    return text_of(both("width [m]", "宽度 [米]"));
}

Json axis_flow() {
    return text_of(both("flow [persons/s]", "流量 [人/秒]"));
}

Json axis_specific_flow() {
    return text_of(both("specific flow [persons/(m s)]", "比流量 [人/(米·秒)]"));
}

Json box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

// A line is crossed from its right to its left.
Json eastward(double x, double south, double north) {
    return {{x, north}, {x, south}};
}

Json westward(double x, double south, double north) {
    return {{x, south}, {x, north}};
}

Json northward(double y, double west, double east) {
    return {{west, y}, {east, y}};
}

Json southward(double y, double west, double east) {
    return {{east, y}, {west, y}};
}

}  // namespace evac::drawing
