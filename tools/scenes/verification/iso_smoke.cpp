#include "tools/scenes/verification/cases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace evac::drawing {

namespace {

/// The same air in all these units, all the time.
std::string constant_air(const std::vector<std::string>& units, double extinction, double co_ppm,
                         double co2, double oxygen) {
    std::string text =
        "time_s,unit,extinction_1_per_m,co_ppm,co2_percent,o2_percent,temperature_c\n";
    for (const int time : {0, 86400}) {
        for (const std::string& unit : units) {
            text += fmt::format("{},{},{:g},{:g},{:g},{:g},20\n", time, unit, extinction, co_ppm,
                                co2, oxygen);
        }
    }
    return text;
}

Json hazards(const std::string& atmosphere) {
    return Json::array(
        {put("/hazards", {{"atmosphere", atmosphere}, {"slowing", "frantzich-nilsson-fraction"}})});
}

/// Share of the speed that is left (FDS+Evac guide, equation 11).
double share_in_smoke(double extinction) {
    return std::max(0.1, 1.0 - 0.057 / 0.706 * extinction);
}

CaseFolder reduced_visibility() {
    CaseFolder one = case_in(
        "iso20414", "iso-18", both("Reduced visibility and walking speed", "能见度降低与步行速度"),
        "ISO 20414:2020, test 18 (NIST TN 1822, 2.5); law: fraction of Frantzich and Nilsson as in "
        "the FDS+Evac guide, equation 11",
        both("Corridor of 100 m by 2 m, one person of 1.25 m/s (also 1.0, 0.75, 0.5 and 0.25 m/s), "
             "extinction 0.5 to 10 1/m everywhere",
             "走廊100米×2米，1人1.25米/秒（另有1.0、0.75、0.5、0.25米/秒），均匀消光系数0.5至10 "
             "1/m"),
        true);
    one.plans.push_back(track("corridor-100", 100.0, 2.0, "walkway"));
    Json drill = drill_in("iso-18", both("Through smoke", "穿过烟气"), "corridor-100.plan.json",
                          4500.0, 10.0);
    drill["profiles"].push_back(walker("walker", 1.25));
    Json group = group_in("one", "before", "walker", 1);
    group["exits"] = {"exit-behind"};
    drill["groups"].push_back(group);
    one.drills.push_back(drill);
    const auto run = [&](const std::string& id, const Json& patch, double seconds) {
        add_run(one, id, "iso-18.drill.json", patch);
        measure(one, "begun-" + id, id, "unit_empty", "s", {{"of", "before"}});
        measure(one, "ended-" + id, id, "unit_empty", "s", {{"of", "way"}});
        derive(one, "t-" + id, "difference", {"ended-" + id, "begun-" + id}, "s");
        // Frames of 0.1 s tell both ends.
        expect_within(one, "t-" + id, seconds - 0.25, seconds + 0.25,
                      both(fmt::format("by hand: {:.1f} s", seconds),
                           fmt::format("手算：{:.1f}秒", seconds)));
    };
    run("clear", nullptr, 80.0);
    for (const double extinction : {0.5, 1.0, 3.0, 7.5, 10.0}) {
        const std::string file = fmt::format("k{:g}.csv", extinction);
        one.texts[file] = constant_air({"before", "way", "behind"}, extinction, 0.0, 0.0, 20.9);
        run(fmt::format("k{:g}", extinction), hazards(file), 80.0 / share_in_smoke(extinction));
    }
    for (const double speed : {1.0, 0.75, 0.5, 0.25}) {
        Json patch = hazards("k3.csv");
        patch.push_back(put("/profiles/0/free_speed", speed));
        run(fmt::format("v{:g}-k3", speed), patch, 100.0 / speed / share_in_smoke(3.0));
    }
    return one;
}

CaseFolder incapacitation() {
    CaseFolder one =
        case_in("iso20414", "iso-19", both("Incapacitation by gases", "毒性气体失能"),
                "ISO 20414:2020, test 19 (NIST TN 1822, 2.6)",
                both("Room of 10 m by 10 m, one person who stays; constant CO, CO2 and O2",
                     "10米×10米房间，1人停留；CO、CO2、O2浓度恒定"),
                true);
    Plan plan = bare_plan("chamber", "Room of 10 m by 10 m", "10米×10米房间");
    const int room = add_floor(plan, "room", {0.0, 0.0, 10.0, 10.0}, 0.0, "room");
    add_way_out(plan, "exit", room, upright(10.0, 4.5, 5.5));
    one.plans.push_back(plan);
    Json drill = drill_in("iso-19", both("Staying in gases", "滞留毒气中"), "chamber.plan.json",
                          1800.0, 1.0);
    Json person = walker("walker", 1.0);
    person["pre_movement"] = 86400;  // longer than the drill: as good as 10^6 s
    drill["profiles"].push_back(person);
    drill["groups"].push_back(group_in("one", "room", "walker", 1));
    one.drills.push_back(drill);
    struct Gases {
        const char* id;
        double co2, co_ppm, oxygen;  // [%], [ppm], [%]
        double seconds;
    };
    constexpr Gases cases[] = {{"a", 2.0, 1000.0, 15.0, 981.7},
                               {"b", 0.0, 0.0, 12.0, 1666.3},
                               {"c", 0.0, 1000.0, 21.0, 1692.8},
                               {"d", 3.43, 1000.0, 21.0, 846.5}};
    for (const Gases& gases : cases) {
        const std::string id = gases.id;
        one.texts[id + ".csv"] = constant_air({"room"}, 0.0, gases.co_ppm, gases.co2, gases.oxygen);
        add_run(one, id, "iso-19.drill.json", hazards(id + ".csv"));
        measure(one, "t-" + id, id, "time_incapacitated", "s");
        // The first step after the hand-calculated moment, which is rounded to 0.1 s.
        expect_within(one, "t-" + id, gases.seconds - 0.1, gases.seconds + 1.0,
                      both(fmt::format("dose of 1 by hand: {} s", gases.seconds),
                           fmt::format("手算剂量达1：{}秒", gases.seconds)));
    }
    return one;
}

}  // namespace

CaseFolders iso_smoke() {
    return {reduced_visibility(), incapacitation()};
}

}  // namespace evac::drawing
