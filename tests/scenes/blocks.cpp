#include "tests/scenes/blocks.hpp"

#include <cmath>
#include <utility>

namespace evac::scenes {

namespace {

/// Appends and returns the index.
template <class Element>
int append(std::vector<Element>& elements, Element element) {
    elements.push_back(std::move(element));
    return static_cast<int>(elements.size()) - 1;
}

Label named(const std::string& text) {
    return Label{{{"en", text}}};
}

}  // namespace

Plan empty_plan(const std::string& id) {
    Plan plan;
    plan.id = id;
    plan.name = named(id);
    add_level(plan, "L0", 0.0);
    return plan;
}

int add_level(Plan& plan, const std::string& id, double elevation) {
    Level level;
    level.id = id;
    level.name = named(id);
    level.ordinal = static_cast<int>(plan.levels.size());
    level.elevation = elevation;
    return append(plan.levels, std::move(level));
}

int add_unit(Plan& plan, const std::string& id, const std::string& category, Polygon polygon,
             int level) {
    Unit unit;
    unit.id = id;
    unit.name = named(id);
    unit.category = category;
    unit.kind = kind_of_category(category);
    unit.level = level;
    unit.elevation = plan.levels[static_cast<std::size_t>(level)].elevation;
    unit.polygon = std::move(polygon);
    orient(unit.polygon);
    return append(plan.units, std::move(unit));
}

Polygon rectangle(const Vec2& low, const Vec2& high) {
    return Polygon{{low, {high.x(), low.y()}, high, {low.x(), high.y()}}, {}};
}

int add_opening(Plan& plan, const std::string& id, const Vec2& a, const Vec2& b, int first,
                int second) {
    Opening opening;
    opening.id = id;
    opening.name = named(id);
    opening.category = "pedestrian";
    opening.line = Segment{a, b};
    opening.units = {first, second};
    opening.clear_width = opening.line.length();
    opening.elevation = plan.units[static_cast<std::size_t>(first)].elevation;
    return append(plan.openings, std::move(opening));
}

int add_exit(Plan& plan, const std::string& id, const Vec2& a, const Vec2& b, int unit) {
    const int index = add_opening(plan, id, a, b, unit, outside);
    plan.openings[static_cast<std::size_t>(index)].exit = true;
    return index;
}

int add_fixture(Plan& plan, const std::string& id, Polygon polygon, int unit) {
    Fixture fixture;
    fixture.id = id;
    fixture.name = named(id);
    fixture.category = "furniture";
    fixture.unit = unit;
    fixture.polygon = std::move(polygon);
    orient(fixture.polygon);
    return append(plan.fixtures, std::move(fixture));
}

int add_assembly_area(Plan& plan, const std::string& id, Polygon polygon, int unit) {
    AssemblyArea area;
    area.id = id;
    area.name = named(id);
    area.unit = unit;
    area.polygon = std::move(polygon);
    orient(area.polygon);
    return append(plan.assembly_areas, std::move(area));
}

Plan moved(Plan plan, double angle, const Vec2& shift) {
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const auto move = [&](Vec2& p) {
        p = Vec2(c * p.x() - s * p.y(), s * p.x() + c * p.y()) + shift;
    };
    const auto move_all = [&](Polygon& polygon) {
        for (Vec2& corner : polygon.outer) {
            move(corner);
        }
        for (Ring& hole : polygon.holes) {
            for (Vec2& corner : hole) {
                move(corner);
            }
        }
    };
    for (Unit& unit : plan.units) {
        move_all(unit.polygon);
    }
    for (Opening& opening : plan.openings) {
        move(opening.line.a);
        move(opening.line.b);
    }
    for (Fixture& fixture : plan.fixtures) {
        move_all(fixture.polygon);
    }
    for (AssemblyArea& area : plan.assembly_areas) {
        move_all(area.polygon);
    }
    for (Amenity& amenity : plan.amenities) {
        move(amenity.position);
    }
    return plan;
}

}  // namespace evac::scenes
