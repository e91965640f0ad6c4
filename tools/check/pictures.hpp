#pragma once

#include "sim/findings/site.hpp"
#include "sim/study/sweep.hpp"
#include "tools/check/verdict.hpp"
#include "tools/findings/picture_files.hpp"

#include <vector>

namespace evac {

/// One picture for each of the first `most` findings that have a place, then for every level: all
/// findings as numbered pins, what the loss of each element costs, and the openings that limit the
/// building.
std::vector<PictureFile> check_pictures(const Site& site, const std::vector<Finding>& findings,
                                         const Sweep& sweep, const Verdict& verdict,
                                         std::size_t most);

}  // namespace evac
