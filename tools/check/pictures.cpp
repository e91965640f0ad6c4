#include "tools/check/pictures.hpp"

#include "render/drawing/level_picture.hpp"
#include "render/drawing/page.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/record/results_folder.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace evac {

namespace {

using render::PlaceMark;

PictureFile level_picture(const Site& site, int level, const std::string& file, MessageId caption,
                           const std::function<std::vector<PlaceMark>(Language)>& marks) {
    PictureFile picture;
    picture.file = file + "-" +
                   file_name_part(site.plan().levels[static_cast<std::size_t>(level)].id) + ".png";
    for (const Language language : {Language::en, Language::zh}) {
        const std::string words =
            say(language, caption, render::level_name(site.plan(), level, language));
        render::LevelSubject subject = render::subject_of(site.scenario, level, language);
        const std::string tag = language == Language::en ? "en" : "zh";
        picture.picture.caption.by_language[tag] = words;
        subject.title = {{{tag, words}}};
        (language == Language::en ? picture.picture.png : picture.picture.png_zh) =
            render::png_of(render::level_sheet(subject, {}, render::text_width, marks(language)));
    }
    return picture;
}

/// Findings in one place share the pin of the first: the openings of a cut, a door's many clauses.
std::vector<PlaceMark> finding_marks(const std::vector<Finding>& findings, int level) {
    constexpr std::size_t most = 40;  // more cover the plan; the list has them all
    std::vector<PlaceMark> marks;
    for (std::size_t i = 0; i < findings.size() && marks.size() < most; ++i) {
        const Finding& finding = findings[i];
        if (finding.level != level || !finding.place) {
            continue;
        }
        const auto there = std::find_if(marks.begin(), marks.end(), [&](const PlaceMark& mark) {
            return (mark.place - *finding.place).norm() < 0.3;
        });
        constexpr std::size_t fits = 5;  // letters in a pin
        const std::string number = std::to_string(i + 1);
        if (there == marks.end()) {
            marks.push_back({*finding.place, finding.severity, number, true, {}});
        } else if (there->words.size() + number.size() < fits) {
            there->words += "," + number;
        } else if (!there->words.ends_with("…")) {
            there->words += "…";
        }
    }
    return marks;
}

std::vector<PlaceMark> loss_marks(const Sweep& sweep, int level, Language language) {
    constexpr std::size_t most = 24;
    constexpr double noticeable = 1.0;  // [s]
    std::vector<PlaceMark> marks;
    for (const Loss& loss : sweep.losses) {
        if (loss.level != level || marks.size() == most ||
            (loss.cut_off == 0 && loss.seconds_lost() < noticeable)) {
            continue;
        }
        const bool cut = loss.cut_off > 0;
        marks.push_back({loss.place, cut ? Severity::S1 : Severity::S3,
                         cut ? say(language, MessageId::picture_loss_cut_off, loss.cut_off)
                             : say(language, MessageId::picture_loss_seconds,
                                   std::lround(loss.seconds_lost())),
                         false, loss.element});
    }
    return marks;
}

/// The openings of the minimum cut and those that prove the bound: on other storeys, often stairs.
std::vector<PlaceMark> cut_marks(const Plan& plan, const Verdict& verdict, int level,
                                 Language language) {
    std::map<int, double> capacity;
    for (const std::vector<int>* arcs : {&verdict.cut.arcs, &verdict.bound.arcs}) {
        for (const int index : *arcs) {
            const FlowArc& arc = verdict.network.arcs[static_cast<std::size_t>(index)];
            if (arc.opening >= 0) {
                capacity.emplace(arc.opening, arc.capacity);
            }
        }
    }
    std::vector<PlaceMark> marks;
    for (const auto& [index, flow] : capacity) {
        const Opening& opening = plan.openings[static_cast<std::size_t>(index)];
        if (unit_at(plan, opening.units[0]).level == level) {
            marks.push_back(
                {opening.line.middle(), Severity::S4,
                 say(language, MessageId::picture_cut_capacity, fmt::format("{:.1f}", flow)), false,
                 opening.id});
        }
    }
    return marks;
}

}  // namespace

std::vector<PictureFile> check_pictures(const Site& site, const std::vector<Finding>& findings,
                                         const Sweep& sweep, const Verdict& verdict,
                                         std::size_t most) {
    std::vector<PictureFile> pictures = finding_pictures(site.scenario, findings, most);
    for (int level = 0; level < static_cast<int>(site.plan().levels.size()); ++level) {
        const auto add = [&](const std::string& file, MessageId caption, const auto& marks) {
            if (!marks(Language::en).empty()) {
                pictures.push_back(level_picture(site, level, file, caption, marks));
            }
        };
        add("overview", MessageId::check_picture_overview,
            [&](Language) { return finding_marks(findings, level); });
        add("losses", MessageId::check_picture_loss,
            [&](Language language) { return loss_marks(sweep, level, language); });
        add("cut", MessageId::check_picture_cut,
            [&](Language language) { return cut_marks(site.plan(), verdict, level, language); });
    }
    return pictures;
}

}  // namespace evac
