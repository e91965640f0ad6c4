#include "render/drawing/scatter_picture.hpp"
#include "render/drawing/subject.hpp"
#include "render/drawing/trajectories_picture.hpp"
#include "render/picture/pictures.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/record/results_folder.hpp"
#include "tools/verify/pages.hpp"

#include <algorithm>
#include <cmath>

namespace evac {

namespace {

constexpr double points_per_second = 2.0;

std::vector<render::Trajectory> ways_of(const Trial& trial) {
    std::vector<render::Trajectory> ways(trial.drill->people.size());
    for (std::size_t person = 0; person < ways.size(); ++person) {
        ways[person].exit = trial.drill->outcome.people[person].exit_opening;
    }
    const auto stride = static_cast<std::size_t>(
        std::max(1.0, std::floor(trial.drill->scenario.frames_per_second / points_per_second)));
    for (std::size_t f = 0; f < trial.frames.size(); f += stride) {
        for (const Pose& pose : trial.frames[f].poses) {
            go_on(ways[static_cast<std::size_t>(pose.person)],
                  unit_at(trial.drill->plan(), pose.unit).level,
                  Vec2(static_cast<double>(pose.x), static_cast<double>(pose.y)));
        }
    }
    return ways;
}

/// The level on which most people start: one picture tells enough.
int main_level(const Drill& drill) {
    std::vector<int> people(drill.plan().levels.size(), 0);
    for (const Person& person : drill.people) {
        ++people[static_cast<std::size_t>(unit_at(drill.plan(), person.unit).level)];
    }
    return static_cast<int>(std::max_element(people.begin(), people.end()) - people.begin());
}

}  // namespace

std::vector<std::filesystem::path> draw_case(const std::filesystem::path& folder,
                                             const VerificationCase& one,
                                             const CaseVerdict& verdict, Language language) {
    std::vector<std::filesystem::path> files;
    for (const Measured& measured : verdict.measured) {
        if (measured.series.points.empty()) {
            continue;
        }
        const auto measure =
            std::find_if(one.measures.begin(), one.measures.end(),
                         [&](const CaseMeasure& candidate) { return candidate.id == measured.id; });
        render::ScatterSubject subject;
        subject.title = one.title.in(language);
        subject.x_name = measured.series.x_name;
        subject.y_name = measured.series.y_name;
        subject.points = measured.series.points;
        subject.reference = measured.series.reference;
        subject.low = measured.series.low;
        subject.high = measured.series.high;
        subject.joined = measure->kind == "curve_distance";
        const bool chinese = language == Language::zh;
        subject.points_name = chinese ? "仿真" : "simulated";
        subject.reference_name = chinese ? "实验" : "experiments";
        subject.band_name = chinese ? "实验 10 % 至 90 %" : "experiments, 10 % to 90 %";
        files.emplace_back(file_name_part(one.id + "-" + measured.id) + ".png");
        render::write_sheet(folder / files.back(), scatter_sheet(subject, render::text_width));
    }
    const auto& [run, trials] = *verdict.trials.begin();
    const Trial& trial = trials.front();
    const render::LevelSubject subject =
        render::subject_of(trial.drill->scenario, main_level(*trial.drill), language);
    files.emplace_back(file_name_part(one.id) + ".png");
    render::write_trajectories(folder / files.back(), subject, ways_of(trial));
    return files;
}

}  // namespace evac
