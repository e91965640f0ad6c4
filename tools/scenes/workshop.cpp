#include "tools/scenes/workshop.hpp"

#include "tools/scenes/draft.hpp"
#include "tools/scenes/drill_draft.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

// The site seen from above, x to the east, y to the north:
//
//   y 46        +-----------+ exit-north +-----------+
//               |  offices  |   lobby    |  offices  |
//   y 36 +------+-----------+-gate-north-+-----------+------+----------+---------+
//        |             :                   :                | changing | canteen |
//   y 25 |             :                   :                +----------+---------+
//  exit- |  west bay   :    middle bay     :   east bay   gate-east passage   exit-east
//  west  |             :                   :                +--------------------+
//   y 22 |             :                   :                |       store        |
//   y 0  +-----------------exit-south-----------------------+--------------------+
//        x 0           21                  39               60                   84
//
// Around it the yard; the offices gather in the north, all others in the south.

namespace evac::drawing {

namespace {

using Json = nlohmann::json;

constexpr double hall_length = 60.0;  // [m]
constexpr double hall_depth = 36.0;
constexpr double aisle = 2.0;        // main aisles of the hall [m]
constexpr double first_line = 21.0;  // between the bays of the hall
constexpr double second_line = 39.0;
constexpr double central_south = 16.5;  // the aisle from west to east is 3 m wide
constexpr double central_north = 19.5;

constexpr double passage_south = 22.0;  // the east passage, 3 m wide
constexpr double passage_north = 25.0;
constexpr double east_end = 84.0;

constexpr double office_north = 46.0;
constexpr double office_corridor = 38.4;  // north side of the 2.4 m corridors

struct House {
    int west_bay = 0;
    int middle_bay = 0;
    int east_bay = 0;
    int lobby = 0;
    int passage = 0;
    int store = 0;
    int changing_men = 0;
    int changing_women = 0;
    int canteen = 0;
};

// `columns` x `rows` pieces of equal size spread over `block`, the outer ones at its edges.
struct Pieces {
    std::string id;
    Label name;
    std::string category;
    int columns = 1;
    int rows = 1;
    Vec2 size = Vec2::Zero();  ///< [m]
};

void add_pieces(Plan& plan, int unit, const Rect& block, const Pieces& pieces) {
    const auto pitch = [](double length, double size, int count) {
        return count > 1 ? (length - size) / (count - 1) : 0.0;
    };
    const double dx = pitch(block.east - block.west, pieces.size.x(), pieces.columns);
    const double dy = pitch(block.north - block.south, pieces.size.y(), pieces.rows);
    for (int row = 0; row < pieces.rows; ++row) {
        for (int column = 0; column < pieces.columns; ++column) {
            const double west = block.west + column * dx;
            const double south = block.south + row * dy;
            const int number = row * pieces.columns + column + 1;
            add_fixture(plan, fmt::format("{}-{}", pieces.id, number),
                        both(fmt::format("{} {}", pieces.name.by_language.at("en"), number),
                             fmt::format("{}{}", pieces.name.by_language.at("zh"), number)),
                        pieces.category, unit,
                        {west, south, west + pieces.size.x(), south + pieces.size.y()});
        }
    }
}

// The hall is one room in three bays; between the bays only a painted line in
// the middle of an aisle. Machines stand in two blocks per bay, 1.2 m and more apart.
void add_hall(Plan& plan, int level, House& house) {
    const auto add_bay = [&](const std::string& id, const Label& name, double west, double east) {
        return add_unit(plan, level, id, name, "room", {west, 0.0, east, hall_depth});
    };
    house.west_bay = add_bay("hall-west", both("Hall, west bay", "车间西跨"), 0.0, first_line);
    house.middle_bay =
        add_bay("hall-middle", both("Hall, middle bay", "车间中跨"), first_line, second_line);
    house.east_bay =
        add_bay("hall-east", both("Hall, east bay", "车间东跨"), second_line, hall_length);
    add_gap(plan, "hall-line-1", both("Line between west and middle bay", "西跨与中跨分界"),
            house.west_bay, house.middle_bay,
            {Vec2(first_line, 0.0), Vec2(first_line, hall_depth)});
    add_gap(plan, "hall-line-2", both("Line between middle and east bay", "中跨与东跨分界"),
            house.middle_bay, house.east_bay,
            {Vec2(second_line, 0.0), Vec2(second_line, hall_depth)});

    const auto add_blocks = [&](int bay, double west, double east, const Pieces& south,
                                const Pieces& north) {
        add_pieces(plan, bay, {west, aisle, east, central_south}, south);
        add_pieces(plan, bay, {west, central_north, east, hall_depth - aisle}, north);
    };
    const double half = 0.5 * aisle;
    add_blocks(house.west_bay, aisle, first_line - half,
               {"lathe", both("Lathe", "车床"), "machine", 3, 5, Vec2(4.2, 1.8)},
               {"press", both("Press", "冲床"), "machine", 4, 4, Vec2(2.6, 2.4)});
    add_blocks(house.middle_bay, first_line + half, second_line - half,
               {"milling", both("Machining centre", "加工中心"), "machine", 3, 4, Vec2(3.6, 2.4)},
               {"bench", both("Assembly bench", "装配台"), "machine", 2, 6, Vec2(7.0, 1.2)});
    add_blocks(house.east_bay, second_line + half, hall_length - aisle,
               {"packing", both("Packing line", "包装线"), "machine", 2, 5, Vec2(8.0, 1.4)},
               {"grinder", both("Grinding machine", "磨床"), "machine", 4, 5, Vec2(3.0, 1.8)});
}

House add_house(Plan& plan, int level) {
    House house;
    add_hall(plan, level, house);

    house.passage = add_unit(plan, level, "passage-east", both("East passage", "东侧通道"),
                             "walkway", {hall_length, passage_south, east_end, passage_north});
    house.store = add_unit(plan, level, "store", both("Store", "仓库"), "storage",
                           {hall_length, 0.0, east_end, passage_south});
    // Racks 1.2 m deep and 1.5 m apart, cross aisles of 2.5 m at both ends.
    add_pieces(plan, house.store, {hall_length + 2.5, 1.7, east_end - 2.5, 19.1},
               {"rack", both("Rack", "货架"), "furniture", 1, 7, Vec2(19.0, 1.2)});
    house.changing_men =
        add_unit(plan, level, "changing-men", both("Changing room, men", "男更衣室"), "room",
                 {hall_length, passage_north, 64.0, hall_depth});
    house.changing_women =
        add_unit(plan, level, "changing-women", both("Changing room, women", "女更衣室"), "room",
                 {64.0, passage_north, 68.0, hall_depth});
    house.canteen = add_unit(plan, level, "canteen", both("Canteen", "食堂"), "foodservice",
                             {68.0, passage_north, east_end, hall_depth});
    add_pieces(plan, house.canteen, {70.0, 27.5, 82.0, 34.5},
               {"table", both("Table", "餐桌"), "furniture", 4, 3, Vec2(1.6, 0.8)});

    add_pieces(plan, house.changing_men, {60.0, 29.0, 61.0, 35.5},
               {"locker-men", both("Lockers", "更衣柜"), "furniture", 1, 1, Vec2(0.6, 6.5)});
    add_pieces(plan, house.changing_women, {67.4, 29.0, 68.0, 35.5},
               {"locker-women", both("Lockers", "更衣柜"), "furniture", 1, 1, Vec2(0.6, 6.5)});

    const auto into_passage = [&](const std::string& id, int room, double x, double y,
                                  double clear_width) {
        add_door(plan, id, room, house.passage, Vec2(x, y), Wall::along_x, clear_width);
    };
    into_passage("store-door", house.store, 66.0, passage_south, 1.5);
    into_passage("changing-men-door", house.changing_men, 62.0, passage_north, 1.0);
    into_passage("changing-women-door", house.changing_women, 66.0, passage_north, 1.0);
    into_passage("canteen-door-1", house.canteen, 70.0, passage_north, 1.5);
    plan.openings.back().name = both("Canteen, door 1", "食堂1号门");
    into_passage("canteen-door-2", house.canteen, 78.0, passage_north, 1.5);
    plan.openings.back().name = both("Canteen, door 2", "食堂2号门");
    add_door(plan, "gate-east", house.east_bay, house.passage,
             Vec2(hall_length, 0.5 * (passage_south + passage_north)), Wall::along_y, 2.4);
    plan.openings.back().name = both("East gate of the hall", "车间东门");
    add_door(plan, "gate-store", house.store, house.east_bay, Vec2(hall_length, 18.0),
             Wall::along_y, 2.4);
    plan.openings.back().name = both("Store gate", "仓库大门");
    return house;
}

struct OfficeRoom {
    const char* id;
    Label name;
    double west;
    double east;
    bool west_wing;
};

// Two wings of offices along their corridors, and the lobby between them.
void add_offices(Plan& plan, int level, House& house) {
    house.lobby = add_unit(plan, level, "lobby", both("Lobby", "门厅"), "lobby",
                           {26.0, hall_depth, 34.0, office_north});
    const int west =
        add_unit(plan, level, "corridor-west", both("Office corridor, west", "办公走廊（西）"),
                 "walkway", {2.0, hall_depth, 26.0, office_corridor});
    const int east =
        add_unit(plan, level, "corridor-east", both("Office corridor, east", "办公走廊（东）"),
                 "walkway", {34.0, hall_depth, 58.0, office_corridor});
    add_gap(plan, "corridor-west-gap", both("Office corridor, west, end", "办公走廊（西）口"), west,
            house.lobby, {Vec2(26.0, hall_depth), Vec2(26.0, office_corridor)});
    add_gap(plan, "corridor-east-gap", both("Office corridor, east, end", "办公走廊（东）口"), east,
            house.lobby, {Vec2(34.0, hall_depth), Vec2(34.0, office_corridor)});
    add_door(plan, "gate-north", house.middle_bay, house.lobby, Vec2(30.0, hall_depth),
             Wall::along_x, 1.8);
    plan.openings.back().name = both("North gate of the hall", "车间北门");

    const std::vector<OfficeRoom> rooms{
        {"office-production", both("Production office", "生产办公室"), 2.0, 10.0, true},
        {"office-quality", both("Quality office", "质量办公室"), 10.0, 18.0, true},
        {"meeting", both("Meeting room", "会议室"), 18.0, 26.0, true},
        {"office-finance", both("Finance office", "财务室"), 34.0, 42.0, false},
        {"office-design", both("Design office", "技术室"), 42.0, 50.0, false},
        {"office-manager", both("Management", "经理室"), 50.0, 58.0, false}};
    for (const OfficeRoom& r : rooms) {
        const int room = add_unit(plan, level, r.id, r.name, "office",
                                  {r.west, office_corridor, r.east, office_north});
        add_door(plan, std::string(r.id) + "-door", room, r.west_wing ? west : east,
                 Vec2(r.west_wing ? r.east - 1.2 : r.west + 1.2, office_corridor), Wall::along_x,
                 1.0);
    }
}

// The open ground around the building, 8 m wide and more, so that a fire engine can pass.
int add_yard(Plan& plan, int level) {
    const int yard = add_unit(plan, level, "yard", both("Yard", "厂区"), "unenclosedarea",
                              {-8.0, -18.0, east_end + 8.0, office_north + 10.0});
    Unit& unit = plan.units[static_cast<std::size_t>(yard)];
    unit.kind = UnitKind::outdoors;
    unit.polygon.holes.push_back({Vec2(0.0, 0.0), Vec2(east_end, 0.0), Vec2(east_end, hall_depth),
                                  Vec2(58.0, hall_depth), Vec2(58.0, office_north),
                                  Vec2(2.0, office_north), Vec2(2.0, hall_depth),
                                  Vec2(0.0, hall_depth)});
    orient(unit.polygon);
    add_assembly_area(plan, "assembly-south", both("Assembly point south", "南侧紧急集合点"), yard,
                      {46.0, -16.0, 70.0, -8.0});
    add_assembly_area(plan, "assembly-north", both("Assembly point north", "北侧紧急集合点"), yard,
                      {8.0, 51.0, 20.0, 55.0});
    return yard;
}

// Everybody of one department with the exit that the emergency plan names for it. The foreman gives
// the word: one draw for all; then everybody leaves the work place.
Json department(const std::string& id, const Label& name, const std::string& exit,
                const Json& people) {
    return {{"id", id},
            {"name", text_of(name)},
            {"people", people},
            {"exits", Json::array({exit})},
            {"assembly_area", exit == "exit-north" ? "assembly-north" : "assembly-south"},
            {"pre_movement",
             {{"shared", {{"lognormal", {30.0, 0.2}}}}, {"own", {{"uniform", {0.0, 10.0}}}}}}};
}

Json departments() {
    const auto workers = [](const std::string& unit, int count) {
        return Json::array({people_in(unit, "worker", count)});
    };
    Json offices = Json::array();
    for (const char* office : {"office-production", "office-quality", "meeting", "office-finance",
                               "office-design", "office-manager"}) {
        offices.push_back(people_in(office, "adult", 6));
    }
    Json changing = workers("changing-men", 8);
    changing.push_back(people_in("changing-women", "worker", 8));
    return Json::array(
        {department("turning", both("Turning and pressing", "车床与冲压班"), "exit-west",
                    workers("hall-west", 45)),
         department("assembly", both("Machining and assembly", "加工与装配班"), "exit-south",
                    workers("hall-middle", 35)),
         department("packing", both("Grinding and packing", "磨削与包装班"), "exit-east",
                    workers("hall-east", 60)),
         department("store", both("Store", "仓库"), "exit-east", workers("store", 14)),
         department("break", both("At lunch", "用餐人员"), "exit-east", workers("canteen", 34)),
         department("next-shift", both("Next shift, changing", "更衣人员"), "exit-east", changing),
         department("offices", both("Offices", "办公人员"), "exit-north", offices)});
}

// Goods as an inspector finds them: left "for a moment" on the way out.
Json goods(const std::string& id, const Label& name, const Rect& area) {
    Json ring = Json::array();
    for (const Vec2& corner : polygon_of(area).outer) {
        ring.push_back({corner.x(), corner.y()});
    }
    ring.push_back(ring.front());
    return {{"type", "Feature"},
            {"id", id},
            {"feature_type", "fixture"},
            {"present", true},
            {"geometry", {{"type", "Polygon"}, {"coordinates", Json::array({ring})}}},
            {"properties",
             {{"category", "goods"},
              {"name", text_of(name)},
              {"level_id", "L1"},
              {"evac", {{"unit", "passage-east"}, {"movable", true}, {"owner", "store"}}}}}};
}

}  // namespace

Plan workshop_plan() {
    Plan plan;
    plan.id = "workshop";
    plan.name = both("Machine factory on one level", "单层机械加工厂");
    plan.building.use = BuildingUse::factory;
    plan.building.fire_grade = 2;
    plan.building.sprinklered = false;
    plan.building.high_rise = false;
    plan.building.storeys = 1;
    plan.building.storeys_below = 0;
    plan.building.year = 2024;
    const int outdoors = add_level(plan, "outdoors", both("Outdoors", "室外"), 0, 0.0, true);
    const int level = add_level(plan, "L1", both("Ground floor", "一层"), 0, 0.0);

    House house = add_house(plan, level);
    add_offices(plan, level, house);
    const int yard = add_yard(plan, outdoors);

    const double central = 0.5 * (central_south + central_north);
    add_exit(plan, "exit-west", both("West exit", "西出口"), house.west_bay, yard,
             Vec2(0.0, central), Wall::along_y, 2.4);
    add_exit(plan, "exit-south", both("South exit", "南出口"), house.middle_bay, yard,
             Vec2(37.0, 0.0), Wall::along_x, 1.5);
    add_exit(plan, "exit-north", both("North exit", "北出口"), house.lobby, yard,
             Vec2(30.0, office_north), Wall::along_x, 1.5);
    add_exit(plan, "exit-east", both("East exit", "东出口"), house.passage, yard,
             Vec2(east_end, 0.5 * (passage_south + passage_north)), Wall::along_y, 2.0);
    return plan;
}

Json workshop_drill() {
    Json document =
        draft_drill("workshop", both("Fire drill, every way clear", "消防演练：通道畅通"),
                    "workshop.plan.json");
    document["groups"] = departments();
    return document;
}

Json workshop_blocked_drill() {
    Json document = draft_drill("workshop-blocked",
                                both("Fire drill, goods in the east passage, west exit locked",
                                     "消防演练：东侧通道堆货、西出口上锁"),
                                "../workshop/workshop.plan.json");
    document["groups"] = departments();
    document["events"] = Json::array({{{"at", 0}, {"lock", "exit-west"}, {"announced", false}}});
    // Between the last door of the passage and the exit, so that everybody there must go by: 0.7 m
    // of 3 m are left.
    document["fixtures"] =
        Json::array({goods("pallet-1", both("Pallet 1", "托盘货物1"), {80.4, 22.05, 81.6, 23.05}),
                     goods("pallet-2", both("Pallet 2", "托盘货物2"), {80.5, 23.1, 81.7, 24.3})});
    return document;
}

}  // namespace evac::drawing
