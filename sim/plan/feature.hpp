#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "sim/plan/plan.hpp"

namespace evac {

// The parts that GeoJSON features of all types are made of. These functions expect JSON that keeps
// to plan.schema.json and turn it into our types and back; what a reader may leave out comes back
// as its default, what is at its default is not written.

/// The object feature.properties, or feature.properties.evac: empty when it is not there.
const nlohmann::json& properties_of(const nlohmann::json& feature);
const nlohmann::json& additions_of(const nlohmann::json& feature);

/// "id" and "feature_type", empty where the feature has none.
std::string id_of(const nlohmann::json& feature);
std::string feature_type_of(const nlohmann::json& feature);

/// A member of the object that may be left out.
std::optional<double> number_if_any(const nlohmann::json& object, const char* key);
Label label_from(const nlohmann::json& properties);
Source source_from(const nlohmann::json& additions);

/// A ring without the repeated last point and without points that stand twice in a row; rings
/// turned as Polygon demands.
Polygon polygon_from(const nlohmann::json& feature);
Segment line_from(const nlohmann::json& feature);
Vec2 point_from(const nlohmann::json& feature);

nlohmann::json geometry_of(const Polygon& polygon);
nlohmann::json geometry_of(const Segment& line);
nlohmann::json geometry_of(const Vec2& point);

/// Adds "name" and "source" unless they are empty.
void add_label(nlohmann::json& properties, const Label& label);
void add_source(nlohmann::json& additions, const Source& source);

}  // namespace evac
