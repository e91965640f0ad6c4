#include "tools/scenes/draft.hpp"
#include "tools/scenes/school_parts.hpp"

#include <fmt/format.h>

#include <array>

namespace evac::drawing {

namespace {

constexpr double forecourt_depth = 12.0;
constexpr double margin = 4.5;  // width of the ways along the west and the east front [m]
constexpr double green_depth = 4.0;
constexpr double path_width = 5.0;  // GB 50099 8.4.3: >= 3.00 m; 0.70 m per 100 people together
constexpr double field_top = south_wall - forecourt_depth - green_depth;
constexpr double field_depth = 27.6;
constexpr double zone_width = (building_length + 2.0 * margin) / 3.0;

// The youngest, who come out of the main doors, stand in the middle: straight on, across nobody.
constexpr std::array<int, 3> grade_of_zone{2, 1, 3};

constexpr double box_width = 3.4;  // a class in three files; 0.56 m2 per head
constexpr double box_depth = 8.4;
constexpr double box_pitch = 4.6;
constexpr int boxes_per_row = 5;

// Where the boxes of the classes stand: one zone per grade, two rows of five boxes.
void add_boxes(Plan& plan, int zone, int grade, double west) {
    const double side = 0.5 * (zone_width - (boxes_per_row - 1) * box_pitch - box_width);
    for (const SchoolClass& c : all_classes()) {
        if (c.grade == grade) {
            const int column = (c.number - 1) % boxes_per_row;
            const int row = (c.number - 1) / boxes_per_row;
            const double x = west + side + column * box_pitch;
            const double top = field_top - 3.0 - row * (box_depth + 1.8);
            add_assembly_area(plan, "box-" + c.key(), c.name(), zone,
                              {x, top - box_depth, x + box_width, top});
        }
    }
}

// The planted strips between the paths; nobody walks there.
void add_green(Plan& plan, int level, double west, double east, double north) {
    double from = west;
    for (int strip = 1; strip <= 4; ++strip) {
        const double path = west + (strip - 0.5) * zone_width;  // its middle
        const double to = strip < 4 ? path - 0.5 * path_width : east;
        const int unit =
            add_unit(plan, level, fmt::format("green-{}", strip), both("Green", "绿化带"),
                     "vegetation", {from, north - green_depth, to, north});
        plan.units[static_cast<std::size_t>(unit)].kind = UnitKind::unwalkable;
        from = path + 0.5 * path_width;
    }
}

}  // namespace

Grounds add_grounds(Plan& plan, int level) {
    Grounds grounds;
    const double west = -margin;
    const double east = building_length + margin;
    const double forecourt_south = south_wall - forecourt_depth;
    grounds.west = add_unit(plan, level, "way-west", both("West way", "西侧道路"), "road",
                            {west, south_wall, 0.0, north_wall});
    grounds.forecourt = add_unit(plan, level, "forecourt", both("Forecourt", "前广场"),
                                 "unenclosedarea", {west, forecourt_south, east, south_wall});
    grounds.east = add_unit(plan, level, "way-east", both("East way", "东侧道路"), "road",
                            {building_length, south_wall, east, north_wall});
    add_gap(plan, "way-west-gap", both("End of the west way", "西侧道路口"), grounds.west,
            grounds.forecourt, {Vec2(west, south_wall), Vec2(0.0, south_wall)});
    add_gap(plan, "way-east-gap", both("End of the east way", "东侧道路口"), grounds.east,
            grounds.forecourt, {Vec2(building_length, south_wall), Vec2(east, south_wall)});
    add_fixture(plan, "flag-platform", both("Flag platform", "升旗台"), "furniture",
                grounds.forecourt,
                {0.5 * building_length - 1.5, -16.5, 0.5 * building_length + 1.5, -13.5});

    for (int place = 0; place < 3; ++place) {
        const int grade = grade_of_zone[static_cast<std::size_t>(place)];
        const double zone_west = west + place * zone_width;
        const double centre = zone_west + 0.5 * zone_width;
        const Rect path_area{centre - 0.5 * path_width, field_top, centre + 0.5 * path_width,
                             forecourt_south};
        const int path =
            add_unit(plan, level, fmt::format("path-{}", place + 1),
                     both(fmt::format("Path {}", place + 1), fmt::format("通道{}", place + 1)),
                     "walkway", path_area);
        const int zone = add_unit(
            plan, level, fmt::format("field-{}", grade),
            both(fmt::format("Field, grade {}", grade),
                 fmt::format("操场（{}）", chinese_grade(grade))),
            "fieldofplay", {zone_west, field_top - field_depth, zone_west + zone_width, field_top});
        const auto add_path_end = [&](const std::string& end, const Label& name, int first,
                                      int second, double y) {
            add_gap(plan, fmt::format("path-{}-{}", place + 1, end),
                    joined(plan.units[static_cast<std::size_t>(path)].name, name), first, second,
                    {Vec2(path_area.west, y), Vec2(path_area.east, y)});
        };
        add_path_end("north", both(", north end", "北口"), grounds.forecourt, path,
                     forecourt_south);
        add_path_end("south", both(", south end", "南口"), path, zone, field_top);
        add_boxes(plan, zone, grade, zone_west);
        if (place == 1) {
            add_assembly_area(plan, "box-staff", both("Staff", "教职工"), zone,
                              {centre - 4.0, field_top - 26.4, centre + 4.0, field_top - 23.4});
        }
    }
    for (Unit& unit : plan.units) {
        if (unit.level == level) {
            unit.kind = UnitKind::outdoors;
        }
    }
    add_green(plan, level, west, east, forecourt_south);
    return grounds;
}

}  // namespace evac::drawing
