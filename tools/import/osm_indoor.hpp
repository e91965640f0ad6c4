#pragma once

#include <filesystem>

#include "tools/import/drawing.hpp"
#include "tools/import/report.hpp"

namespace evac {

/// Reads a GeoJSON export of OpenStreetMap with Simple Indoor Tagging: polygons with indoor=room,
/// corridor or area, doors as points (door=*, entrance=*, width=*), storeys as level=* with ranges
/// ("-1-3"), lists ("0;2") and repeat_on. Stairs and lifts are repeated on each storey they pass,
/// any other room lies on its lowest. Throws InputError with every defect.
Drawing read_osm_indoor(const std::filesystem::path& file, ImportReport& report);

/// The numbers in a level tag; a range gives its two ends, marked as such.
struct LevelTag {
    std::vector<double> single;
    std::vector<std::pair<double, double>> ranges;
    bool valid = true;
};
LevelTag read_level_tag(const std::string& text);

}  // namespace evac
