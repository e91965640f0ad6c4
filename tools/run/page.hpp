#pragma once

#include "render/report/report.hpp"
#include "sim/drill/drill.hpp"
#include "tools/findings/picture_files.hpp"

#include <filesystem>
#include <vector>

namespace evac {

/// The page that tells of one drill: who is out and when, what showed while people moved, the curve,
/// densities and ways as `folder` has them (pictures.hpp), and the model. Throws InputError.
render::ReportSubject run_page(const std::filesystem::path& folder, const Drill& drill,
                               const std::vector<Finding>& findings,
                               const std::vector<PictureFile>& pictures);

}  // namespace evac
