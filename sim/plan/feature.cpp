#include "sim/plan/feature.hpp"

#include <utility>

namespace evac {

using nlohmann::json;

namespace {

const json& member_or_empty(const json& object, const char* key) {
    static const json empty = json::object();
    const auto member = object.find(key);
    return member != object.end() && member->is_object() ? *member : empty;
}

std::string text_if_any(const json& object, const char* key) {
    const auto text = object.is_object() ? object.find(key) : object.end();
    return text != object.end() && text->is_string() ? text->get<std::string>() : "";
}

Vec2 position_from(const json& position) {
    return {position.at(0).get<double>(), position.at(1).get<double>()};
}

json position_of(const Vec2& point) {
    return {point.x(), point.y()};
}

Ring ring_from(const json& positions) {
    Ring ring;
    for (const json& position : positions) {
        const Vec2 corner = position_from(position);
        if (ring.empty() || ring.back() != corner) {
            ring.push_back(corner);
        }
    }
    if (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

json ring_of(const Ring& ring) {
    json positions = json::array();
    for (const Vec2& corner : ring) {
        positions.push_back(position_of(corner));
    }
    if (!ring.empty()) {
        positions.push_back(position_of(ring.front()));  // GeoJSON closes its rings
    }
    return positions;
}

const json& coordinates_of(const json& feature) {
    return feature.at("geometry").at("coordinates");
}

}  // namespace

const json& properties_of(const json& feature) {
    return member_or_empty(feature, "properties");
}

const json& additions_of(const json& feature) {
    return member_or_empty(properties_of(feature), "evac");
}

std::string id_of(const json& feature) {
    return text_if_any(feature, "id");
}

std::string feature_type_of(const json& feature) {
    return text_if_any(feature, "feature_type");
}

std::optional<double> number_if_any(const json& object, const char* key) {
    const auto member = object.find(key);
    return member == object.end() ? std::nullopt : std::optional(member->get<double>());
}

Label label_from(const json& properties) {
    Label label;
    for (const auto& [language, text] : member_or_empty(properties, "name").items()) {
        label.by_language[language] = text.get<std::string>();
    }
    return label;
}

Source source_from(const json& additions) {
    const json& source = member_or_empty(additions, "source");
    return {source.value("file", ""), source.value("id", ""), source.value("confidence", 1.0)};
}

Polygon polygon_from(const json& feature) {
    Polygon polygon;
    const json& rings = coordinates_of(feature);
    polygon.outer = ring_from(rings.at(0));
    for (std::size_t i = 1; i < rings.size(); ++i) {
        polygon.holes.push_back(ring_from(rings[i]));
    }
    orient(polygon);
    return polygon;
}

Segment line_from(const json& feature) {
    const json& positions = coordinates_of(feature);
    return {position_from(positions.at(0)), position_from(positions.at(1))};
}

Vec2 point_from(const json& feature) {
    return position_from(coordinates_of(feature));
}

json geometry_of(const Polygon& polygon) {
    json rings = json::array({ring_of(polygon.outer)});
    for (const Ring& hole : polygon.holes) {
        rings.push_back(ring_of(hole));
    }
    return {{"type", "Polygon"}, {"coordinates", std::move(rings)}};
}

json geometry_of(const Segment& line) {
    return {{"type", "LineString"},
            {"coordinates", json::array({position_of(line.a), position_of(line.b)})}};
}

json geometry_of(const Vec2& point) {
    return {{"type", "Point"}, {"coordinates", position_of(point)}};
}

void add_label(json& properties, const Label& label) {
    if (!label.by_language.empty()) {
        properties["name"] = label.by_language;
    }
}

void add_source(json& additions, const Source& source) {
    json written = json::object();
    if (!source.file.empty()) {
        written["file"] = source.file;
    }
    if (!source.id.empty()) {
        written["id"] = source.id;
    }
    if (source.confidence != 1.0) {
        written["confidence"] = source.confidence;
    }
    if (!written.empty()) {
        additions["source"] = std::move(written);
    }
}

}  // namespace evac
