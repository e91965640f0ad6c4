#include "tools/findings/picture_files.hpp"

#include "render/drawing/finding_picture.hpp"
#include "render/drawing/page.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/findings/naming.hpp"
#include "sim/text/file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace evac {

std::vector<PictureFile> finding_pictures(const Scenario& scenario,
                                          const std::vector<Finding>& findings,
                                          std::size_t most) {
    std::vector<PictureFile> pictures;
    for (std::size_t i = 0; i < findings.size() && i < most; ++i) {
        PictureFile picture;
        picture.finding = static_cast<int>(i);
        picture.file = fmt::format("finding-{:02}.png", i + 1);
        for (const Language language : {Language::en, Language::zh}) {
            const auto sheet = render::finding_sheet(
                render::subject_of(scenario, std::max(0, findings[i].level), language),
                findings[i], static_cast<int>(i) + 1, render::text_width);
            if (sheet) {
                (language == Language::en ? picture.picture.png : picture.picture.png_zh) =
                    render::png_of(*sheet);
            }
        }
        if (!picture.picture.png.empty()) {
            picture.picture.caption = findings[i].text;
            pictures.push_back(std::move(picture));
        }
    }
    return pictures;
}

void write_picture_files(const std::filesystem::path& folder,
                         const std::vector<PictureFile>& pictures, Language language) {
    for (const PictureFile& picture : pictures) {
        write_text(folder / picture.file, language == Language::zh ? picture.picture.png_zh
                                                                   : picture.picture.png);
    }
}

std::vector<render::ReportFinding> reported(const Plan& plan, const std::vector<Finding>& findings,
                                            const std::vector<PictureFile>& pictures) {
    std::vector<render::ReportFinding> all;
    for (const Finding& finding : findings) {
        render::ReportFinding shown;
        shown.finding = finding;
        if (finding.level >= 0) {
            shown.place = in_each([&](Language language) {
                return finding.element + ", " + render::level_name(plan, finding.level, language);
            });
        }
        all.push_back(std::move(shown));
    }
    for (const PictureFile& picture : pictures) {
        if (picture.finding >= 0) {
            all[static_cast<std::size_t>(picture.finding)].picture = picture.picture;
        }
    }
    return all;
}

std::vector<std::string> finding_lines(const std::vector<Finding>& findings, std::size_t most,
                                       Language language) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < std::min(most, findings.size()); ++i) {
        const Finding& finding = findings[i];
        const std::string text = finding.text.in(language);
        const bool told =
            text.find(finding.clause) != std::string::npos;  // also where there is none
        lines.push_back(fmt::format("{:>3} {} {}{}", i + 1, name_of(finding.severity), text,
                                    told ? "" : " [" + finding.clause + "]"));
        lines.push_back("       → " + finding.remedy.in(language));
    }
    if (findings.size() > most) {
        lines.push_back(say(language, MessageId::check_more_findings, findings.size() - most));
    }
    return lines;
}

}  // namespace evac
