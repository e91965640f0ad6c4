#pragma once

#include "render/report/report.hpp"
#include "sim/record/read_results.hpp"

#include <string>
#include <vector>

namespace evac {

/// A picture of a comparison: its file name, and both languages for the report.
struct ComparedPicture {
    std::string file;
    render::ReportPicture picture;

    const std::string& png(Language language) const {
        return language == Language::zh ? picture.png_zh : picture.png;
    }
};

/// curves.png, and density-<level>.png for every level that both plans have and anybody was on.
std::vector<ComparedPicture> compared_pictures(const Results& a, const Results& b);

/// The drill's name, or its id where it has none.
std::string drill_name(const Results& results, Language language);

}  // namespace evac
