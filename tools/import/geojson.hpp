#pragma once

#include "sim/plan/plan.hpp"
#include "sim/text/problem.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace evac {

/// One feature of a GeoJSON file and where it stands, for messages.
struct Feature {
    std::string file;
    std::string pointer;  ///< of the feature, e.g. "/features/3"
    std::string id;
    nlohmann::json geometry;    ///< null where the file has none
    nlohmann::json properties;  ///< an object, empty where the file has none
};

/// The features of a GeoJSON FeatureCollection. What is wrong with the file as a whole (missing,
/// not JSON, not a FeatureCollection) goes to `problems`, and the answer is empty.
std::vector<Feature> read_features(const std::filesystem::path& file,
                                   std::vector<Problem>& problems);

/// "Polygon", "LineString" ..., or "null" when the feature has no geometry.
std::string geometry_type(const Feature& feature);

/// Polygons of a Polygon or MultiPolygon, in degrees, oriented. What is wrong (no geometry, not a
/// polygon, coordinates that are no longitude and latitude) goes to `problems`.
std::vector<Polygon> read_polygons(const Feature& feature, std::vector<Problem>& problems);

/// Positions of a LineString, in degrees; at least two, else a problem.
Ring read_line(const Feature& feature, std::vector<Problem>& problems);

/// Position of a Point, in degrees.
std::optional<Vec2> read_point(const Feature& feature, std::vector<Problem>& problems);

/// A member of the properties as text: "" where it is missing or null, numbers as written.
std::string text_of(const Feature& feature, const std::string& key);

/// A member of the properties that is a label ({"en": "..."} or a plain string).
Label label_of(const Feature& feature, const std::string& key);

/// A problem at this feature.
Problem at(const Feature& feature, const std::string& pointer, Message what, Message remedy);

}  // namespace evac
