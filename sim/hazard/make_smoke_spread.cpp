#include "sim/hazard/smoke_spread.hpp"

#include "sim/hazard/numbered.hpp"
#include "sim/plan/elevation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace evac {

namespace {

/// Levels closer than this belong to one storey: landings, half a flight up [m].
constexpr double lowest_storey = 2.2;

double perimeter_of(const Polygon& polygon) {
    const auto round = [](const Ring& ring) {
        double length = 0.0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 side = ring[(i + 1) % ring.size()] - ring[i];
            length += std::sqrt(side.x() * side.x() + side.y() * side.y());
        }
        return length;
    };
    double length = round(polygon.outer);
    for (const Ring& hole : polygon.holes) {
        length += round(hole);
    }
    return length;
}

double storey_height(const Plan& plan, int level, const SmokeSettings& settings) {
    const double here = plan.levels[at(level)].elevation;
    double height = settings.room_height;
    bool found = false;
    for (const Level& other : plan.levels) {
        const double above = other.elevation - here;
        if (above >= lowest_storey && !other.outdoors &&
            (!found || above - settings.slab < height)) {
            height = above - settings.slab;
            found = true;
        }
    }
    return height;
}

SmokeRoom make_room(const Plan& plan, int index, const std::vector<int>& openings,
                    const SmokeSettings& settings) {
    const Unit& unit = unit_at(plan, index);
    SmokeRoom room;
    room.indoors =
        walkable(unit) && unit.kind != UnitKind::outdoors && !plan.levels[at(unit.level)].outdoors;
    room.floor = unit.elevation;
    double rise = 0.0;
    if (!has_flat_floor(unit)) {
        for (const int o : openings) {
            rise = std::max(rise, plan.openings[at(o)].elevation - room.floor);
        }
    }
    // A flight leans: floor and ceiling rise alike, so its volume is that of a level passage.
    const double headroom = storey_height(plan, unit.level, settings);
    const double volume = area(unit.polygon) * headroom;
    room.height = headroom + rise;
    room.area = volume / room.height;
    room.perimeter = perimeter_of(unit.polygon);
    room.eye = std::min(0.5 * rise + settings.eye_height, room.height);
    room.lower = clean_air(volume);
    return room;
}

SmokeOpening make_opening(const Plan& plan, int index, const SmokeSpread& smoke) {
    const Opening& opening = plan.openings[at(index)];
    const SmokeSettings& settings = smoke.settings;
    SmokeOpening made;
    made.opening = index;
    made.leaf = opening.leaf != Leaf::none;
    made.bottom = opening.elevation;
    double ceiling = opening.elevation + 1000.0;
    bool slope = false;
    for (std::size_t side = 0; side < 2; ++side) {
        const int unit = opening.units[side];
        if (unit == outside || !smoke.rooms[at(unit)].indoors) {
            continue;
        }
        made.rooms[side] = unit;
        made.bottom = std::max(made.bottom, smoke.rooms[at(unit)].floor);
        ceiling = std::min(ceiling, smoke.rooms[at(unit)].floor + smoke.rooms[at(unit)].height);
        slope = slope || !has_flat_floor(unit_at(plan, unit));
    }
    // Stairs without a door are open up to the ceiling: no lintel holds smoke back.
    const bool lintel = made.leaf || !slope;
    const double door = made.bottom + settings.door_height;
    made.top = std::max(made.bottom + 0.3, lintel ? std::min(door, ceiling) : ceiling);
    made.width = made.rooms[0] == made.rooms[1] ? 0.0 : opening.clear_width;
    made.crack = std::min(made.width, settings.door_crack);
    return made;
}

}  // namespace

SmokeSpread make_smoke_spread(const Plan& plan, std::vector<Fire> fires,
                              const SmokeSettings& settings) {
    SmokeSpread smoke;
    smoke.settings = settings;
    smoke.fires = std::move(fires);
    const std::vector<std::vector<int>> openings = openings_by_unit(plan);
    for (std::size_t u = 0; u < plan.units.size(); ++u) {
        smoke.rooms.push_back(make_room(plan, static_cast<int>(u), openings[u], settings));
    }
    for (std::size_t o = 0; o < plan.openings.size(); ++o) {
        smoke.openings.push_back(make_opening(plan, static_cast<int>(o), smoke));
    }
    for (std::size_t u = 0; u < smoke.rooms.size(); ++u) {
        const SmokeRoom& room = smoke.rooms[u];
        if (room.indoors) {
            SmokeOpening cracks;
            cracks.rooms = {static_cast<int>(u), outside};
            cracks.bottom = room.floor;
            cracks.top = room.floor + room.height;
            cracks.width = settings.wall_crack * room.perimeter;
            smoke.openings.push_back(cracks);
        }
    }
    std::vector<std::array<int, 2>> edges;
    for (const SmokeOpening& opening : smoke.openings) {
        edges.push_back(opening.rooms);
    }
    smoke.network = make_pressure_network(static_cast<int>(smoke.rooms.size()), edges);
    smoke.pressures.assign(smoke.rooms.size(), 0.0);
    return smoke;
}

}  // namespace evac
