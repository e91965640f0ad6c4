#include "sim/plan/read.hpp"

#include <algorithm>
#include <utility>

#include "sim/plan/check.hpp"
#include "sim/plan/elevation.hpp"
#include "sim/plan/feature.hpp"
#include "sim/plan/plan_reader.hpp"
#include "sim/plan/words.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/nearest.hpp"
#include "sim/text/schema.hpp"

namespace evac {

using nlohmann::json;

PlanReader::PlanReader(const json& document, std::string file) : document_(document) {
    plan_.file = std::move(file);
}

namespace {

/// Tells one thing instead of many when the file was never meant to be a plan.
void refuse_other_files(const json& document, const std::string& file) {
    if (!document.is_object() || document.contains("evac")) {
        return;
    }
    const bool drill = document.contains("format") && document["format"] == "drill";
    throw InputError(
        {{file, "", "", message(drill ? MessageId::plan_is_drill : MessageId::plan_not_ours),
          message(drill ? MessageId::plan_is_drill_remedy : MessageId::plan_not_ours_remedy)}});
}

template <class T>
std::optional<T> if_any(const json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : std::optional<T>(found->get<T>());
}

BuildingFacts building_from(const json& object) {
    BuildingFacts facts;
    facts.use = building_use_from(object.value("use", ""));
    facts.school_stage = school_stage_from(object.value("school_stage", ""));
    facts.fire_grade = if_any<int>(object, "fire_grade");
    facts.sprinklered = if_any<bool>(object, "sprinklered");
    facts.high_rise = if_any<bool>(object, "high_rise");
    facts.storeys = if_any<int>(object, "storeys");
    facts.storeys_below = if_any<int>(object, "storeys_below");
    facts.year = if_any<int>(object, "year");
    facts.open_stairs = if_any<bool>(object, "open_stairs");
    facts.open_gallery = if_any<bool>(object, "open_gallery");
    facts.voice_alarm = if_any<bool>(object, "voice_alarm");
    return facts;
}

}  // namespace

Plan PlanReader::read() {
    refuse_other_files(document_, plan_.file);
    problems_ = check_schema(document_, "plan.schema.json", plan_.file);
    if (!document_.is_object() || !document_.contains("features") ||
        !document_["features"].is_array()) {
        throw InputError(std::move(problems_));
    }
    note_broken_features();
    note_ids();
    read_head();
    read_levels();
    read_features("unit", &PlanReader::read_unit);
    read_features("opening", &PlanReader::read_opening);
    fill_in_elevations(plan_, unit_elevations_, opening_elevations_);
    read_features("fixture", &PlanReader::read_fixture);
    read_features("section", &PlanReader::read_assembly_area);
    read_features("amenity", &PlanReader::read_amenity);
    check_geometry();
    if (!problems_.empty()) {
        throw InputError(std::move(problems_));
    }
    return std::move(plan_);
}

std::string PlanReader::pointer_to(const std::string& id) const {
    const auto place = place_of_id_.find(id);
    return place == place_of_id_.end() ? "" : "/features/" + std::to_string(place->second);
}

void PlanReader::add(const std::string& id, std::string_view below, Message what, Message remedy) {
    problems_.push_back(
        {plan_.file, pointer_to(id) + std::string(below), id, std::move(what), std::move(remedy)});
}

void PlanReader::note_broken_features() {
    constexpr std::string_view start = "/features/";
    for (const Problem& problem : problems_) {
        if (problem.pointer.starts_with(start)) {
            broken_.insert(std::stoul(problem.pointer.substr(start.size())));
        }
    }
    whole_ = problems_.empty();
}

void PlanReader::note_ids() {
    for (std::size_t i = 0; i < features().size(); ++i) {
        const std::string id = id_of(features()[i]);
        if (id.empty()) {
            continue;
        }
        const auto [place, is_new] = place_of_id_.emplace(id, i);
        if (!is_new) {
            problems_.push_back({plan_.file, "/features/" + std::to_string(i) + "/id", id,
                                 message(MessageId::plan_duplicate_id, pointer_to(id)),
                                 message(MessageId::plan_duplicate_id_remedy)});
            broken_.insert(i);
            whole_ = false;
        } else if (broken_.count(i) > 0) {
            left_out_.insert(id);
        }
    }
}

void PlanReader::read_head() {
    const auto head = document_.find("evac");
    if (head == document_.end() || !whole_) {
        return;
    }
    plan_.id = head->value("id", "");
    plan_.name = label_from(*head);
    plan_.rotation = head->value("rotation", 0.0);
    if (const auto building = head->find("building"); building != head->end()) {
        plan_.building = building_from(*building);
    }
    if (const auto origin = head->find("origin"); origin != head->end()) {
        plan_.origin = {{origin->at(0).get<double>(), origin->at(1).get<double>()}};
    }
}

void PlanReader::read_features(std::string_view type, ReadFeature read_one) {
    for (std::size_t i = 0; i < features().size(); ++i) {
        const json& feature = features()[i];
        if (feature_type_of(feature) == type && broken_.count(i) == 0) {
            (this->*read_one)(feature);
        }
    }
}

void PlanReader::read_levels() {
    read_features("level", &PlanReader::read_level);
    // Sorted by height, in file order where several buildings share a height.
    std::stable_sort(plan_.levels.begin(), plan_.levels.end(),
                     [](const Level& a, const Level& b) { return a.elevation < b.elevation; });
    for (std::size_t i = 0; i < plan_.levels.size(); ++i) {
        levels_[plan_.levels[i].id] = static_cast<int>(i);
    }
}

void PlanReader::read_level(const json& feature) {
    const json& properties = properties_of(feature);
    plan_.levels.push_back({id_of(feature), label_from(properties), properties.value("ordinal", 0),
                            additions_of(feature).value("elevation", 0.0),
                            properties.value("outdoor", false)});
}

/// Index of the level that the feature names, or -1 after telling.
int PlanReader::level_of(const json& feature) {
    const std::string level = properties_of(feature).value("level_id", "");
    const auto known = levels_.find(level);
    if (known != levels_.end()) {
        return known->second;
    }
    if (left_out_.count(level) == 0) {
        std::string ids;
        for (const Level& one : plan_.levels) {
            ids += (ids.empty() ? "" : ", ") + one.id;
        }
        add(id_of(feature), "/properties/level_id", message(MessageId::plan_unknown_level, level),
            message(MessageId::plan_unknown_level_remedy, ids));
    }
    return -1;
}

/// Index of the unit with that id, or -1 after telling.
int PlanReader::unit_called(const std::string& unit, const std::string& element,
                            std::string_view below) {
    const auto known = units_.find(unit);
    if (known != units_.end()) {
        return known->second;
    }
    if (left_out_.count(unit) == 0) {
        std::vector<std::string> ids;
        for (const auto& [id, index] : units_) {
            ids.push_back(id);
        }
        const std::optional<std::string> meant = nearest(unit, ids);
        add(element, below, message(MessageId::plan_unknown_unit, unit),
            meant ? message(MessageId::plan_unknown_unit_meant, *meant)
                  : message(MessageId::plan_unknown_unit_remedy));
    }
    return -1;
}

void PlanReader::leave_out(const std::string& id) {
    left_out_.insert(id);
    whole_ = false;
}

void PlanReader::read_unit(const json& feature) {
    const json& properties = properties_of(feature);
    const json& additions = additions_of(feature);
    Unit unit;
    unit.id = id_of(feature);
    unit.level = level_of(feature);
    if (unit.level < 0) {
        leave_out(unit.id);
        return;
    }
    unit.name = label_from(properties);
    unit.category = properties.value("category", "");
    unit.kind = unit_kind_from(additions.value("kind", ""))
                    .value_or(default_kind(unit.category,
                                           plan_.levels[static_cast<std::size_t>(unit.level)]));
    unit.polygon = polygon_from(feature);
    if (const auto steps = additions.find("steps"); steps != additions.end()) {
        unit.steps = Steps{steps->value("riser", 0.0), steps->value("tread", 0.0)};
    }
    unit.stair = additions.value("stair", "");
    if (const auto capacity = additions.find("capacity"); capacity != additions.end()) {
        unit.capacity = capacity->get<int>();
    }
    unit.source = source_from(additions);
    units_[unit.id] = static_cast<int>(plan_.units.size());
    unit_elevations_.push_back(number_if_any(additions, "elevation"));
    plan_.units.push_back(std::move(unit));
}

void PlanReader::read_fixture(const json& feature) {
    const std::string id = id_of(feature);
    const int unit =
        unit_called(additions_of(feature).value("unit", ""), id, "/properties/evac/unit");
    if (unit >= 0) {
        plan_.fixtures.push_back(fixture_from(feature, unit));
    }
}

void PlanReader::read_assembly_area(const json& feature) {
    const json& properties = properties_of(feature);
    if (properties.value("category", "") != "assembly") {
        return;
    }
    const std::string id = id_of(feature);
    const json& additions = additions_of(feature);
    const int unit = unit_called(additions.value("unit", ""), id, "/properties/evac/unit");
    if (unit >= 0) {
        plan_.assembly_areas.push_back(
            {id, label_from(properties), unit, polygon_from(feature), source_from(additions)});
    }
}

void PlanReader::read_amenity(const json& feature) {
    const json& properties = properties_of(feature);
    const int level = level_of(feature);
    if (level >= 0) {
        Amenity amenity;
        amenity.id = id_of(feature);
        amenity.name = label_from(properties);
        amenity.category = properties.value("category", "");
        amenity.level = level;
        amenity.position = point_from(feature);
        if (amenity.category == exit_sign_category) {
            amenity.sign = sign_from(additions_of(feature), amenity.id);
        }
        amenity.source = source_from(additions_of(feature));
        plan_.amenities.push_back(std::move(amenity));
    }
}

ExitSign PlanReader::sign_from(const json& additions, const std::string& element) {
    ExitSign sign;
    sign.lit = additions.value("lit", true);
    sign.range = additions.value("range", sign.range);
    if (const auto facing = additions.find("facing"); facing != additions.end()) {
        const Vec2 direction{(*facing)[0].get<double>(), (*facing)[1].get<double>()};
        sign.facing = direction.normalized();
    }
    if (const auto named = additions.find("points_to"); named != additions.end()) {
        const auto id = named->get<std::string>();
        sign.opening = find_opening(plan_, id);
        if (sign.opening < 0 && left_out_.count(id) == 0) {
            std::vector<std::string> ids;
            for (const Opening& opening : plan_.openings) {
                ids.push_back(opening.id);
            }
            const std::optional<std::string> meant = nearest(id, ids);
            add(element, "/properties/evac/points_to", message(MessageId::plan_unknown_opening, id),
                meant ? message(MessageId::plan_unknown_unit_meant, *meant)
                      : message(MessageId::plan_unknown_opening_remedy));
        }
    }
    return sign;
}

void PlanReader::check_geometry() {
    for (Problem& problem : whole_ ? check_plan(plan_) : check_what_is_there(plan_)) {
        problem.pointer = pointer_to(problem.element);
        problems_.push_back(std::move(problem));
    }
}

Fixture fixture_from(const json& feature, int unit) {
    const json& properties = properties_of(feature);
    const json& additions = additions_of(feature);
    Fixture fixture;
    fixture.id = feature.value("id", "");
    fixture.name = label_from(properties);
    fixture.category = properties.value("category", "furniture");
    fixture.unit = unit;
    fixture.polygon = polygon_from(feature);
    fixture.movable = additions.value("movable", usually_movable(fixture.category));
    fixture.owner = additions.value("owner", "");
    fixture.since = additions.value("since", "");
    fixture.source = source_from(additions);
    return fixture;
}

Plan plan_from_json(const json& document, const std::string& file) {
    return PlanReader(document, file).read();
}

Plan read_plan(const std::filesystem::path& file) {
    return plan_from_json(read_json(file), file.string());
}

}  // namespace evac
