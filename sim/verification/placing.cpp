#include "sim/verification/placing.hpp"

#include "sim/numeric/elementary.hpp"

namespace evac {

namespace {

constexpr double pi = 3.141592653589793;

Vec2 turned(const Vec2& direction, const Placing& placing) {
    const Vec2 v = placing.mirror ? Vec2(-direction.x(), direction.y()) : direction;
    if (placing.turn == 0.0) {
        return v;
    }
    const double angle = placing.turn * pi / 180.0;
    const double c = exact_cos(angle);
    const double s = exact_sin(angle);
    return {c * v.x() - s * v.y(), s * v.x() + c * v.y()};
}

}  // namespace

Vec2 placed(const Vec2& point, const Placing& placing) {
    return turned(point, placing);
}

Polygon placed(const Polygon& polygon, const Placing& placing) {
    Polygon result = polygon;
    const auto lay = [&](auto& ring) {
        for (Vec2& point : ring) {
            point = turned(point, placing);
        }
    };
    lay(result.outer);
    for (auto& hole : result.holes) {
        lay(hole);
    }
    orient(result);  // a mirror turns rings round
    return result;
}

void place(Plan& plan, const Placing& placing) {
    if (placing.turn == 0.0 && !placing.mirror) {
        return;
    }
    for (Unit& unit : plan.units) {
        unit.polygon = placed(unit.polygon, placing);
    }
    for (Opening& opening : plan.openings) {
        opening.line = {placed(opening.line.a, placing), placed(opening.line.b, placing)};
    }
    for (Fixture& fixture : plan.fixtures) {
        fixture.polygon = placed(fixture.polygon, placing);
    }
    for (AssemblyArea& area : plan.assembly_areas) {
        area.polygon = placed(area.polygon, placing);
    }
    for (Amenity& amenity : plan.amenities) {
        amenity.position = placed(amenity.position, placing);
        if (amenity.sign) {
            amenity.sign->facing = turned(amenity.sign->facing, placing);
        }
    }
}

}  // namespace evac
