#include "tools/scenes/dormitory.hpp"

#include "tools/scenes/draft.hpp"
#include "tools/scenes/drill_draft.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

// Every storey alike: a corridor 2.1 m wide with rooms of six beds on both sides and a stair at
// each end. On the ground floor both stairs have a door to the yard, and e-bikes are left at the
// foot of the west one, though that is forbidden.
//
//   y 8.4 +------+----+----+----+----+----+----+------+
//         | west |    |    |  rooms  |    |    | east |
//   2.1   | stair+----+----+----+----+----+----+ stair|
//         +------+        corridor             +------+
//   0.0   +----+----+----+----+----+----+----+----+---+
//         |    |    |    |  rooms  |    |    |    |
//  -6.3   +----+----+----+----+----+----+----+----+

namespace evac::drawing {

namespace {

constexpr int storeys = 4;
constexpr double storey_height = 3.3;   // 22 risers of 0.15 m
constexpr double corridor_width = 2.1;  // GB 50016: both sides in use
constexpr double room_width = 3.6;
constexpr double room_depth = 6.3;
constexpr int south_rooms = 12;
constexpr int north_rooms = 10;
constexpr double length = south_rooms * room_width;
constexpr int beds = 6;
constexpr double yard_depth = 14.0;

std::string level_id(int storey) {
    return fmt::format("L{}", storey + 1);
}

Label storey_name(int storey) {
    static constexpr const char* chinese[] = {"一层", "二层", "三层", "四层"};
    return both(fmt::format("Floor {}", storey + 1), chinese[storey]);
}

int add_room(Plan& plan, int level, int storey, int number, double west, double south, double north,
             int corridor, double door_y) {
    const int room = add_unit(plan, level, fmt::format("room-{}{:02}", storey + 1, number),
                              both(fmt::format("Room {}{:02}", storey + 1, number),
                                   fmt::format("{}{:02}寝室", storey + 1, number)),
                              "privatelounge", {west, south, west + room_width, north});
    plan.units[static_cast<std::size_t>(room)].capacity = beds;
    add_door(plan, plan.units[static_cast<std::size_t>(room)].id + "-door", room, corridor,
             Vec2(west + 0.5 * room_width, door_y), Wall::along_x, 0.9);
    return room;
}

int add_storey(Plan& plan, int level, int storey, double stair_width) {
    const int corridor =
        add_unit(plan, level, level_id(storey) + "-corridor", both("Corridor", "走廊"), "walkway",
                 {0.0, 0.0, length, corridor_width});
    int number = 1;
    for (int i = 0; i < south_rooms; ++i) {
        add_room(plan, level, storey, number++, i * room_width, -room_depth, 0.0, corridor, 0.0);
    }
    const double first = 0.5 * (length - north_rooms * room_width);
    for (int i = 0; i < north_rooms && first > stair_width; ++i) {
        add_room(plan, level, storey, number++, first + i * room_width, corridor_width,
                 corridor_width + room_depth, corridor, corridor_width);
    }
    return corridor;
}

DogLegStair stair_at(const std::string& id, const Label& name) {
    DogLegStair stair;
    stair.id = id;
    stair.name = name;
    stair.flight_width = 1.3;
    stair.floor_landing = 1.6;
    stair.mid_landing = 1.6;
    stair.risers_per_flight = 11;
    stair.corner = {0.0, corridor_width};
    return stair;
}

}  // namespace

Plan dormitory_plan() {
    Plan plan;
    plan.id = "dormitory";
    plan.name = both("Four-storey students' dormitory", "四层学生宿舍楼");
    plan.building.use = BuildingUse::dormitory;
    plan.building.fire_grade = 2;
    plan.building.sprinklered = false;
    plan.building.high_rise = false;
    plan.building.storeys = storeys;
    plan.building.storeys_below = 0;
    plan.building.open_stairs = true;

    const int outdoors = add_level(plan, "outdoors", both("Outdoors", "室外"), 0, 0.0, true);
    DogLegStair west = stair_at("west", both("West stair", "西楼梯"));
    DogLegStair east = stair_at("east", both("East stair", "东楼梯"));
    east.first_flight_west = false;
    east.corner.x() = length - width(east);

    std::vector<int> levels;
    std::vector<int> corridors;
    for (int storey = 0; storey < storeys; ++storey) {
        levels.push_back(
            add_level(plan, level_id(storey), storey_name(storey), storey, storey * storey_height));
        corridors.push_back(add_storey(plan, levels.back(), storey, width(west)));
    }
    const double north = corridor_width + depth(west);
    const int ground_west = add_unit(plan, outdoors, "yard-west", both("West yard", "西院"),
                                     "outdoors", {-yard_depth, -room_depth, 0.0, north});
    const int ground_east = add_unit(plan, outdoors, "yard-east", both("East yard", "东院"),
                                     "outdoors", {length, -room_depth, length + yard_depth, north});
    const auto finish = [&](const DogLegStair& stair, int ground, double wall) {
        const std::vector<int> landings = add_dog_leg_stair(plan, stair, levels);
        for (std::size_t i = 0; i < landings.size(); ++i) {
            add_gap(plan, level_id(static_cast<int>(i)) + "-" + stair.id + "-gap",
                    joined(stair.name, both(", entrance", "入口")), corridors[i], landings[i],
                    {stair.corner, stair.corner + Vec2(width(stair), 0.0)});
        }
        add_exit(plan, "exit-" + stair.id, joined(stair.name, both(", exit", "出口")),
                 landings.front(), ground, Vec2(wall, corridor_width + 0.5 * stair.floor_landing),
                 Wall::along_y, 1.4);
    };
    finish(west, ground_west, 0.0);
    finish(east, ground_east, length);
    add_assembly_area(plan, "assembly-west", both("Assembly area, west", "西集合点"), ground_west,
                      {-yard_depth + 1.0, -room_depth + 1.0, -4.0, north - 1.0});
    add_assembly_area(plan, "assembly-east", both("Assembly area, east", "东集合点"), ground_east,
                      {length + 4.0, -room_depth + 1.0, length + yard_depth - 1.0, north - 1.0});
    return plan;
}

nlohmann::json dormitory_ebike_drill() {
    nlohmann::json drill =
        draft_drill("dormitory-ebike",
                    both("E-bike battery fire at the foot of the west stair, at night",
                         "夜间西楼梯底层电动自行车电池起火"),
                    "dormitory-ebike.plan.json");
    drill["time_limit"] = 1200;
    // The battery goes into flames at once; the alarm sounds when the corridor has filled.
    drill["alarm"] = {{"time", 40}};
    drill["hazards"] = {
        {"fires", {{{"unit", "L1-west"}, {"at", 0}, {"material", "ebike-battery"}}}},
        {"slowing", "frantzich-nilsson-fraction"}};
    for (int storey = 0; storey < storeys; ++storey) {
        nlohmann::json group = {
            {"id", fmt::format("floor-{}", storey + 1)},
            {"name", text_of(storey_name(storey))},
            {"follows_others", true},
            // Asleep: half set out within a minute and a half of the alarm (own assumption; PD
            // 7974-6 has several minutes for sleeping occupants who know the building).
            {"pre_movement", {{"own", {{"lognormal", {90.0, 0.6}}, {"max", 400.0}}}}}};
        nlohmann::json people = nlohmann::json::array();
        for (int number = 1; number <= south_rooms + north_rooms; ++number) {
            people.push_back(
                people_in(fmt::format("room-{}{:02}", storey + 1, number), "adult", beds));
        }
        group["people"] = people;
        drill["groups"].push_back(group);
    }
    return drill;
}

}  // namespace evac::drawing
