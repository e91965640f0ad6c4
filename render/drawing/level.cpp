#include "render/drawing/level.hpp"

#include "render/drawing/doors.hpp"
#include "render/drawing/stairs.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/walls.hpp"

#include <algorithm>
#include <cmath>

namespace evac::render {

namespace {

constexpr double half_storey = 1.5;  // floors nearer in height belong together [m]
constexpr double open_ground = 4.0;  // of the outdoors around a building, shown in its picture [m]

const Unit& unit_at(const Plan& plan, int index) {
    return plan.units[static_cast<std::size_t>(index)];
}

bool is_open(const Plan& plan, int unit) {
    return unit_at(plan, unit).kind == UnitKind::outdoors;
}

void grow(Box& box, const Box& other, bool& empty) {
    box = empty ? other : Box{box.low.cwiseMin(other.low), box.high.cwiseMax(other.high)};
    empty = false;
}

bool floor_at(const Plan& plan, const std::vector<int>& units, const Vec2& p) {
    return std::any_of(units.begin(), units.end(),
                       [&](int unit) { return contains(unit_at(plan, unit).polygon, p); });
}

/// A wall that ends at a corner covers it, as the wall that goes on there does from its side.
std::vector<Vec2> reaching_corners(const WallRun& run) {
    std::vector<Vec2> points = run.points;
    if (!run.closed && run.from_corner) {
        points.front() += 0.5 * wall_width * (points[0] - points[1]).normalized();
    }
    if (!run.closed && run.to_corner) {
        const std::size_t last = points.size() - 1;
        points.back() += 0.5 * wall_width * (points[last] - points[last - 1]).normalized();
    }
    return points;
}

Drawing fixtures(const Plan& plan, const LevelParts& parts) {
    Drawing drawing;
    for (const int fixture : parts.fixtures) {
        const Fixture& thing = plan.fixtures[static_cast<std::size_t>(fixture)];
        drawing.add(fixture_area(rings_of(thing.polygon), is_furniture(thing)));
    }
    return drawing;
}

Area floor_area(const Unit& unit, Detail detail) {
    Area area{rings_of(unit.polygon), floor_colour(unit.kind), {}, {}};
    if (unit.kind == UnitKind::unwalkable) {
        area.hatch = Hatch{theme::faint_ink, 9.0, 0.8, false};
    } else if (detail == Detail::background) {
        area.fill = theme::paper;
    }
    return area;
}

}  // namespace

LevelParts level_parts(const LevelSubject& subject) {
    const Plan& plan = subject.plan;
    const int level = subject.level;
    LevelParts parts;
    parts.openings_of_unit = openings_by_unit(plan);
    std::vector<char> here(plan.units.size(), 0);
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        if (plan.units[i].level == level) {
            here[i] = 1;
            parts.units.push_back(static_cast<int>(i));
        }
    }
    const auto is_here = [&](int unit) {
        return unit != outside && here[static_cast<std::size_t>(unit)] != 0;
    };
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const auto& [first, second] = plan.openings[i].units;
        if (is_here(first) || is_here(second)) {
            parts.openings.push_back(static_cast<int>(i));
        }
    }
    if (plan.levels[static_cast<std::size_t>(level)].outdoors) {
        const auto height = [&](int storey) {
            return plan.levels[static_cast<std::size_t>(storey)].elevation;
        };
        for (std::size_t i = 0; i < plan.units.size(); ++i) {
            const Unit& unit = plan.units[i];
            if (unit.level != level && unit.kind != UnitKind::outdoors &&
                std::abs(height(unit.level) - height(level)) < half_storey) {
                parts.buildings.push_back(static_cast<int>(i));
            }
        }
    }
    for (const Closure& closure : subject.closures) {
        const auto& openings = parts.openings;
        if (std::find(openings.begin(), openings.end(), closure.opening) != openings.end()) {
            parts.closures.push_back(closure);
        }
    }
    for (const int index : parts.openings) {
        if (plan.openings[static_cast<std::size_t>(index)].lock == Lock::locked &&
            !is_shut(parts, index)) {
            parts.closures.push_back({index, true, 0.0});
        }
    }
    for (std::size_t i = 0; i < plan.fixtures.size(); ++i) {
        const bool present = subject.fixture_present.empty() || subject.fixture_present[i] != 0;
        if (present && is_here(plan.fixtures[i].unit)) {
            parts.fixtures.push_back(static_cast<int>(i));
        }
    }
    for (std::size_t i = 0; i < plan.assembly_areas.size(); ++i) {
        if (is_here(plan.assembly_areas[i].unit)) {
            parts.assembly_areas.push_back(static_cast<int>(i));
        }
    }
    for (const int index : parts.openings) {
        for (const int unit : plan.openings[static_cast<std::size_t>(index)].units) {
            if (unit != outside && !is_here(unit) && unit_at(plan, unit).kind == UnitKind::flight &&
                unit_at(plan, unit).level < level &&
                !floor_at(plan, parts.units, label_point(unit_at(plan, unit).polygon))) {
                parts.flights_below.push_back(unit);
            }
        }
    }
    return parts;
}

Box level_extent(const Plan& plan, const LevelParts& parts) {
    Box all;
    Box built;
    bool nothing = true;
    bool nothing_built = true;
    for (const int unit : parts.units) {
        const Box box = bounding_box(unit_at(plan, unit).polygon);
        grow(all, box, nothing);
        if (!is_open(plan, unit)) {
            grow(built, box, nothing_built);
        }
    }
    if (nothing) {
        return {Vec2(0.0, 0.0), Vec2(10.0, 10.0)};
    }
    for (const int unit : parts.buildings) {
        grow(all, bounding_box(unit_at(plan, unit).polygon), nothing);
    }
    const bool open_air =
        !parts.units.empty() &&
        plan.levels[static_cast<std::size_t>(unit_at(plan, parts.units.front()).level)].outdoors;
    if (nothing_built || open_air) {
        return all;
    }
    for (const int area : parts.assembly_areas) {
        grow(built, bounding_box(plan.assembly_areas[static_cast<std::size_t>(area)].polygon),
             nothing_built);
    }
    for (const int flight : parts.flights_below) {
        grow(built, bounding_box(unit_at(plan, flight).polygon), nothing_built);
    }
    const Vec2 around(open_ground, open_ground);
    return {(built.low - around).cwiseMax(all.low), (built.high + around).cwiseMin(all.high)};
}

bool is_shut(const LevelParts& parts, int opening) {
    return std::any_of(parts.closures.begin(), parts.closures.end(),
                       [&](const Closure& closure) { return closure.opening == opening; });
}

bool is_furniture(const Fixture& fixture) {
    for (const char* const quiet : {"furniture", "machine", "equipment"}) {
        if (fixture.category == quiet) {
            return true;
        }
    }
    return fixture.category.empty() && !fixture.movable;
}

Area fixture_area(std::vector<Ring> rings, bool furniture) {
    if (furniture) {
        return {std::move(rings),
                theme::furniture_fill,
                {},
                Pen{theme::furniture, 0.02, 1.2, {}, false}};
    }
    return {std::move(rings), theme::goods_fill, Hatch{theme::goods, 8.0, 1.2, true},
            Pen{theme::goods, 0.03, 2.0, {}, false}};
}

Colour floor_colour(UnitKind kind) {
    switch (kind) {
        case UnitKind::room:
            return theme::room;
        case UnitKind::passage:
            return theme::passage;
        case UnitKind::flight:
            return theme::flight;
        case UnitKind::ramp:
            return theme::ramp;
        case UnitKind::outdoors:
            return theme::outdoors;
        case UnitKind::unwalkable:
            return theme::unwalkable;
    }
    return theme::room;
}

Drawing level_floors(const Plan& plan, const LevelParts& parts, Detail detail,
                     double metres_per_pixel) {
    Drawing drawing;
    const double closest = 6.0 * metres_per_pixel;  // treads nearer than 6 px would be a grey smear
    for (const int unit : parts.units) {
        drawing.add(floor_area(unit_at(plan, unit), detail));
    }
    for (const int unit : parts.buildings) {
        drawing.add(Area{rings_of(unit_at(plan, unit).polygon),
                         theme::building,
                         {},
                         Pen{theme::building, 0.3, 2.0, {}, false}});
    }
    for (const int area : detail == Detail::full ? parts.assembly_areas : std::vector<int>()) {
        const auto& polygon = plan.assembly_areas[static_cast<std::size_t>(area)].polygon;
        drawing.add(Area{rings_of(polygon),
                         with_alpha(theme::safety_green, 0.1),
                         {},
                         Pen{theme::safety_green, 0.0, 2.5, {10.0, 6.0}, false}});
    }
    const Colour tread_colour =
        detail == Detail::full ? mix(theme::faint_ink, theme::paper, 0.25) : theme::hairline;
    for (const int unit : parts.units) {
        if (unit_at(plan, unit).kind != UnitKind::flight) {
            continue;
        }
        const auto line =
            flight_line(plan, unit, parts.openings_of_unit[static_cast<std::size_t>(unit)]);
        if (line) {
            drawing.add(treads(unit_at(plan, unit), *line, closest, tread_colour));
        }
    }
    for (const int unit : parts.flights_below) {
        const Unit& flight = unit_at(plan, unit);
        drawing.add(Area{rings_of(flight.polygon),
                         theme::paper,
                         {},
                         Pen{theme::faint_ink, 0.0, 1.5, {8.0, 5.0}, false}});
        const auto line =
            flight_line(plan, unit, parts.openings_of_unit[static_cast<std::size_t>(unit)]);
        if (line) {
            drawing.add(treads(flight, *line, closest, theme::hairline));
        }
    }
    if (detail == Detail::full) {
        drawing.add(fixtures(plan, parts));
    }
    return drawing;
}

Drawing level_walls(const Plan& plan, const LevelParts& parts, Detail detail) {
    Drawing drawing;
    const Pen site{theme::faint_ink, 0.0, 1.5, {12.0, 8.0}, false};
    const Pen wall = detail == Detail::full ? Pen{theme::wall, wall_width, 2.6, {}, false}
                                            : Pen{theme::wall, 0.06, 2.2, {}, false};
    if (detail == Detail::background) {
        drawing.add(fixtures(plan, parts));
    }
    std::vector<Line> lines;
    // The rim of the open air is no wall to look at; walls of the building cover it.
    for (const bool open_air : {true, false}) {
        for (const int unit : parts.units) {
            if (is_open(plan, unit) != open_air) {
                continue;
            }
            for (const WallRun& run :
                 wall_runs(plan, unit, parts.openings_of_unit[static_cast<std::size_t>(unit)])) {
                lines.push_back(Line{reaching_corners(run), open_air ? site : wall, run.closed});
            }
        }
    }
    if (detail == Detail::background) {
        // A light rim, or dark walls would drown in dark colours.
        for (Line rim : lines) {
            rim.pen = Pen{with_alpha(theme::paper, 0.8), 0.1, 5.0, {}, false};
            drawing.add(std::move(rim));
        }
    }
    for (Line& line : lines) {
        drawing.add(std::move(line));
    }
    if (detail == Detail::background) {
        for (const int area : parts.assembly_areas) {
            drawing.add(Area{rings_of(plan.assembly_areas[static_cast<std::size_t>(area)].polygon),
                             {},
                             {},
                             Pen{theme::safety_green, 0.0, 1.5, {10.0, 6.0}, false}});
        }
    }
    for (const int index : parts.openings) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        const bool shut = is_shut(parts, index);
        drawing.add(detail == Detail::full ? door(plan, opening, shut) : door_bar(opening, shut));
    }
    return drawing;
}

}  // namespace evac::render
