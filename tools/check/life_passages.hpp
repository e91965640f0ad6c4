#pragma once

#include "render/report/report.hpp"
#include "sim/findings/route_findings.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// passages.csv: for every occupied unit the width of its widest way out and its narrowest place, as
/// found, with movable things cleared away, and with door leaves swung open. Throws InputError.
void write_life_passages(const std::filesystem::path& file, const Plan& plan,
                         const std::vector<LifePassage>& passages);

/// The narrowest of them for the report.
render::ReportTable life_passage_table(const Plan& plan, std::vector<LifePassage> passages);

}  // namespace evac
