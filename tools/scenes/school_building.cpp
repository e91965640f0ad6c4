#include "tools/scenes/draft.hpp"
#include "tools/scenes/school.hpp"
#include "tools/scenes/school_parts.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

// The building seen from above, x to the east, y to the north; every storey alike:
//
//   y 10.8 +------+---------------------------------------------+------+
//          | west |  toilets, offices, subject rooms            | east |
//      3.0 | stair|                                             | stair|
//          +------+---------------------------------------------+------+
//          |  corridor                                                 |
//      0.0 +-----------+--------+--------+--------+--------+--------+--+
//          | classroom | class  | class  | middle | class  | class  |
//     -8.4 +-----------+--------+--------+--------+--------+--------+
//          x 0         9        18       27       36       45 ...      63
//
// South of it the forecourt, a strip of green with three paths, and the field, one zone per grade.

namespace evac::drawing {

namespace {

constexpr double storey_height = 3.6;   // [m]
constexpr double bay = 9.0;             // length of a classroom along the corridor [m]
constexpr double corridor_width = 3.0;  // GB 50099 8.2.3: >= 2.40 m with rooms on both sides

constexpr double classroom_door = 1.0;  // clear; GB 50099 8.8.1: two doors, >= 0.90 m each
constexpr double door_inset = 1.2;      // middle of a door from the end of its room [m]

// Three lanes of 0.60 m and two lanes, each with the 0.15 m of sway that GB 50099 8.7.2 allows:
// 3.30 m together. GB 50099 t.8.2.3 asks 1.05 m per 100 people on storeys 4 and 5: with up to 310
// people there 3.26 m.
constexpr double west_flight = 1.95;
constexpr double east_flight = 1.35;
constexpr double floor_landing = 2.34;  // with the flights and the mid landing: depth of the rooms
constexpr double mid_landing = 2.1;

struct RoomName {
    const char* english;
    const char* chinese;
    const char* category;  // IMDF
};

// A room beside the corridor that is no classroom of a class; its use changes with the storey.
struct SpecialRoom {
    const char* key;
    double west;  // [m]
    double east;
    int doors;
    std::array<RoomName, storeys> by_storey;
};

constexpr RoomName boys{"Boys' toilet", "男卫生间", "restroom.male"};
constexpr RoomName girls{"Girls' toilet", "女卫生间", "restroom.female"};
constexpr RoomName store{"Store room", "储藏室", "storage"};

// North of the corridor, from the west stair to the east stair.
constexpr std::array<SpecialRoom, 7> north_rooms{
    {{"boys", 4.05, 10.05, 1, {boys, boys, boys, boys, boys}},
     {"office-b",
      10.05,
      19.05,
      1,
      {{{"Infirmary", "医务室", "firstaid"},
        {"Counselling room", "心理辅导室", "office"},
        {"Student union", "学生会", "office"},
        {"Meeting room", "会议室", "conferenceroom"},
        {"Head of teaching", "教务处", "office"}}}},
     {"room-a",
      19.05,
      31.05,
      2,
      {{{"Physics laboratory", "物理实验室", "laboratory"},
        {"Computer room 1", "计算机教室1", "classroom"},
        {"Chemistry laboratory", "化学实验室", "laboratory"},
        {"Music room", "音乐教室", "classroom"},
        {"Geography room", "地理教室", "classroom"}}}},
     {"store", 31.05, 34.05, 1, {store, store, store, store, store}},
     {"room-b",
      34.05,
      46.05,
      2,
      {{{"Biology laboratory", "生物实验室", "laboratory"},
        {"Computer room 2", "计算机教室2", "classroom"},
        {"History room", "历史教室", "classroom"},
        {"Art room", "美术教室", "classroom"},
        {"Language laboratory", "语音教室", "classroom"}}}},
     {"office",
      46.05,
      54.15,
      1,
      {{{"Teachers' office 1", "教师办公室1", "office"},
        {"Teachers' office 2", "教师办公室2", "office"},
        {"Teachers' office 3", "教师办公室3", "office"},
        {"Teachers' office 4", "教师办公室4", "office"},
        {"Teachers' office 5", "教师办公室5", "office"}}}},
     {"girls", 54.15, 60.15, 1, {girls, girls, girls, girls, girls}}}};

// South of the corridor, between the classrooms.
constexpr SpecialRoom middle_room{"middle",
                                  middle_bay* bay,
                                  (middle_bay + 1) * bay,
                                  2,
                                  {{{"Entrance hall", "门厅", "lobby"},
                                    {"Reading room", "阅览室", "library"},
                                    {"Exhibition room", "展览室", "room"},
                                    {"Activity room", "活动室", "recreation"},
                                    {"Multi-media room", "多媒体教室", "classroom"}}}};

// The doors of `room` in the wall at `y`: one near its west end, or one near each end.
void add_doors(Plan& plan, int room, int corridor, double west, double east, double y, int doors) {
    const std::string id = plan.units[static_cast<std::size_t>(room)].id + "-door";
    if (doors == 1) {
        add_door(plan, id, room, corridor, Vec2(west + door_inset, y), Wall::along_x,
                 classroom_door);
        return;
    }
    for (int number = 1; number <= 2; ++number) {
        const double x = number == 1 ? west + door_inset : east - door_inset;
        add_door(plan, fmt::format("{}-{}", id, number), room, corridor, Vec2(x, y), Wall::along_x,
                 classroom_door);
        plan.openings.back().name =
            joined(plan.units[static_cast<std::size_t>(room)].name,
                   both(fmt::format(", door {}", number), fmt::format("{}号门", number)));
    }
}

int add_special_room(Plan& plan, int level, int storey, const SpecialRoom& room, double south,
                     double north) {
    const RoomName& name = room.by_storey[static_cast<std::size_t>(storey)];
    return add_unit(plan, level, level_id(storey) + "-" + room.key,
                    both(name.english, name.chinese), name.category,
                    {room.west, south, room.east, north});
}

// One storey without its stairs; returns the corridor.
int add_storey(Plan& plan, int level, int storey) {
    const int corridor =
        add_unit(plan, level, level_id(storey) + "-corridor", both("Corridor", "走廊"), "walkway",
                 {0.0, 0.0, building_length, corridor_width});
    for (const SchoolClass& c : all_classes()) {
        if (c.storey == storey) {
            const double west = c.bay * bay;
            const int room = add_unit(plan, level, "class-" + c.key(), c.name(), "classroom",
                                      {west, south_wall, west + bay, 0.0});
            plan.units[static_cast<std::size_t>(room)].capacity = 50;
            add_doors(plan, room, corridor, west, west + bay, 0.0, 2);
        }
    }
    for (const SpecialRoom& r : north_rooms) {
        const int room = add_special_room(plan, level, storey, r, corridor_width, north_wall);
        add_doors(plan, room, corridor, r.west, r.east, corridor_width, r.doors);
    }
    const int middle = add_special_room(plan, level, storey, middle_room, south_wall, 0.0);
    if (storey == 0) {
        add_gap(plan, "L1-hall-gap", both("Entrance hall, inner side", "门厅内侧"), middle,
                corridor, {Vec2(middle_room.west + 1.5, 0.0), Vec2(middle_room.east - 1.5, 0.0)});
    } else {
        add_doors(plan, middle, corridor, middle_room.west, middle_room.east, 0.0, 2);
    }
    return corridor;
}

}  // namespace

Plan school_plan() {
    Plan plan;
    plan.id = "school";
    plan.name = both("Five-storey teaching building of a secondary school", "五层中学教学楼");

    plan.building.use = BuildingUse::school;
    plan.building.school_stage = SchoolStage::secondary;
    plan.building.fire_grade = 2;
    plan.building.sprinklered = false;
    plan.building.high_rise = false;
    plan.building.storeys = storeys;
    plan.building.storeys_below = 0;
    plan.building.year = 2024;
    plan.building.open_stairs = true;
    plan.building.open_gallery = false;

    const int outdoors = add_level(plan, "outdoors", both("Outdoors", "室外"), 0, 0.0, true);
    std::vector<int> levels;
    std::vector<int> corridors;
    for (int storey = 0; storey < storeys; ++storey) {
        levels.push_back(
            add_level(plan, level_id(storey),
                      both(fmt::format("Floor {}", storey + 1), chinese_storey(storey)), storey,
                      storey * storey_height));
        corridors.push_back(add_storey(plan, levels.back(), storey));
    }

    DogLegStair west;
    west.id = "west";
    west.name = both("West stair", "西楼梯");
    west.corner = {0.0, corridor_width};
    west.flight_width = west_flight;
    west.floor_landing = floor_landing;
    west.mid_landing = mid_landing;
    DogLegStair east = west;
    east.id = "east";
    east.name = both("East stair", "东楼梯");
    east.flight_width = east_flight;
    east.first_flight_west = false;
    east.corner.x() = building_length - width(east);

    const auto add_stair = [&](const DogLegStair& stair) {
        const std::vector<int> landings = add_dog_leg_stair(plan, stair, levels);
        for (std::size_t i = 0; i < landings.size(); ++i) {
            const Label& floor = plan.levels[static_cast<std::size_t>(levels[i])].name;
            add_gap(plan, level_id(static_cast<int>(i)) + "-" + stair.id + "-gap",
                    joined(joined(stair.name, both(", ", "")),
                           joined(floor, both(" entrance", "入口"))),
                    corridors[i], landings[i],
                    {stair.corner, stair.corner + Vec2(width(stair), 0.0)});
        }
        return landings.front();
    };
    // The lowest flights end beside the outer walls, so that the way to the exits crosses nobody.
    const Grounds grounds = add_grounds(plan, outdoors);
    const double exit_y = corridor_width + 0.5 * floor_landing;
    add_exit(plan, "exit-west", both("West exit", "西出口"), add_stair(west), grounds.west,
             Vec2(0.0, exit_y), Wall::along_y, 1.95);
    add_exit(plan, "exit-east", both("East exit", "东出口"), add_stair(east), grounds.east,
             Vec2(building_length, exit_y), Wall::along_y, 1.5);
    const int hall = find_unit(plan, "L1-middle");
    const double centre = 0.5 * building_length;
    add_exit(plan, "exit-main-west", both("Main door, west", "正门（西）"), hall, grounds.forecourt,
             Vec2(centre - 2.0, south_wall), Wall::along_x, 1.8);
    add_exit(plan, "exit-main-east", both("Main door, east", "正门（东）"), hall, grounds.forecourt,
             Vec2(centre + 2.0, south_wall), Wall::along_x, 1.8);
    return plan;
}

}  // namespace evac::drawing
