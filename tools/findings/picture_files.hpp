#pragma once

#include "render/report/report.hpp"
#include "sim/drill/scenario.hpp"

#include <string>
#include <vector>

namespace evac {

/// A picture in both languages, with the name of its file in the results folder.
struct PictureFile {
    std::string file;
    render::ReportPicture picture;
    int finding = -1;  ///< index of the finding it shows, -1 for those of a level
};

/// One picture, finding-NN.png, for each of the first `most` findings that have a place.
std::vector<PictureFile> finding_pictures(const Scenario& scenario,
                                          const std::vector<Finding>& findings, std::size_t most);

/// The pictures in this language into the folder. Throws InputError.
void write_picture_files(const std::filesystem::path& folder,
                         const std::vector<PictureFile>& pictures, Language language);

/// The findings as a report shows them: with the names of their places and their pictures.
std::vector<render::ReportFinding> reported(const Plan& plan, const std::vector<Finding>& findings,
                                            const std::vector<PictureFile>& pictures);

/// The findings as lines for the console, worst first, no more than `most`.
std::vector<std::string> finding_lines(const std::vector<Finding>& findings, std::size_t most,
                                       Language language);

}  // namespace evac
