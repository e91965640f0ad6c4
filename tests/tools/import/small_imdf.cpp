#include "tests/tools/import/small_imdf.hpp"

#include <unistd.h>

#include <fstream>

namespace evac::testing {

using nlohmann::json;

namespace {

json degrees(double x, double y) {
    // Metres per degree at 60 degrees north on the WGS84 ellipsoid.
    constexpr double east = 55800.0;
    constexpr double north = 111412.3;
    return {30.0 + x / east, 60.0 + y / north};
}

json feature(const std::string& id, json geometry, json properties) {
    return {{"type", "Feature"},
            {"id", id},
            {"geometry", std::move(geometry)},
            {"properties", std::move(properties)}};
}

}  // namespace

void write_file(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

ImdfFolder::ImdfFolder() {
    static int made = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("imdf-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
    std::filesystem::create_directories(path_);
}

ImdfFolder::~ImdfFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void ImdfFolder::level(const std::string& id, int ordinal) {
    levels.push_back(feature(id, nullptr, {{"ordinal", ordinal}, {"name", {{"en", id}}}}));
}

void ImdfFolder::unit(const std::string& id, const std::string& category, const std::string& level,
                      const std::vector<std::pair<double, double>>& corners) {
    json ring = json::array();
    for (const auto& [x, y] : corners) {
        ring.push_back(degrees(x, y));
    }
    ring.push_back(ring.front());
    units.push_back(feature(id, {{"type", "Polygon"}, {"coordinates", json::array({ring})}},
                            {{"category", category}, {"level_id", level}, {"name", nullptr}}));
}

void ImdfFolder::room(const std::string& id, const std::string& category, const std::string& level,
                      double x0, double y0, double x1, double y1) {
    unit(id, category, level, {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}});
}

void ImdfFolder::opening(const std::string& id, const std::string& level, double x0, double y0,
                         double x1, double y1) {
    openings.push_back(
        feature(id, {{"type", "LineString"}, {"coordinates", {degrees(x0, y0), degrees(x1, y1)}}},
                {{"category", "pedestrian"}, {"level_id", level}}));
}

std::filesystem::path ImdfFolder::write() const {
    const auto save = [&](const char* name, const json& features) {
        write_file(path_ / (std::string(name) + ".geojson"),
                   json{{"type", "FeatureCollection"}, {"features", features}}.dump());
    };
    save("level", levels);
    save("unit", units);
    save("opening", openings);
    return path_;
}

}  // namespace evac::testing
