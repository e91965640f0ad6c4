#include "tests/sim/findings/rules/small_school.hpp"

#include "sim/drill/lengths.hpp"
#include "tests/scenes/blocks.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace evac::testing {

namespace {

void add_door(Plan& plan, const std::string& id, double x, double y, int room, int corridor) {
    const int o = scenes::add_opening(plan, id, Vec2(x, y), Vec2(x + 1.0, y), room, corridor);
    Opening& door = plan.openings[static_cast<std::size_t>(o)];
    door.leaf = Leaf::single;
    door.swing = Swing::into_second;
}

// A flight beyond an end of the corridor, its landing and, on the ground, its own way out.
void add_flight(Plan& plan, int storey, const std::string& stair, double end, double outward,
                int upper_corridor) {
    const auto box = [&](double from, double to) {
        return scenes::rectangle(Vec2(std::min(end + outward * from, end + outward * to), 0.5),
                                 Vec2(std::max(end + outward * from, end + outward * to), 2.3));
    };
    const std::string name = fmt::format("{}-{}", storey, stair);
    const int flight = scenes::add_unit(plan, "flight-" + name, "stairs", box(0.0, 6.0), storey);
    const int landing = scenes::add_unit(plan, "landing-" + name, "landing", box(6.0, 8.0), storey);
    Unit& f = plan.units[static_cast<std::size_t>(flight)];
    f.steps = Steps{0.15, 0.28};
    f.stair = stair;
    plan.units[static_cast<std::size_t>(landing)].stair = stair;
    const auto line = [&](double out) {
        return std::pair(Vec2(end + outward * out, 0.5), Vec2(end + outward * out, 2.3));
    };
    const auto [foot_a, foot_b] = line(6.0);
    scenes::add_opening(plan, "foot-" + name, foot_a, foot_b, landing, flight);
    const auto [head_a, head_b] = line(0.0);
    const int head =
        scenes::add_opening(plan, "head-" + name, head_a, head_b, upper_corridor, flight);
    plan.openings[static_cast<std::size_t>(head)].elevation =
        plan.units[static_cast<std::size_t>(flight)].elevation + 12 * 0.15;
    if (storey == 0) {
        const auto [out_a, out_b] = line(8.0);
        scenes::add_exit(plan, "exit-stair-" + stair, out_a, out_b, landing);
    }
}

}  // namespace

SmallSchool::SmallSchool(int storeys, int people_per_room) {
    plan = scenes::empty_plan("small school");
    plan.building.use = BuildingUse::school;
    plan.building.school_stage = SchoolStage::secondary;
    plan.building.fire_grade = 2;
    plan.building.sprinklered = false;
    plan.building.high_rise = false;
    plan.building.year = 2024;
    plan.building.open_stairs = true;
    plan.building.open_gallery = false;
    std::vector<int> corridors;
    for (int k = 0; k < storeys; ++k) {
        const int level = k == 0 ? 0 : scenes::add_level(plan, fmt::format("L{}", k), 3.6 * k);
        const int corridor = scenes::add_unit(plan, fmt::format("corridor-{}", k), "walkway",
                                              scenes::rectangle({0, 0}, {40, 3}), level);
        corridors.push_back(corridor);
        for (int i = 0; i < 4; ++i) {
            const std::string id = fmt::format("room-{}-{}", k, i);
            const int room = scenes::add_unit(
                plan, id, "classroom",
                scenes::rectangle({10.0 * i, -7}, {10.0 * (i + 1), 0}), level);
            add_door(plan, id + "-a", 10.0 * i + 1.0, 0.0, room, corridor);
            add_door(plan, id + "-b", 10.0 * i + 8.0, 0.0, room, corridor);
        }
        const std::string office = fmt::format("office-{}", k);
        const int room = scenes::add_unit(plan, office, "office",
                                          scenes::rectangle({10, 3}, {20, 9}), level);
        add_door(plan, office + "-door", 14.0, 3.0, room, corridor);
        if (k == 0) {
            for (const auto& [id, x] : {std::pair("exit-west", 1.0), std::pair("exit-east", 37.0)}) {
                const int exit =
                    scenes::add_exit(plan, id, Vec2(x, 3.0), Vec2(x + 2.0, 3.0), corridor);
                plan.openings[static_cast<std::size_t>(exit)].leaf = Leaf::double_leaf;
                plan.openings[static_cast<std::size_t>(exit)].swing = Swing::into_second;
                plan.openings[static_cast<std::size_t>(exit)].lock = Lock::panic_bar;
            }
        }
    }
    for (int k = 0; k + 1 < storeys; ++k) {
        add_flight(plan, k, "west", 0.0, -1.0, corridors[static_cast<std::size_t>(k) + 1]);
        add_flight(plan, k, "east", 40.0, 1.0, corridors[static_cast<std::size_t>(k) + 1]);
    }
    people.assign(plan.units.size(), 0);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        people[u] = plan.units[u].category == "classroom" ? people_per_room
                    : plan.units[u].category == "office"  ? 4
                                                          : 0;
    }
}

Unit& SmallSchool::unit(const std::string& id) {
    const int index = find_unit(plan, id);
    REQUIRE(index >= 0);
    return plan.units[static_cast<std::size_t>(index)];
}

Opening& SmallSchool::opening(const std::string& id) {
    const int index = find_opening(plan, id);
    REQUIRE(index >= 0);
    return plan.openings[static_cast<std::size_t>(index)];
}

int& SmallSchool::people_in(const std::string& id) {
    const int index = find_unit(plan, id);
    REQUIRE(index >= 0);
    people.resize(plan.units.size(), 0);
    return people[static_cast<std::size_t>(index)];
}

Fixture& SmallSchool::add_thing(const std::string& id, const std::string& category,
                                const std::string& unit, const Vec2& at) {
    const int fixture = scenes::add_fixture(
        plan, id, scenes::rectangle(at, at + Vec2(0.6, 0.6)), find_unit(plan, unit));
    Fixture& thing = plan.fixtures[static_cast<std::size_t>(fixture)];
    thing.category = category;
    thing.movable = true;
    thing.owner = "store";
    return thing;
}

void SmallSchool::remove_opening(const std::string& id) {
    std::erase_if(plan.openings, [&](const Opening& o) { return o.id == id; });
}

Inspection SmallSchool::inspect() const {
    Inspection inspection{plan, people, std::vector<char>(plan.fixtures.size(), 1),
                          std::vector<char>(plan.openings.size(), 0), {}, {}, {}, {}};
    inspection.people.resize(plan.units.size(), 0);
    for (const std::string& id : closed) {
        inspection.closed[static_cast<std::size_t>(find_opening(plan, id))] = 1;
    }
    const std::vector<char> nothing(plan.fixtures.size(), 0);
    inspection.lengths = measure_lengths(build_ground(plan, nothing), plan);
    const auto by_unit = openings_by_unit(plan);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        const Unit& unit = plan.units[u];
        const Vec2 size = bounding_box(unit.polygon).size();
        const auto widths = [&](double width) {
            UnitWidths all;
            const std::size_t n = by_unit[u].size();
            all.between.resize(n * n);
            for (std::size_t i = 0; i < n * n; ++i) {
                if (i / n != i % n) {
                    all.between[i].width = width;
                    all.between[i].unit = static_cast<int>(u);
                }
            }
            return all;
        };
        const auto given = [&](const std::map<std::string, double>& from, double otherwise) {
            const auto found = from.find(unit.id);
            return found == from.end() ? otherwise : found->second;
        };
        const double width = given(bare, std::min(size.x(), size.y()));
        inspection.bare.units.push_back(widths(width));
        inspection.standing.units.push_back(widths(given(standing, width)));
        inspection.leaves_open.units.push_back(widths(given(standing, width)));
    }
    return inspection;
}

RuleOutcome outcome_of(const Audit& audit, const std::string& rule) {
    for (const RuleOutcome& outcome : audit.judged) {
        if (outcome.id == rule) {
            return outcome;
        }
    }
    return {rule, "", "", "", 0, 0};
}

const Finding* find_finding(const Audit& audit, const std::string& rule,
                            const std::string& element) {
    const std::string id = "clause:" + rule + ":" + element;
    for (const Finding& finding : audit.findings) {
        if (finding.id == id) {
            return &finding;
        }
    }
    return nullptr;
}

}  // namespace evac::testing
