#include "sim/plan/read.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <string_view>

#include "sim/plan/check.hpp"
#include "sim/plan/elevation.hpp"
#include "sim/plan/feature.hpp"
#include "sim/plan/words.hpp"
#include "sim/text/json_file.hpp"
#include "sim/text/schema.hpp"

namespace evac {

namespace {

using nlohmann::json;

constexpr std::string_view to_unit = "into:";  // how "swing" names the unit the leaf turns into
constexpr std::string_view outside_name = "outside";  // the side of an opening without a unit

std::optional<double> number_if_any(const json& object, const char* key) {
    const auto member = object.find(key);
    return member == object.end() ? std::nullopt : std::optional(member->get<double>());
}

/// Reads feature by feature and goes on after a defect, so that one run shows all of them. A
/// feature that breaks the schema is left out, and so is, silently, what refers to it: the user
/// has been told once.
class PlanReader {
public:
    PlanReader(const json& document, std::string file) : document_(document) {
        plan_.file = std::move(file);
    }

    Plan read() {
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

private:
    using ReadFeature = void (PlanReader::*)(const json& feature);

    const json& features() const { return document_["features"]; }

    static std::string feature_type(const json& feature) {
        const auto type = feature.is_object() ? feature.find("feature_type") : feature.end();
        return type != feature.end() && type->is_string() ? type->get<std::string>() : "";
    }

    static std::string id_of(const json& feature) {
        const auto id = feature.is_object() ? feature.find("id") : feature.end();
        return id != feature.end() && id->is_string() ? id->get<std::string>() : "";
    }

    std::string pointer_to(const std::string& id) const {
        const auto place = place_of_id_.find(id);
        return place == place_of_id_.end() ? "" : "/features/" + std::to_string(place->second);
    }

    void add(const std::string& id, std::string_view below, Message what, Message remedy) {
        problems_.push_back({plan_.file, pointer_to(id) + std::string(below), id, std::move(what),
                             std::move(remedy)});
    }

    void note_broken_features() {
        constexpr std::string_view start = "/features/";
        for (const Problem& problem : problems_) {
            if (problem.pointer.starts_with(start)) {
                broken_.insert(std::stoul(problem.pointer.substr(start.size())));
            }
        }
        whole_ = problems_.empty();
    }

    void note_ids() {
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

    void read_head() {
        const auto head = document_.find("evac");
        if (head == document_.end() || !whole_) {
            return;
        }
        plan_.id = head->value("id", "");
        plan_.name = label_from(*head);
        plan_.rotation = head->value("rotation", 0.0);
        if (const auto origin = head->find("origin"); origin != head->end()) {
            plan_.origin = {{origin->at(0).get<double>(), origin->at(1).get<double>()}};
        }
    }

    void read_features(std::string_view type, ReadFeature read_one) {
        for (std::size_t i = 0; i < features().size(); ++i) {
            const json& feature = features()[i];
            if (feature_type(feature) == type && broken_.count(i) == 0) {
                (this->*read_one)(feature);
            }
        }
    }

    void read_levels() {
        read_features("level", &PlanReader::read_level);
        // Sorted by height, in file order where several buildings share a height.
        std::stable_sort(plan_.levels.begin(), plan_.levels.end(),
                         [](const Level& a, const Level& b) { return a.elevation < b.elevation; });
        for (std::size_t i = 0; i < plan_.levels.size(); ++i) {
            levels_[plan_.levels[i].id] = static_cast<int>(i);
        }
    }

    void read_level(const json& feature) {
        const json& properties = properties_of(feature);
        plan_.levels.push_back(
            {id_of(feature), label_from(properties), properties.value("ordinal", 0),
             additions_of(feature).value("elevation", 0.0), properties.value("outdoor", false)});
    }

    /// Index of the level that the feature names, or -1 after telling.
    int level_of(const json& feature) {
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
            add(id_of(feature), "/properties/level_id",
                message(MessageId::plan_unknown_level, level),
                message(MessageId::plan_unknown_level_remedy, ids));
        }
        return -1;
    }

    /// Index of the unit with that id, or -1 after telling.
    int unit_called(const std::string& unit, const std::string& element, std::string_view below) {
        const auto known = units_.find(unit);
        if (known != units_.end()) {
            return known->second;
        }
        if (left_out_.count(unit) == 0) {
            add(element, below, message(MessageId::plan_unknown_unit, unit),
                message(MessageId::plan_unknown_unit_remedy));
        }
        return -1;
    }

    void leave_out(const std::string& id) {
        left_out_.insert(id);
        whole_ = false;
    }

    void read_unit(const json& feature) {
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

    void read_opening(const json& feature) {
        const json& properties = properties_of(feature);
        const json& additions = additions_of(feature);
        Opening opening;
        opening.id = id_of(feature);
        if (properties.contains("level_id")) {
            level_of(feature);
        }
        if (!read_sides(additions.at("units"), opening)) {
            leave_out(opening.id);
            return;
        }
        opening.name = label_from(properties);
        opening.category = properties.value("category", "pedestrian");
        opening.line = line_from(feature);
        opening.clear_width = additions.value("clear_width", 0.0);
        opening.leaf = leaf_from(additions.value("leaf", "none")).value_or(Leaf::none);
        opening.swing = swing_from(additions.value("swing", "none"), opening);
        opening.lock = lock_from(additions.value("lock", "none")).value_or(Lock::none);
        if (const auto from = additions.find("one_way_from"); from != additions.end()) {
            const int side = side_called(*from, opening, "/properties/evac/one_way_from");
            opening.one_way = side == 0 ? 1 : side == 1 ? -1 : 0;
        }
        opening.exit = additions.value("exit", false);
        opening.source = source_from(additions);
        opening_elevations_.push_back(number_if_any(additions, "elevation"));
        plan_.openings.push_back(std::move(opening));
    }

    /// Both sides; an outside named first changes places with the unit.
    bool read_sides(const json& sides, Opening& opening) {
        bool known = true;
        for (std::size_t side = 0; side < 2; ++side) {
            if (sides[side].is_string()) {
                opening.units[side] = unit_called(sides[side].get<std::string>(), opening.id,
                                                  "/properties/evac/units/" + std::to_string(side));
                known = known && opening.units[side] >= 0;
            }
        }
        if (!known) {
            return false;
        }
        if (opening.units[0] == outside) {
            std::swap(opening.units[0], opening.units[1]);
        }
        if (opening.units[0] == outside) {
            add(opening.id, "/properties/evac/units", message(MessageId::plan_no_first_unit),
                message(MessageId::plan_no_first_unit_remedy));
            return false;
        }
        return true;
    }

    /// 0 or 1 for the side on which the unit with that id lies, or -1 after telling.
    int side_called(const std::string& unit, const Opening& opening, std::string_view below) {
        std::string sides;
        for (int side = 0; side < 2; ++side) {
            const int index = opening.units[static_cast<std::size_t>(side)];
            const std::string id = index == outside
                                       ? std::string(outside_name)
                                       : plan_.units[static_cast<std::size_t>(index)].id;
            if (id == unit) {
                return side;
            }
            sides += (sides.empty() ? "" : ", ") + id;
        }
        add(opening.id, below, message(MessageId::plan_not_its_unit, unit),
            message(MessageId::plan_not_its_unit_remedy, sides));
        return -1;
    }

    Swing swing_from(const std::string& word, const Opening& opening) {
        if (word.starts_with(to_unit)) {
            const int side =
                side_called(word.substr(to_unit.size()), opening, "/properties/evac/swing");
            return side == 0 ? Swing::into_first : side == 1 ? Swing::into_second : Swing::none;
        }
        return word == "both"        ? Swing::both
               : word == "sliding"   ? Swing::sliding
               : word == "revolving" ? Swing::revolving
                                     : Swing::none;
    }

    void read_fixture(const json& feature) {
        const std::string id = id_of(feature);
        const int unit =
            unit_called(additions_of(feature).value("unit", ""), id, "/properties/evac/unit");
        if (unit >= 0) {
            plan_.fixtures.push_back(fixture_from(feature, unit));
        }
    }

    void read_assembly_area(const json& feature) {
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

    void read_amenity(const json& feature) {
        const json& properties = properties_of(feature);
        const int level = level_of(feature);
        if (level >= 0) {
            plan_.amenities.push_back({id_of(feature), label_from(properties),
                                       properties.value("category", ""), level, point_from(feature),
                                       source_from(additions_of(feature))});
        }
    }

    void check_geometry() {
        for (Problem& problem : whole_ ? check_plan(plan_) : check_what_is_there(plan_)) {
            problem.pointer = pointer_to(problem.element);
            problems_.push_back(std::move(problem));
        }
    }

    const json& document_;
    Plan plan_;
    std::vector<Problem> problems_;
    std::set<std::size_t> broken_;                    ///< features that are not read
    std::set<std::string> left_out_;                  ///< ids of features that are not read
    bool whole_ = true;                               ///< nothing was left out
    std::map<std::string, std::size_t> place_of_id_;  ///< index of the feature
    std::map<std::string, int> levels_;
    std::map<std::string, int> units_;
    std::vector<std::optional<double>> unit_elevations_;     ///< as the file states them
    std::vector<std::optional<double>> opening_elevations_;  ///< as the file states them
};

}  // namespace

Fixture fixture_from(const json& feature, int unit) {
    const json& properties = properties_of(feature);
    const json& additions = additions_of(feature);
    Fixture fixture;
    fixture.id = feature.value("id", "");
    fixture.name = label_from(properties);
    fixture.category = properties.value("category", "furniture");
    fixture.unit = unit;
    fixture.polygon = polygon_from(feature);
    fixture.movable = additions.value("movable", false);
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
