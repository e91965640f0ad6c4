#include "render/drawing/scatter_picture.hpp"
#include "render/drawing/subject.hpp"
#include "render/drawing/trajectories_picture.hpp"
#include "render/picture/surface.hpp"
#include "render/picture/text.hpp"
#include "sim/record/results_folder.hpp"
#include "tools/verify/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace evac {

namespace {

/// The report holds the ways of some hundred runs: no wider than it shows them [px].
constexpr double widest = 1120.0;

std::vector<render::Trajectory> ways_of(const Trial& trial) {
    std::vector<render::Trajectory> ways = render::ways_to_exits(trial.drill->outcome);
    const auto stride = static_cast<std::size_t>(
        render::frames_to_next_point(trial.drill->scenario.frames_per_second));
    for (std::size_t f = 0; f < trial.frames.size(); f += stride) {
        render::go_on(ways, trial.drill->plan(), trial.frames[f]);
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

/// The run with the most people on each plan, in the order of the case; at most three.
std::vector<std::string> runs_to_show(const VerificationCase& one, const Trials& trials) {
    const auto drill = [&](const std::string& run) -> const Drill& {
        return *trials.at(run).front().drill;
    };
    std::vector<std::string> chosen;
    for (const CaseRun& run : one.runs) {
        const auto same_plan =
            std::find_if(chosen.begin(), chosen.end(), [&](const std::string& other) {
                return drill(other).plan().id == drill(run.id).plan().id;
            });
        if (same_plan == chosen.end()) {
            chosen.push_back(run.id);
        } else if (drill(run.id).people.size() > drill(*same_plan).people.size()) {
            *same_plan = run.id;
        }
    }
    if (chosen.size() > 3) {
        return {chosen.front(), chosen[chosen.size() / 2], chosen.back()};
    }
    return chosen;
}

bool same_axes(const Series& a, const Series& b) {
    return a.x_name.by_language == b.x_name.by_language &&
           a.y_name.by_language == b.y_name.by_language &&
           a.reference_name.by_language == b.reference_name.by_language &&
           a.reference == b.reference && a.joined == b.joined;
}

render::ScatterSubject subject_of(const VerificationCase& one, const Plot& plot,
                                  Language language) {
    const Series& series = plot.front();
    render::ScatterSubject subject;
    subject.title = one.title.in(language);
    subject.x_name = series.x_name.in(language);
    subject.y_name = series.y_name.in(language);
    for (const Series& set : plot) {
        subject.measured.push_back({set.points_name.in(language), set.points});
    }
    subject.reference = series.reference;
    subject.low = series.low;
    subject.high = series.high;
    subject.joined = series.joined;
    subject.reference_name = series.reference_name.in(language);
    subject.band_name = series.band_name.in(language);
    return subject;
}

Label captioned(const VerificationCase& one, const std::function<std::string(Language)>& words) {
    return in_each([&](Language language) { return one.id + " " + words(language); });
}

}  // namespace

std::vector<Plot> plots_of(const std::vector<Measured>& measured) {
    std::vector<Plot> plots;
    for (const Measured& one : measured) {
        const Series& series = one.series;
        if (series.points.empty()) {
            continue;
        }
        const auto plot = std::find_if(plots.begin(), plots.end(), [&](const Plot& other) {
            return same_axes(other.front(), series);
        });
        if (plot == plots.end()) {
            plots.push_back({series});
            continue;
        }
        const auto same = std::find_if(plot->begin(), plot->end(), [&](const Series& other) {
            return other.points_name.by_language == series.points_name.by_language;
        });
        if (same == plot->end()) {
            plot->push_back(series);
        } else if (!series.joined && same->points != series.points) {
            same->points.insert(same->points.end(), series.points.begin(), series.points.end());
        }  // else the same curve, looked at in another way
    }
    return plots;
}

std::vector<CasePicture> draw_case(const std::filesystem::path& folder, const VerificationCase& one,
                                   const CaseVerdict& verdict, Language language) {
    std::vector<CasePicture> pictures;
    const auto add = [&](const std::string& name, const Label& caption) {
        pictures.push_back({file_name_part(one.id + name) + ".png", caption});
        return folder / pictures.back().file;
    };
    int number = 0;
    for (const Plot& plot : plots_of(verdict.measured)) {
        const auto file = add(fmt::format("-plot-{}", ++number), captioned(one, [&](Language l) {
                                  return say(l, MessageId::verify_plot_caption, one.title.in(l));
                              }));
        render::write_sheet(file,
                            scatter_sheet(subject_of(one, plot, language), render::text_width));
    }
    for (const std::string& run : runs_to_show(one, verdict.trials)) {
        const Trial& trial = verdict.trials.at(run).front();
        const auto file =
            add("-" + run, captioned(one, [&](Language l) {
                    return say(l, MessageId::verify_ways_caption, one.title.in(l), run);
                }));
        const render::LevelSubject subject =
            render::subject_of(trial.drill->scenario, main_level(*trial.drill), language);
        render::write_sheet(
            file, render::trajectories_sheet(subject, ways_of(trial), render::text_width), widest);
    }
    return pictures;
}

}  // namespace evac
