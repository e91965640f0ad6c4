#include <nlohmann/json.hpp>
#include <utility>

#include "sim/plan/elevation.hpp"
#include "sim/plan/feature.hpp"
#include "sim/plan/read.hpp"
#include "sim/plan/words.hpp"
#include "sim/text/file.hpp"
#include "sim/text/json_layout.hpp"

namespace evac {

namespace {

using nlohmann::json;

json feature(const std::string& id, const char* type, json geometry, json properties) {
    return {{"type", "Feature"},
            {"id", id},
            {"feature_type", type},
            {"geometry", std::move(geometry)},
            {"properties", std::move(properties)}};
}

const Level& level_at(const Plan& plan, int index) {
    return plan.levels[static_cast<std::size_t>(index)];
}

template <class T>
void add_if_any(json& object, const char* key, const std::optional<T>& value) {
    if (value) {
        object[key] = *value;
    }
}

json object_of(const BuildingFacts& facts) {
    json object = json::object();
    if (facts.use) {
        object["use"] = word_for(*facts.use);
    }
    if (facts.school_stage) {
        object["school_stage"] = word_for(*facts.school_stage);
    }
    add_if_any(object, "fire_grade", facts.fire_grade);
    add_if_any(object, "sprinklered", facts.sprinklered);
    add_if_any(object, "high_rise", facts.high_rise);
    add_if_any(object, "storeys", facts.storeys);
    add_if_any(object, "storeys_below", facts.storeys_below);
    add_if_any(object, "year", facts.year);
    add_if_any(object, "open_stairs", facts.open_stairs);
    add_if_any(object, "open_gallery", facts.open_gallery);
    add_if_any(object, "voice_alarm", facts.voice_alarm);
    return object;
}

json head_of(const Plan& plan) {
    json head = {{"format", "plan"}, {"version", 1}, {"id", plan.id}};
    add_label(head, plan.name);
    if (plan.origin) {
        head["origin"] = *plan.origin;
    }
    if (plan.rotation != 0.0) {
        head["rotation"] = plan.rotation;
    }
    if (plan.building != BuildingFacts{}) {
        head["building"] = object_of(plan.building);
    }
    return head;
}

json feature_of(const Level& level) {
    json properties = {{"ordinal", level.ordinal}, {"evac", {{"elevation", level.elevation}}}};
    add_label(properties, level.name);
    if (level.outdoors) {
        properties["outdoor"] = true;
    }
    return feature(level.id, "level", nullptr, std::move(properties));
}

json feature_of(const Plan& plan, const Unit& unit) {
    const Level& level = level_at(plan, unit.level);
    json additions = json::object();
    if (unit.kind != default_kind(unit.category, level)) {
        additions["kind"] = word_for(unit.kind);
    }
    if (!has_flat_floor(unit) || unit.elevation != level.elevation) {
        additions["elevation"] = unit.elevation;
    }
    if (unit.steps) {
        additions["steps"] = {{"riser", unit.steps->riser}, {"tread", unit.steps->tread}};
    }
    if (!unit.stair.empty()) {
        additions["stair"] = unit.stair;
    }
    if (unit.capacity) {
        additions["capacity"] = *unit.capacity;
    }
    add_source(additions, unit.source);
    json properties = {{"category", unit.category}, {"level_id", level.id}};
    add_label(properties, unit.name);
    if (!additions.empty()) {
        properties["evac"] = std::move(additions);
    }
    return feature(unit.id, "unit", geometry_of(unit.polygon), std::move(properties));
}

std::string swing_of(const Plan& plan, const Opening& opening) {
    switch (opening.swing) {
        case Swing::none:
            return "none";
        case Swing::into_first:
            return "into:" + unit_at(plan, opening.units[0]).id;
        case Swing::into_second:
            return opening.units[1] == outside ? "into:outside"
                                               : "into:" + unit_at(plan, opening.units[1]).id;
        case Swing::both:
            return "both";
        case Swing::sliding:
            return "sliding";
        case Swing::revolving:
            return "revolving";
    }
    return "none";
}

json feature_of(const Plan& plan, const Opening& opening) {
    const Unit& first = unit_at(plan, opening.units[0]);
    json units = json::array({first.id, nullptr});
    if (opening.units[1] != outside) {
        units[1] = unit_at(plan, opening.units[1]).id;
    }
    json additions = {{"units", units}, {"clear_width", opening.clear_width}};
    if (opening.leaf != Leaf::none) {
        additions["leaf"] = word_for(opening.leaf);
    }
    if (opening.swing != Swing::none) {
        additions["swing"] = swing_of(plan, opening);
    }
    if (opening.lock != Lock::none) {
        additions["lock"] = word_for(opening.lock);
    }
    if (opening.one_way != 0) {
        additions["one_way_from"] = units[opening.one_way > 0 ? 0 : 1];
    }
    if (opening.exit) {
        additions["exit"] = true;
    }
    add_if_any(additions, "threshold", opening.threshold);
    if (sill_beside_floor(plan, opening) != opening.elevation) {
        additions["elevation"] = opening.elevation;
    }
    add_source(additions, opening.source);
    json properties = {{"category", opening.category},
                       {"level_id", level_at(plan, first.level).id},
                       {"evac", std::move(additions)}};
    add_label(properties, opening.name);
    return feature(opening.id, "opening", geometry_of(opening.line), std::move(properties));
}

json feature_of(const Plan& plan, const Fixture& fixture) {
    const Unit& unit = unit_at(plan, fixture.unit);
    json additions = {{"unit", unit.id}};
    if (fixture.movable != usually_movable(fixture.category)) {
        additions["movable"] = fixture.movable;
    }
    if (!fixture.owner.empty()) {
        additions["owner"] = fixture.owner;
    }
    if (!fixture.since.empty()) {
        additions["since"] = fixture.since;
    }
    add_source(additions, fixture.source);
    json properties = {{"category", fixture.category},
                       {"level_id", level_at(plan, unit.level).id},
                       {"evac", std::move(additions)}};
    add_label(properties, fixture.name);
    return feature(fixture.id, "fixture", geometry_of(fixture.polygon), std::move(properties));
}

json feature_of(const Plan& plan, const AssemblyArea& area) {
    const Unit& unit = unit_at(plan, area.unit);
    json additions = {{"unit", unit.id}};
    add_source(additions, area.source);
    json properties = {{"category", "assembly"},
                       {"level_id", level_at(plan, unit.level).id},
                       {"evac", std::move(additions)}};
    add_label(properties, area.name);
    return feature(area.id, "section", geometry_of(area.polygon), std::move(properties));
}

/// What is at its default is not written.
void add_sign(json& additions, const Plan& plan, const ExitSign& sign) {
    const ExitSign plain;
    if (sign.opening >= 0) {
        additions["points_to"] = plan.openings[static_cast<std::size_t>(sign.opening)].id;
    }
    if (sign.lit != plain.lit) {
        additions["lit"] = sign.lit;
    }
    if (sign.range != plain.range) {
        additions["range"] = sign.range;
    }
    if (sign.facing != plain.facing) {
        additions["facing"] = {sign.facing.x(), sign.facing.y()};
    }
}

json feature_of(const Plan& plan, const Amenity& amenity) {
    json additions = json::object();
    if (amenity.sign) {
        add_sign(additions, plan, *amenity.sign);
    }
    add_source(additions, amenity.source);
    json properties = {{"category", amenity.category},
                       {"level_id", level_at(plan, amenity.level).id}};
    add_label(properties, amenity.name);
    if (!additions.empty()) {
        properties["evac"] = std::move(additions);
    }
    return feature(amenity.id, "amenity", geometry_of(amenity.position), std::move(properties));
}

}  // namespace

json plan_to_json(const Plan& plan) {
    json features = json::array();
    for (const Level& level : plan.levels) {
        features.push_back(feature_of(level));
    }
    const auto add_all = [&](const auto& elements) {
        for (const auto& element : elements) {
            features.push_back(feature_of(plan, element));
        }
    };
    add_all(plan.units);
    add_all(plan.openings);
    add_all(plan.fixtures);
    add_all(plan.assembly_areas);
    add_all(plan.amenities);
    return {{"type", "FeatureCollection"}, {"evac", head_of(plan)}, {"features", features}};
}

void write_plan(const Plan& plan, const std::filesystem::path& file) {
    write_text(file, json_text(plan_to_json(plan)));
}

}  // namespace evac
