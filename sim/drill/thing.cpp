#include "sim/drill/thing.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/geometry/validity.hpp"
#include "sim/plan/check.hpp"
#include "sim/plan/feature.hpp"

namespace evac {

namespace {

template <class Elements>
bool has_id(const Elements& elements, const std::string& id) {
    return std::any_of(elements.begin(), elements.end(),
                       [&](const auto& element) { return element.id == id; });
}

}  // namespace

std::string fresh_thing_id(const Plan& plan) {
    for (int number = 1;; ++number) {
        std::string id = "thing-" + std::to_string(number);
        // Of no other element either: findings name elements by nothing but their id.
        if (!has_id(plan.levels, id) && !has_id(plan.units, id) && !has_id(plan.openings, id) &&
            !has_id(plan.fixtures, id) && !has_id(plan.assembly_areas, id) &&
            !has_id(plan.amenities, id)) {
            return id;
        }
    }
}

std::string unit_around(const Plan& plan, int level, const Polygon& polygon) {
    if (validity(polygon).defect != PolygonDefect::none) {
        return "";
    }
    Fixture thing;
    thing.polygon = polygon;
    orient(thing.polygon);
    // Something very small would pass the check, which allows for a centimetre of wall, on both
    // sides of it: its middle decides.
    const Vec2 middle = label_point(thing.polygon);
    for (std::size_t i = 0; i < plan.units.size(); ++i) {
        const Unit& unit = plan.units[i];
        thing.unit = static_cast<int>(i);
        if (unit.level == level && walkable(unit) && contains(unit.polygon, middle) &&
            check_fixture(plan, thing).empty()) {
            return unit.id;
        }
    }
    return "";
}

nlohmann::ordered_json thing_feature(const Plan& plan, const Fixture& thing) {
    const Unit& unit = unit_at(plan, thing.unit);
    nlohmann::json additions = {{"unit", unit.id}};
    if (thing.movable != usually_movable(thing.category)) {
        additions["movable"] = thing.movable;
    }
    if (!thing.owner.empty()) {
        additions["owner"] = thing.owner;
    }
    if (!thing.since.empty()) {
        additions["since"] = thing.since;
    }
    nlohmann::json properties = {{"category", thing.category},
                                 {"level_id", plan.levels[static_cast<std::size_t>(unit.level)].id},
                                 {"evac", std::move(additions)}};
    add_label(properties, thing.name);
    nlohmann::ordered_json feature;
    feature["type"] = "Feature";
    feature["id"] = thing.id;
    feature["feature_type"] = "fixture";
    feature["present"] = true;
    feature["properties"] = std::move(properties);
    feature["geometry"] = geometry_of(thing.polygon);
    return feature;
}

}  // namespace evac
