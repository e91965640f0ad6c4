#include "render/drawing/level.hpp"

#include "render/drawing/doors.hpp"
#include "render/drawing/stairs.hpp"
#include "render/drawing/theme.hpp"
#include "render/drawing/walls.hpp"

namespace evac::render {

namespace {

bool is_open(const Plan& plan, int unit) {
    return unit_at(plan, unit).kind == UnitKind::outdoors;
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
