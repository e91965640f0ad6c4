#include "tools/import/geojson.hpp"

#include <cmath>

#include "sim/text/file.hpp"

namespace evac {

using nlohmann::json;

Problem at(const Feature& feature, const std::string& pointer, Message what, Message remedy) {
    return {feature.file, feature.pointer + pointer, feature.id, std::move(what),
            std::move(remedy)};
}

std::vector<Feature> read_features(const std::filesystem::path& file,
                                   std::vector<Problem>& problems) {
    const auto fail = [&](const std::string& pointer, Message what, Message remedy) {
        problems.push_back({file.string(), pointer, "", std::move(what), std::move(remedy)});
        return std::vector<Feature>{};
    };
    json document;
    try {
        document = json::parse(read_text(file));
    } catch (const InputError& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        return {};
    } catch (const json::parse_error& error) {
        return fail("", message(MessageId::import_not_json, error.byte),
                    message(MessageId::import_not_json_remedy));
    } catch (const json::exception&) {  // a number too large for a double
        return fail("", message(MessageId::import_not_json, 0),
                    message(MessageId::import_not_json_remedy));
    }
    if (!document.is_object() || document.value("type", json()) != "FeatureCollection" ||
        !document.contains("features") || !document["features"].is_array()) {
        return fail("", message(MessageId::import_not_features),
                    message(MessageId::import_not_features_remedy));
    }
    std::vector<Feature> features;
    const json& list = document["features"];
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string pointer = "/features/" + std::to_string(i);
        if (!list[i].is_object()) {
            fail(pointer, message(MessageId::import_not_feature),
                 message(MessageId::import_not_features_remedy));
            continue;
        }
        Feature feature{file.string(), pointer, "", list[i].value("geometry", json()),
                        list[i].value("properties", json())};
        if (!feature.properties.is_object()) {
            feature.properties = json::object();
        }
        const json id = list[i].value("id", feature.properties.value("id", json()));
        feature.id = id.is_string() ? id.get<std::string>() : id.is_number() ? id.dump() : "";
        features.push_back(std::move(feature));
    }
    return features;
}

namespace {

/// Longitude and latitude, or a problem with a remedy.
std::optional<Vec2> read_position(const json& value, const Feature& feature,
                                  const std::string& pointer, std::vector<Problem>& problems) {
    if (!value.is_array() || value.size() < 2 || !value[0].is_number() || !value[1].is_number()) {
        problems.push_back(at(feature, pointer,
                              message(MessageId::import_bad_position, value.dump().substr(0, 60)),
                              message(MessageId::import_bad_position_remedy)));
        return std::nullopt;
    }
    const Vec2 p(value[0].get<double>(), value[1].get<double>());
    // Negated, so that what is not a number fails too.
    if (!(std::abs(p.x()) <= 180.0 && std::abs(p.y()) <= 85.0)) {
        problems.push_back(at(feature, pointer,
                              message(MessageId::import_not_on_earth, p.x(), p.y()),
                              message(MessageId::import_not_on_earth_remedy)));
        return std::nullopt;
    }
    return p;
}

/// Positions of one array; stops at the first that is wrong, so that a broken ring is one line.
std::optional<Ring> read_positions(const json& value, const Feature& feature,
                                   const std::string& pointer, std::vector<Problem>& problems) {
    if (!value.is_array()) {
        problems.push_back(at(feature, pointer,
                              message(MessageId::import_bad_position, value.dump().substr(0, 60)),
                              message(MessageId::import_bad_position_remedy)));
        return std::nullopt;
    }
    Ring ring;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto p =
            read_position(value[i], feature, pointer + "/" + std::to_string(i), problems);
        if (!p) {
            return std::nullopt;
        }
        ring.push_back(*p);
    }
    return ring;
}

std::optional<Polygon> read_polygon(const json& rings, const Feature& feature,
                                    const std::string& pointer, std::vector<Problem>& problems) {
    if (!rings.is_array() || rings.empty()) {
        problems.push_back(at(feature, pointer, message(MessageId::import_no_corners),
                              message(MessageId::import_no_corners_remedy)));
        return std::nullopt;
    }
    Polygon polygon;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const std::string here = pointer + "/" + std::to_string(i);
        auto ring = read_positions(rings[i], feature, here, problems);
        if (!ring) {
            return std::nullopt;
        }
        while (ring->size() > 1 && ring->front() == ring->back()) {
            ring->pop_back();  // GeoJSON repeats the first corner at the end
        }
        if (ring->size() < 3) {
            problems.push_back(at(feature, here, message(MessageId::import_no_corners),
                                  message(MessageId::import_no_corners_remedy)));
            return std::nullopt;
        }
        (i == 0 ? polygon.outer : polygon.holes.emplace_back()) = std::move(*ring);
    }
    orient(polygon);
    return polygon;
}

/// Whether the geometry is one of the wanted types; a problem when it is not.
bool is_geometry(const Feature& feature, const std::vector<std::string>& types,
                 std::vector<Problem>& problems) {
    const std::string found = geometry_type(feature);
    for (const std::string& type : types) {
        if (found == type && feature.geometry.contains("coordinates")) {
            return true;
        }
    }
    problems.push_back(at(feature, "/geometry",
                          message(MessageId::import_bad_geometry, found, types.front()),
                          message(MessageId::import_bad_geometry_remedy, types.front())));
    return false;
}

}  // namespace

std::string geometry_type(const Feature& feature) {
    if (feature.geometry.is_object() && feature.geometry.contains("type") &&
        feature.geometry["type"].is_string()) {
        return feature.geometry["type"].get<std::string>();
    }
    return "null";
}

std::vector<Polygon> read_polygons(const Feature& feature, std::vector<Problem>& problems) {
    std::vector<Polygon> polygons;
    if (!is_geometry(feature, {"Polygon", "MultiPolygon"}, problems)) {
        return polygons;
    }
    const json& coordinates = feature.geometry["coordinates"];
    const std::string pointer = "/geometry/coordinates";
    if (feature.geometry["type"] == "Polygon") {
        if (auto polygon = read_polygon(coordinates, feature, pointer, problems)) {
            polygons.push_back(std::move(*polygon));
        }
        return polygons;
    }
    for (std::size_t i = 0; coordinates.is_array() && i < coordinates.size(); ++i) {
        if (auto polygon = read_polygon(coordinates[i], feature, pointer + "/" + std::to_string(i),
                                        problems)) {
            polygons.push_back(std::move(*polygon));
        }
    }
    if (coordinates.empty()) {
        problems.push_back(at(feature, pointer, message(MessageId::import_no_corners),
                              message(MessageId::import_no_corners_remedy)));
    }
    return polygons;
}

Ring read_line(const Feature& feature, std::vector<Problem>& problems) {
    if (!is_geometry(feature, {"LineString"}, problems)) {
        return {};
    }
    auto line =
        read_positions(feature.geometry["coordinates"], feature, "/geometry/coordinates", problems);
    if (line && line->size() < 2) {
        problems.push_back(at(feature, "/geometry/coordinates",
                              message(MessageId::import_short_line),
                              message(MessageId::import_short_line_remedy)));
        return {};
    }
    return line.value_or(Ring{});
}

std::optional<Vec2> read_point(const Feature& feature, std::vector<Problem>& problems) {
    if (!is_geometry(feature, {"Point"}, problems)) {
        return std::nullopt;
    }
    return read_position(feature.geometry["coordinates"], feature, "/geometry/coordinates",
                         problems);
}

std::string text_of(const Feature& feature, const std::string& key) {
    const auto found = feature.properties.find(key);
    if (found == feature.properties.end() || found->is_null()) {
        return "";
    }
    return found->is_string() ? found->get<std::string>() : found->dump();
}

Label label_of(const Feature& feature, const std::string& key) {
    Label label;
    const auto found = feature.properties.find(key);
    if (found == feature.properties.end()) {
        return label;
    }
    if (found->is_string()) {
        label.by_language["und"] = found->get<std::string>();  // "undetermined", BCP 47
    } else if (found->is_object()) {
        for (const auto& [language, text] : found->items()) {
            if (text.is_string()) {
                label.by_language[language] = text.get<std::string>();
            }
        }
    }
    return label;
}

}  // namespace evac
