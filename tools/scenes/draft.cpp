#include "tools/scenes/draft.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <utility>

namespace evac::drawing {

namespace {

constexpr double frame = 0.05;              // of a door on each side [m]
constexpr double widest_single_leaf = 1.2;  // wider doors have two leaves [m]

int index_of_last(std::size_t size) {
    return static_cast<int>(size) - 1;
}

// Whole millimetres: sums such as 3.0 + 2.34 would else show their rounding in the files.
double millimetres(double metres) {
    return std::round(metres * 1000.0) / 1000.0;
}

Vec2 millimetres(const Vec2& point) {
    return {millimetres(point.x()), millimetres(point.y())};
}

Segment millimetres(const Segment& line) {
    return {millimetres(line.a), millimetres(line.b)};
}

Unit& at(Plan& plan, int unit) {
    return plan.units[static_cast<std::size_t>(unit)];
}

Segment centred(const Vec2& middle, Wall wall, double length) {
    const Vec2 half = 0.5 * length * (wall == Wall::along_x ? Vec2::UnitX() : Vec2::UnitY());
    return {middle - half, middle + half};
}

// The two flights and the mid landing that lead from one floor landing up to the next.
void add_flights(Plan& plan, const DogLegStair& stair, int from_landing, int to_landing) {
    const int level = at(plan, from_landing).level;
    const double floor = at(plan, from_landing).elevation;
    const double rise = stair.risers_per_flight * stair.steps.riser;
    const double run = stair.risers_per_flight * stair.steps.tread;
    const std::string prefix = plan.levels[static_cast<std::size_t>(level)].id + "-" + stair.id;

    const double west = stair.corner.x();
    const double east = west + width(stair);
    const double foot = stair.corner.y() + stair.floor_landing;
    const double turn = foot + run;
    const Rect in_west{west, foot, west + stair.flight_width, turn};
    const Rect in_east{east - stair.flight_width, foot, east, turn};
    const Rect& first = stair.first_flight_west ? in_west : in_east;
    const Rect& second = stair.first_flight_west ? in_east : in_west;

    const auto add_part = [&](const std::string& part, const Label& name,
                              const std::string& category, const Rect& area, double elevation) {
        const int unit = add_unit(plan, level, prefix + part, name, category, area);
        at(plan, unit).elevation = millimetres(elevation);
        at(plan, unit).stair = stair.id;
        return unit;
    };
    const Label flight_name = both("Flight", "梯段");
    const int lower = add_part("-flight-1", flight_name, "stairs", first, floor);
    const int mid = add_part("-mid", both("Mid landing", "休息平台"), "walkway",
                             {west, turn, east, turn + stair.mid_landing}, floor + rise);
    const int upper = add_part("-flight-2", flight_name, "stairs", second, floor + rise);
    at(plan, lower).steps = stair.steps;
    at(plan, upper).steps = stair.steps;

    const Label& here = plan.levels[static_cast<std::size_t>(level)].name;
    const Label& next = plan.levels[static_cast<std::size_t>(at(plan, to_landing).level)].name;
    const auto join = [&](const std::string& part, const Label& place, const Label& end, int below,
                          int above, const Rect& flight, double y, double elevation) {
        const Label name = joined(joined(joined(stair.name, both(", ", "")), place), end);
        const int gap = add_gap(plan, prefix + part, name, below, above,
                                {Vec2(flight.west, y), Vec2(flight.east, y)});
        plan.openings[static_cast<std::size_t>(gap)].elevation = millimetres(elevation);
    };
    join("-foot-1", here, both(" foot", "梯脚"), from_landing, lower, first, foot, floor);
    join("-head-1", here, both(" mid landing, lower flight", "休息平台下段"), lower, mid, first,
         turn, floor + rise);
    join("-foot-2", here, both(" mid landing, upper flight", "休息平台上段"), mid, upper, second,
         turn, floor + rise);
    join("-head-2", next, both(" down", "下行口"), upper, to_landing, second, foot,
         floor + 2.0 * rise);
}

}  // namespace

Polygon polygon_of(const Rect& area) {
    const Vec2 low = millimetres(Vec2(area.west, area.south));
    const Vec2 high = millimetres(Vec2(area.east, area.north));
    return {{low, Vec2(high.x(), low.y()), high, Vec2(low.x(), high.y())}, {}};
}

Label both(std::string english, std::string chinese) {
    return {{{"en", std::move(english)}, {"zh", std::move(chinese)}}};
}

Label joined(const Label& first, const Label& second) {
    return both(first.by_language.at("en") + second.by_language.at("en"),
                first.by_language.at("zh") + second.by_language.at("zh"));
}

int add_level(Plan& plan, const std::string& id, const Label& name, int ordinal, double elevation,
              bool outdoors) {
    plan.levels.push_back({.id = id,
                           .name = name,
                           .ordinal = ordinal,
                           .elevation = millimetres(elevation),
                           .outdoors = outdoors});
    return index_of_last(plan.levels.size());
}

int add_unit(Plan& plan, int level, const std::string& id, const Label& name,
             const std::string& category, const Rect& area) {
    Unit unit;
    unit.id = id;
    unit.name = name;
    unit.category = category;
    unit.kind = kind_of_category(category);
    unit.level = level;
    unit.polygon = polygon_of(area);
    unit.elevation = plan.levels[static_cast<std::size_t>(level)].elevation;
    plan.units.push_back(std::move(unit));
    return index_of_last(plan.units.size());
}

int add_door(Plan& plan, const std::string& id, int first, int second, const Vec2& middle,
             Wall wall, double clear_width) {
    Opening door;
    door.id = id;
    door.name = joined(at(plan, first).name, both(", door", "门"));
    door.category = "pedestrian";
    door.line = millimetres(centred(middle, wall, clear_width + 2.0 * frame));
    door.units = {first, second};
    door.clear_width = clear_width;
    door.leaf = clear_width > widest_single_leaf ? Leaf::double_leaf : Leaf::single;
    door.swing = Swing::into_second;
    door.elevation = at(plan, first).elevation;
    plan.openings.push_back(std::move(door));
    return index_of_last(plan.openings.size());
}

int add_exit(Plan& plan, const std::string& id, const Label& name, int inside, int outdoors,
             const Vec2& middle, Wall wall, double clear_width) {
    const int index = add_door(plan, id, inside, outdoors, middle, wall, clear_width);
    Opening& exit = plan.openings.back();
    exit.name = name;
    exit.category = "emergencyexit";
    exit.lock = Lock::panic_bar;
    exit.exit = true;
    return index;
}

int add_gap(Plan& plan, const std::string& id, const Label& name, int first, int second,
            const Segment& line) {
    Opening gap;
    gap.id = id;
    gap.name = name;
    gap.category = "pedestrian";
    gap.line = millimetres(line);
    gap.units = {first, second};
    gap.clear_width = millimetres(line.length());
    gap.elevation = at(plan, first).elevation;
    plan.openings.push_back(std::move(gap));
    return index_of_last(plan.openings.size());
}

int add_fixture(Plan& plan, const std::string& id, const Label& name, const std::string& category,
                int unit, const Rect& area) {
    Fixture fixture;
    fixture.id = id;
    fixture.name = name;
    fixture.category = category;
    fixture.unit = unit;
    fixture.polygon = polygon_of(area);
    plan.fixtures.push_back(std::move(fixture));
    return index_of_last(plan.fixtures.size());
}

int add_assembly_area(Plan& plan, const std::string& id, const Label& name, int unit,
                      const Rect& area) {
    plan.assembly_areas.push_back(
        {.id = id, .name = name, .unit = unit, .polygon = polygon_of(area), .source = {}});
    return index_of_last(plan.assembly_areas.size());
}

double width(const DogLegStair& stair) {
    return 2.0 * stair.flight_width + stair.gap;
}

double depth(const DogLegStair& stair) {
    return stair.floor_landing + stair.risers_per_flight * stair.steps.tread + stair.mid_landing;
}

std::vector<int> add_dog_leg_stair(Plan& plan, const DogLegStair& stair,
                                   std::span<const int> levels) {
    const Rect landing{stair.corner.x(), stair.corner.y(), stair.corner.x() + width(stair),
                       stair.corner.y() + stair.floor_landing};
    std::vector<int> landings;
    for (const int level : levels) {
        const std::string id = plan.levels[static_cast<std::size_t>(level)].id + "-" + stair.id;
        landings.push_back(add_unit(plan, level, id, stair.name, "walkway", landing));
        at(plan, landings.back()).stair = stair.id;
    }
    for (std::size_t i = 0; i + 1 < landings.size(); ++i) {
        assert(std::abs(at(plan, landings[i + 1]).elevation - at(plan, landings[i]).elevation -
                        2.0 * stair.risers_per_flight * stair.steps.riser) < 1e-6);
        add_flights(plan, stair, landings[i], landings[i + 1]);
    }
    if (!levels.empty()) {
        const std::string& top = plan.levels[static_cast<std::size_t>(levels.back())].id;
        add_unit(plan, levels.back(), top + "-" + stair.id + "-void",
                 both("Open to below", "楼梯井上空"), "opentobelow",
                 {landing.west, landing.north, landing.east, stair.corner.y() + depth(stair)});
    }
    return landings;
}

}  // namespace evac::drawing
