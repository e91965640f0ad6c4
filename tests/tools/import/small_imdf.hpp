#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace evac::testing {

/// A small IMDF folder for one test, drawn in metres east and north of 30 east, 60 north, and
/// removed again at the end.
class ImdfFolder {
public:
    ImdfFolder();
    ~ImdfFolder();
    ImdfFolder(const ImdfFolder&) = delete;
    ImdfFolder& operator=(const ImdfFolder&) = delete;

    void level(const std::string& id, int ordinal);
    void unit(const std::string& id, const std::string& category, const std::string& level,
              const std::vector<std::pair<double, double>>& corners);
    /// A rectangle from (x0, y0) to (x1, y1).
    void room(const std::string& id, const std::string& category, const std::string& level,
              double x0, double y0, double x1, double y1);
    void opening(const std::string& id, const std::string& level, double x0, double y0, double x1,
                 double y1);

    /// Writes level.geojson, unit.geojson and opening.geojson and answers the folder.
    std::filesystem::path write() const;

    /// Features by collection, to be broken by tests of bad input.
    nlohmann::json levels = nlohmann::json::array();
    nlohmann::json units = nlohmann::json::array();
    nlohmann::json openings = nlohmann::json::array();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void write_file(const std::filesystem::path& file, const std::string& text);

}  // namespace evac::testing
