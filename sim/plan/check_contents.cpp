#include <algorithm>

#include "sim/geometry/overlap.hpp"
#include "sim/plan/check.hpp"
#include "sim/plan/check_parts.hpp"

namespace evac {

namespace {

/// What stands along a wall may be drawn this far into it [m].
constexpr double drawn_into_wall = 0.01;

double outline(const Polygon& polygon) {
    double length = 0.0;
    for (const Segment& edge : edges(polygon)) {
        length += edge.length();
    }
    return length;
}

void check_within(PlanCheck& check, const std::string& element, const Polygon& polygon,
                  int unit_index, MessageId what, MessageId remedy) {
    if (!check_polygon(check, element, polygon)) {
        return;
    }
    const Unit& unit = check.unit(unit_index);
    if (check.sound_units[static_cast<std::size_t>(unit_index)] == 0) {
        return;
    }
    const double whole = area(polygon);
    const double outside_unit = whole - overlap(polygon, unit.polygon).area;
    if (outside_unit > overlap_tolerance + drawn_into_wall * outline(polygon)) {
        check.add(element,
                  message(what, unit.id, fmt::format("{:.3g}", outside_unit),
                          fmt::format("{:.3g}", whole), shown(centroid(polygon))),
                  message(remedy));
    }
}

void check_fixture(PlanCheck& check, const Fixture& fixture) {
    check_within(check, fixture.id, fixture.polygon, fixture.unit, MessageId::plan_fixture_outside,
                 MessageId::plan_fixture_outside_remedy);
}

}  // namespace

void check_contents(PlanCheck& check) {
    for (const Fixture& fixture : check.plan.fixtures) {
        check_fixture(check, fixture);
    }
    for (const AssemblyArea& area : check.plan.assembly_areas) {
        check_within(check, area.id, area.polygon, area.unit, MessageId::plan_assembly_outside,
                     MessageId::plan_assembly_outside_remedy);
    }
    for (const Amenity& amenity : check.plan.amenities) {
        if (!sensible(amenity.position)) {
            check.add(amenity.id, message(MessageId::plan_absurd_point, shown(amenity.position)),
                      message(MessageId::plan_absurd_point_remedy));
        }
    }
}

std::vector<Problem> check_fixture(const Plan& plan, const Fixture& fixture) {
    PlanCheck check(plan);
    check.sound_units.assign(plan.units.size(), 1);
    check_fixture(check, fixture);
    return std::move(check.problems);
}

}  // namespace evac
