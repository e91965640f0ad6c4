#pragma once

#include "tools/import/drawing.hpp"
#include "tools/import/report.hpp"

#include <filesystem>

namespace evac {

/// Reads a folder of IMDF files (OGC 20-094): level.geojson and unit.geojson must be there,
/// opening, fixture, amenity, venue and building are read when they are. Throws InputError with
/// every defect: missing or broken files, units without a geometry, unknown levels, coordinates
/// that are none. What is left out is told in `report`.
Drawing read_imdf(const std::filesystem::path& folder, ImportReport& report);

}  // namespace evac
