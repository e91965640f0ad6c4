#pragma once

#include "render/report/report.hpp"
#include "sim/findings/site.hpp"
#include "sim/study/sweep.hpp"
#include "tools/check/verdict.hpp"

#include <string>
#include <vector>

namespace evac {

/// A picture of a check in both languages.
struct CheckPicture {
    std::string file;               ///< name in the results folder
    render::ReportPicture picture;  ///< PNG in English and in Chinese
    int finding = -1;               ///< index of the finding it shows, -1 for those of a level
};

/// One picture for each of the first `most` findings that have a place, then for every level: all
/// findings as numbered pins, what the loss of each element costs, and the openings that limit the
/// building.
std::vector<CheckPicture> check_pictures(const Site& site, const std::vector<Finding>& findings,
                                         const Sweep& sweep, const Verdict& verdict,
                                         std::size_t most);

}  // namespace evac
