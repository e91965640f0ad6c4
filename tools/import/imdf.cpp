#include "tools/import/imdf.hpp"

#include "sim/text/problem.hpp"
#include "tools/import/geojson.hpp"

#include <map>
#include <set>

namespace evac {

namespace {

namespace fs = std::filesystem;

/// Reading one folder: the drawing so far, and everything wrong with it.
struct Reading {
    fs::path folder;
    Drawing drawing;
    std::map<std::string, int> level_index;
    std::map<std::string, int> level_of_unit;
    std::set<std::string> ids;
    std::vector<Problem> problems;
    ImportReport& report;
};

std::vector<Feature> features_of(Reading& reading, const std::string& name, bool needed) {
    const fs::path file = reading.folder / (name + ".geojson");
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        if (needed) {
            reading.problems.push_back({file.string(), "", "",
                                        message(MessageId::import_imdf_file_missing, name),
                                        message(MessageId::import_imdf_file_missing_remedy)});
        }
        return {};
    }
    return read_features(file, reading.problems);
}

void check_id(Reading& reading, const Feature& feature) {
    if (feature.id.empty()) {
        reading.problems.push_back(at(feature, "/id", message(MessageId::import_no_id),
                                      message(MessageId::import_no_id_remedy)));
    } else if (!reading.ids.insert(feature.id).second) {
        reading.problems.push_back(at(feature, "/id", message(MessageId::import_same_id),
                                      message(MessageId::import_same_id_remedy)));
    }
}

/// Index of the level a feature refers to, or -1 and a problem.
int level_of(Reading& reading, const Feature& feature) {
    const std::string id = text_of(feature, "level_id");
    const auto found = reading.level_index.find(id);
    if (found != reading.level_index.end()) {
        return found->second;
    }
    if (reading.level_index.empty()) {
        return -1;  // no levels at all: told once, not for every unit
    }
    reading.problems.push_back(at(feature, "/properties/level_id",
                                  message(MessageId::import_unknown_level, id),
                                  message(MessageId::import_unknown_level_remedy)));
    return -1;
}

void read_levels(Reading& reading) {
    for (const Feature& feature : features_of(reading, "level", true)) {
        check_id(reading, feature);
        DrawnLevel level{feature.id, label_of(feature, "name"), 0.0, false, {}};
        const auto ordinal = feature.properties.find("ordinal");
        if (ordinal == feature.properties.end() || !ordinal->is_number()) {
            reading.problems.push_back(at(feature, "/properties/ordinal",
                                          message(MessageId::import_no_ordinal),
                                          message(MessageId::import_no_ordinal_remedy)));
        } else {
            level.ordinal = ordinal->get<double>();
        }
        level.outdoors = text_of(feature, "outdoor") == "true";
        if (!feature.geometry.is_null()) {  // the outline only helps to tell inside from outside
            level.outline = read_polygons(feature, reading.problems);
        }
        reading.level_index.emplace(feature.id, static_cast<int>(reading.drawing.levels.size()));
        reading.drawing.levels.push_back(std::move(level));
    }
}

void read_units(Reading& reading) {
    const std::vector<Feature> features = features_of(reading, "unit", true);
    for (const Feature& feature : features) {
        check_id(reading, feature);
        const int level = level_of(reading, feature);
        const std::vector<Polygon> parts = read_polygons(feature, reading.problems);
        reading.level_of_unit.emplace(feature.id, level);
        std::string category = text_of(feature, "category");
        if (category.empty()) {
            category = "unspecified";  // IMDF's own word for it
        }
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const std::string id =
                part == 0 ? feature.id : feature.id + "/" + std::to_string(part + 1);
            reading.drawing.units.push_back(
                {id, label_of(feature, "name"), category, level, parts[part]});
        }
        if (parts.size() > 1) {
            reading.report.problems.push_back(
                {"several_parts", "", Vec2::Zero(), feature.id,
                 message(MessageId::import_several_parts, feature.id, parts.size()),
                 message(MessageId::import_several_parts_remedy)});
        }
    }
    if (reading.problems.empty() && features.empty()) {
        reading.problems.push_back({(reading.folder / "unit.geojson").string(), "/features", "",
                                    message(MessageId::import_no_units),
                                    message(MessageId::import_no_units_remedy)});
    }
}

void read_door(const Feature& feature, DrawnOpening& opening) {
    const auto door = feature.properties.find("door");
    if (door != feature.properties.end() && door->is_object()) {
        const std::string type = door->value("type", nlohmann::json()).is_string()
                                     ? door->at("type").get<std::string>()
                                     : "";
        if (type == "door" || type == "movablepartition") {
            opening.leaf = Leaf::single;
        } else if (type == "sliding") {
            opening.leaf = Leaf::single;
            opening.swing = Swing::sliding;
        } else if (type == "revolving" || type == "turnstile") {
            opening.swing = Swing::revolving;
        }
    }
    if (!text_of(feature, "access_control").empty()) {
        opening.lock = Lock::access_control;
    }
}

void read_openings(Reading& reading) {
    for (const Feature& feature : features_of(reading, "opening", false)) {
        check_id(reading, feature);
        const int level = level_of(reading, feature);
        const Ring line = read_line(feature, reading.problems);
        if (line.empty()) {
            continue;
        }
        DrawnOpening opening;
        opening.id = feature.id;
        opening.name = label_of(feature, "name");
        opening.category = text_of(feature, "category");
        opening.level = level;
        opening.line = {line.front(), line.back()};
        read_door(feature, opening);
        opening.entrance = opening.category == "emergencyexit";
        reading.drawing.openings.push_back(std::move(opening));
    }
}

void read_fixtures(Reading& reading) {
    for (const Feature& feature : features_of(reading, "fixture", false)) {
        check_id(reading, feature);
        const int level = level_of(reading, feature);
        for (const Polygon& polygon : read_polygons(feature, reading.problems)) {
            reading.drawing.fixtures.push_back({feature.id, label_of(feature, "name"),
                                                text_of(feature, "category"), level, polygon});
        }
    }
}

/// Amenities refer to units, and through them to a level.
void read_amenities(Reading& reading) {
    for (const Feature& feature : features_of(reading, "amenity", false)) {
        const auto units = feature.properties.find("unit_ids");
        if (units == feature.properties.end() || !units->is_array() || units->empty() ||
            !units->front().is_string()) {
            continue;  // a point without a place: nothing people walk on depends on it
        }
        const auto level = reading.level_of_unit.find(units->front().get<std::string>());
        const auto position = read_point(feature, reading.problems);
        if (level != reading.level_of_unit.end() && position) {
            reading.drawing.points.push_back({feature.id, label_of(feature, "name"),
                                              text_of(feature, "category"), level->second,
                                              *position});
        }
    }
}

/// The plan's name: of the building most levels belong to, else of the venue.
void read_name(Reading& reading) {
    std::map<std::string, int> votes;
    std::map<std::string, int> units_of_level;
    for (const DrawnUnit& unit : reading.drawing.units) {
        if (unit.level >= 0) {
            ++units_of_level[reading.drawing.levels[static_cast<std::size_t>(unit.level)].id];
        }
    }
    std::vector<Problem> ignored;  // level.geojson was read before; its problems are known
    for (const Feature& level : read_features(reading.folder / "level.geojson", ignored)) {
        const auto buildings = level.properties.find("building_ids");
        if (buildings != level.properties.end() && buildings->is_array()) {
            for (const auto& building : *buildings) {
                votes[building.is_string() ? building.get<std::string>() : ""] +=
                    units_of_level[level.id];
            }
        }
    }
    int most = 0;
    for (const Feature& building : features_of(reading, "building", false)) {
        const Label name = label_of(building, "name");
        if (!name.by_language.empty() && votes[building.id] > most) {
            most = votes[building.id];
            reading.drawing.name = name;
        }
    }
    for (const Feature& venue : features_of(reading, "venue", false)) {
        if (reading.drawing.name.by_language.empty()) {
            reading.drawing.name = label_of(venue, "name");
        }
    }
}

}  // namespace

Drawing read_imdf(const fs::path& folder, ImportReport& report) {
    Reading reading{folder, {}, {}, {}, {}, {}, report};
    reading.drawing.source = folder;
    reading.drawing.format = "imdf";
    read_levels(reading);
    read_units(reading);
    read_openings(reading);
    read_fixtures(reading);
    read_amenities(reading);
    read_name(reading);
    if (!reading.problems.empty()) {
        throw InputError(std::move(reading.problems));
    }
    return std::move(reading.drawing);
}

}  // namespace evac
